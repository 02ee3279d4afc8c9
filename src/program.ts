import { Command, Option } from 'commander'
import { version } from '../package.json'
import type { Context } from './context.ts'
import { WORDS, type Word } from './words.ts'

/** What the exit codes mean, one a line. */
export const EXIT_CODES = `0    done, also when nothing was found
1    it failed, or an id or name fits nothing or several things
2    the command line is wrong
130  stopped with Ctrl+C; what was typed is kept as a draft
`

/** A command line about to be parsed; `shown` collects what commander prints of its own accord. */
export interface Program {
  readonly root: Command
  readonly shown: string[]
}

/** Returns the command tree for one command line: only the command it names is loaded whole. */
export async function buildProgram(argv: readonly string[], ctx: Context): Promise<Program> {
  const wanted = wordsOf(argv)
  const shown: string[] = []
  const root = rootCommand(ctx, shown, isBrief(argv, wanted))
  for (const row of rowsFor(wanted)) await addWord(root, row, wanted, ctx)
  addHelp(root, ctx)
  return { root, shown }
}

/** What a word does takes its own row; help, and a guess at what was meant, take all of them. */
function rowsFor([first]: readonly string[]): readonly Word[] {
  const row = WORDS.find(({ word, alias }) => first !== undefined && [word, alias].includes(first))
  return row && !row.ofAll ? [row] : WORDS
}

/** Returns the word a command line names, after `help` the topic too. */
function wordsOf(argv: readonly string[]): string[] {
  const words = withoutSecrets(argv).filter((part) => !part.startsWith('-'))
  return words.slice(0, words[0] === 'help' ? 2 : 1)
}

/** Returns a command line without where its passphrase comes from, which may stand before the word. */
export function withoutSecrets(argv: readonly string[]): string[] {
  const isSource = (part: string | undefined) => /^--passphrase-(file|fd)$/.test(part ?? '')
  return argv.filter((part, index) => !isSource(part) && !isSource(argv[index - 1]))
}

/** The short help names the first ten words only; everything else, guesses among it, knows them all. */
function isBrief(argv: readonly string[], wanted: readonly string[]): boolean {
  if (wanted[0] === 'help') return wanted.length === 1
  return wanted.length === 0 && !argv.includes('--version')
}

function rootCommand(ctx: Context, shown: string[], brief: boolean): Command {
  const first = new Set(WORDS.filter((row) => row.first).map((row) => row.word))
  return new Command('afterword')
    .description('A journal for people who serve customers')
    .usage('[word] [options]')
    .version(version, '-V, --version', 'print the version')
    .option('--color', 'use colour, also in a pipe')
    .option('--no-color', 'use no colour')
    .option('--no-input', 'never ask; name what is missing instead')
    .option('--no-pager', 'print long output at once')
    .option('-q, --quiet', 'leave out what is said about a change')
    .option('--debug', 'show where an error comes from')
    .addOption(new Option('--passphrase-file <file>').hideHelp())
    .addOption(new Option('--passphrase-fd <n>').hideHelp())
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      helpWidth: 80,
      visibleCommands: (command) =>
        command.commands.filter((each) => !brief || command.parent || first.has(each.name())),
    })
    .configureOutput({ writeOut: (text) => shown.push(text), writeErr: (text) => shown.push(text) })
    .addHelpText('before', `${examplesOf(OPENING)}\n`)
    .addHelpText('after', brief ? '\nEvery word: afterword help all' : '')
    .hook('preAction', (root) => ctx.adopt(root.opts()))
}

const OPENING = [
  'afterword                    the six questions, for the contact you just had',
  'afterword week               what the week was like',
  'afterword demo               a made-up fortnight, to see what it does',
]

async function addWord(
  root: Command,
  row: Word,
  wanted: readonly string[],
  ctx: Context,
): Promise<void> {
  const command = root.command(row.word).description(row.says).helpGroup(`${row.group}:`)
  if (row.alias) command.alias(row.alias)
  command.addHelpText('before', `${examplesOf(row.examples)}\n`)
  if (!wanted.includes(row.word) && !(row.alias && wanted.includes(row.alias))) return
  const define = await row.load()
  define(command, ctx)
}

function examplesOf(examples: readonly string[]): string {
  return ['Examples:', ...examples.map((example) => `  ${example}`)].join('\n')
}

function addHelp(root: Command, ctx: Context): void {
  root
    .command('help [topic]')
    .helpGroup('Set up:')
    .description('Help with a word, with exit-codes, or with all of them')
    .action((topic?: string) => ctx.print(helpOn(root, topic), 'pager'))
}

function helpOn(root: Command, topic: string | undefined): string {
  if (topic === 'exit-codes') return EXIT_CODES
  if (topic === undefined || topic === 'all') return capture(root)
  const named = root.commands.find((each) => each.name() === topic || each.alias() === topic)
  return capture(named ?? root.error(`error: no help on '${topic}'`))
}

/** Returns the same text as `--help`, examples first. */
function capture(command: Command): string {
  const parts: string[] = []
  const { writeOut } = command.configureOutput()
  command.configureOutput({ writeOut: (text) => parts.push(text) })
  command.outputHelp()
  command.configureOutput({ writeOut })
  return parts.join('')
}
