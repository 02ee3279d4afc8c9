import type { Command } from 'commander'
import { version } from '../package.json'
import type { Context } from './context.ts'
import { buildProgram, EXIT_CODES } from './program.ts'
import { WORDS, type Word } from './words.ts'

const GROUPS: readonly Word['group'][] = ['Record', 'Look back', 'Share', 'Set up']

const ABOUT = `After a call, a visit or a chat you answer six short questions, and on Friday you read what you promised, how
people left, and what was in your way. Everything is kept in plain JSON files on your own machine, and nothing is sent.
Without a word, afterword asks the six questions. Results go to standard output, what is said about them to standard error.`

const ENVIRONMENT: readonly (readonly [name: string, says: string])[] = [
  ['AFTERWORD_HOME', 'the folder in which everything is kept; else the XDG folders'],
  ['XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME', 'where journal, settings and state are kept'],
  ['AFTERWORD_NO_INPUT', 'never ask, as --no-input'],
  ['AFTERWORD_ACCESSIBLE, ACCESSIBLE', '1: numbered questions, no colour, no cursor movement'],
  ['AFTERWORD_PAGER, PAGER', 'what shows long output on a terminal; less unless told'],
  ['NO_COLOR, FORCE_COLOR', 'whether to use colour where no flag says so'],
  ['AFTERWORD_NOW', 'the time, for tests: 2026-11-18T12:00:00-06:00'],
  ['AFTERWORD_DEBUG', '1: show where an error comes from'],
]

const FILES: readonly (readonly [name: string, says: string])[] = [
  ['~/.local/share/afterword/journal', 'one JSON file a month'],
  ['~/.config/afterword/config.json', 'settings'],
  ['~/.local/state/afterword', 'the history for undo, drafts, and the line for shell prompts'],
]

/** Returns the manual page in roff, made from the table of words and the options of each. */
export async function manPage(): Promise<string> {
  const { root } = await wordTree('')
  const groups = await Promise.all(GROUPS.map(groupPart))
  return [
    `.TH AFTERWORD 1 "" "afterword ${version}"`,
    section('NAME', [text(`afterword - ${lower(root.description())}`)]),
    section('SYNOPSIS', [bold('afterword'), text('[word] [options]')]),
    section('DESCRIPTION', ABOUT.split('\n').map(text)),
    section('OPTIONS', optionParts(root)),
    section('WORDS', groups),
    section('EXIT STATUS', EXIT_CODES.trimEnd().split('\n').map(exitPart)),
    section('ENVIRONMENT', ENVIRONMENT.map(itemPart)),
    section('FILES', FILES.map(itemPart)),
    '',
  ].join('\n')
}

/** Returns the tree in which one word has its options. Nothing is run, so no world is needed. */
async function wordTree(word: string) {
  const { root } = await buildProgram([word], {} as Context)
  return { root, command: root.commands.find((each) => each.name() === word) ?? root }
}

async function groupPart(group: Word['group']): Promise<string> {
  const rows = WORDS.filter((row) => row.group === group)
  const parts = await Promise.all(rows.map(wordPart))
  return [`.SS ${text(group)}`, ...parts].join('\n')
}

async function wordPart({ word, examples }: Word): Promise<string> {
  const { command } = await wordTree(word)
  return [
    commandPart(command),
    '.RS',
    ...argumentParts(command),
    ...optionParts(command),
    ...command.commands.flatMap((each) => [commandPart(each), '.RS', ...optionParts(each), '.RE']),
    '.PP',
    'For example:',
    '.nf',
    ...examples.map(text),
    '.fi',
    '.RE',
  ].join('\n')
}

function commandPart(command: Command): string {
  const alias = command.alias() ? ` Also called ${command.alias()}.` : ''
  const usage = command.createHelp().commandUsage(command)
  return item(usage.replace(/\|\S+/g, ''), `${command.description()}.${alias}`)
}

function argumentParts(command: Command): string[] {
  const help = command.createHelp()
  const told = command.registeredArguments.filter(({ description }) => description)
  return told.map((each) => item(each.name(), help.argumentDescription(each)))
}

function optionParts(command: Command): string[] {
  const help = command.createHelp()
  const own = help.visibleOptions(command).filter(({ long }) => long !== '--help')
  return own.map((option) => item(help.optionTerm(option), help.optionDescription(option)))
}

function exitPart(line: string): string {
  const [, code = '', says = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
  return item(code, says)
}

const itemPart = ([name, says]: readonly [string, string]) => item(name, says)

function section(title: string, parts: readonly string[]): string {
  return [`.SH ${title}`, ...parts].join('\n')
}

function item(name: string, says: string): string {
  return ['.TP', bold(name), text(says)].join('\n')
}

const bold = (words: string) => `\\fB${text(words)}\\fR`

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\(rs',
  '-': '\\-',
  "'": '\\(aq',
  '"': '\\(dq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
}

/** Returns the words so that roff shows every sign of them as it is. */
function text(words: string): string {
  const signs = words.replace(/[\\'"`^~-]/g, (sign) => SIGNS[sign] ?? sign)
  const ascii = signs.replace(
    /[^ -~]/gu,
    (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  )
  return ascii.startsWith('.') ? `\\&${ascii}` : ascii
}
