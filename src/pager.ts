import { widthOf } from './render/width.ts'
import { NOT_FOUND, NOT_RUNNABLE, runProgram, type Signals } from './run-program.ts'
import type { Env } from './terminal.ts'

const USUAL = 'less -FIRX'
/** What less does where only its name is given: end at once with a short text, keep colours, leave the text there. */
const LESS = 'FIRX'

/** Where a text is to be read. */
export interface Reader {
  readonly signals: Signals
  readonly env: Env
  readonly columns: number
  readonly rows: number
}

/** Shows a text in the person's pager; returns false, with nothing shown, where it fits the screen or there is no pager. */
export async function showInPager(text: string, reader: Reader): Promise<boolean> {
  const { signals, env, columns, rows } = reader
  const [program, ...args] = pagerOf(env)
  if (program === undefined || rowsOf(text, columns) < rows) return false
  const options = { input: text, env: { LESS, ...env } }
  const { exitCode } = await runProgram(signals, program, args, options)
  return exitCode !== NOT_FOUND && exitCode !== NOT_RUNNABLE
}

/** Returns the pager's name and arguments, split at blanks and never read by a shell; nothing where it is set to nothing. */
function pagerOf({ AFTERWORD_PAGER, PAGER }: Env): readonly string[] {
  const line = AFTERWORD_PAGER ?? PAGER ?? USUAL
  return line.split(/\s+/).filter((part) => part !== '')
}

function rowsOf(text: string, columns: number): number {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0)
}
