import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WORDS } from '../../src/words.ts'
import { environment, PROGRAM } from '../afterword.ts'

const AT_ONCE = 3
const PLAIN = { AFTERWORD_ACCESSIBLE: '1', PAGER: 'cat' }

/** One way to say a word of the program. */
export interface Spoken {
  readonly word: string
  readonly args: readonly string[]
  readonly input?: string
}

/** How a command line ended. */
export interface Ended extends Spoken {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What is different from a plain run. */
export interface Manner {
  /** A folder whose files lie where the line is run. */
  readonly beside?: string
  readonly env?: Readonly<Record<string, string>>
  /** A program and its arguments that run the line. */
  readonly through?: readonly string[]
  /** In a terminal, where a person types the input. */
  readonly terminal?: boolean
}

/** Every example of the help, as a command line: a new word comes with examples, and so with tests. */
export const EXAMPLES: readonly Spoken[] = WORDS.flatMap(({ word, examples }) =>
  examples.map((example) => spoken(word, example)),
)

function spoken(word: string, example: string): Spoken {
  const [before, line = before] = example.split(' | ') as [string, string | undefined]
  const plain = line.replace(/^source <\((.*)\)$/, '$1').replace(/ > .*/, '')
  const args = wordsOf(plain).slice(1)
  return line === before ? { word, args } : { word, args, input: `${wordsOf(before)[1]}\n` }
}

/** Splits a line as a shell does, as far as our examples go. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

/** Runs every line with the built program, each beside a copy of the home. */
export async function runEach(
  home: string,
  lines: readonly Spoken[],
  manner: Manner = {},
): Promise<Ended[]> {
  const ended: Ended[] = []
  const waiting = [...lines.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      ended[next[0]] = await runIn(home, next[1], manner)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return ended
}

async function runIn(
  home: string,
  line: Spoken,
  { beside, env = {}, through = [], terminal = false }: Manner,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-test-'))
  try {
    cpSync(home, join(folder, 'home'), { recursive: true })
    if (beside) cpSync(beside, folder, { recursive: true })
    const plain = [...through, process.execPath, PROGRAM, ...line.args]
    const [program = '', ...args] = terminal ? inTerminal(plain) : plain
    const PATH = `${standIns(folder)}:${process.env.PATH}`
    const child = spawn(program, args, {
      cwd: folder,
      env: environment(join(folder, 'home'), { PATH, ...(terminal && PLAIN), ...env }),
    })
    const isReady = terminal ? once(child.stdout, 'data') : Promise.resolve()
    return { ...line, ...(await ending(child, isReady, line.input)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns a folder of programs that do nothing, in place of those that the examples wrap: nobody is to be called. */
function standIns(folder: string): string {
  const stand = join(folder, 'stand-ins')
  mkdirSync(stand)
  for (const { word, args } of EXAMPLES)
    if (word === 'wrap')
      writeFileSync(join(stand, args[2] ?? ''), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  return stand
}

/** Without the terminal's own echo, all that is seen comes from the program; an empty line says that it is off. */
function inTerminal(words: readonly string[]): string[] {
  const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`)
  return ['script', '-qec', `stty -echo; echo; exec ${quoted.join(' ')}`, '/dev/null']
}

async function ending(
  child: ChildProcessWithoutNullStreams,
  isReady: Promise<unknown>,
  input = '',
) {
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => err.push(chunk))
  child.stdin.on('error', () => {})
  void isReady.then(() => child.stdin.end(input))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const text = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8')
  return { status, stdout: text(out), stderr: text(err) }
}
