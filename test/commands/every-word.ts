import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WORDS } from '../../src/words.ts'
import { environment, PROGRAM } from '../afterword.ts'

const AT_ONCE = 3

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
}

/** Every example of the help, as a command line: a new word comes with examples, and so with tests. */
export const EXAMPLES: readonly Spoken[] = WORDS.flatMap(({ word, examples }) =>
  examples.map((example) => spoken(word, example)),
)

function spoken(word: string, example: string): Spoken {
  const [before, line = before] = example.split(' | ') as [string, string | undefined]
  const args = wordsOf(line.replace(/ > .*/, '')).slice(1)
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
  { beside, env = {}, through = [] }: Manner,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-test-'))
  try {
    cpSync(home, join(folder, 'home'), { recursive: true })
    if (beside) cpSync(beside, folder, { recursive: true })
    const [program = '', ...args] = [...through, process.execPath, PROGRAM, ...line.args]
    const child = spawn(program, args, {
      cwd: folder,
      env: environment(join(folder, 'home'), env),
      stdio: 'pipe',
    })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk) => out.push(chunk))
    child.stderr.on('data', (chunk) => err.push(chunk))
    child.stdin.on('error', () => {})
    child.stdin.end(line.input ?? '')
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
    const text = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8')
    return { ...line, status, stdout: text(out), stderr: text(err) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
