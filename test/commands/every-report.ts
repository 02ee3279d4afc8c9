import type { Entry } from '../../src/model/entry.ts'
import { ANON } from '../../src/model/follow-up.ts'
import { aWorld, type WorldOptions } from '../world.ts'

/** Stands for the first customer of a journal who has a name and may be told of. */
const SOMEBODY = '{somebody}'

/** Every report: its name in `schema --report`, and a command line that prints it. */
export const REPORTS: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['today', ['today']],
  ['week', ['week', '2026-W46']],
  ['month', ['month', '2026-11']],
  ['followups', ['followups']],
  ['customer', ['customer', SOMEBODY]],
  ['feelings', ['report', 'feelings']],
  ['stories', ['report', 'stories']],
  ['blockers', ['report', 'blockers']],
  ['purpose', ['report', 'purpose']],
  ['calendar', ['report', 'calendar']],
]

/** Every format, by the flags that ask for it. */
export const FORMATS: readonly (readonly [format: string, flags: readonly string[]])[] = [
  ['text', []],
  ['markdown', ['--format', 'markdown']],
  ['html', ['--format', 'html']],
  ['csv', ['--format', 'csv']],
  ['json', ['--json']],
  ['plain', ['--plain']],
]

/** Returns whether a report can be made of the journal: the history of a customer needs one, and something to tell. */
export function canTell(argv: readonly string[], entries: readonly Entry[] = []): boolean {
  return !argv.includes(SOMEBODY) || somebodyIn(entries) !== undefined
}

/** Returns the command line with somebody of the journal in it. */
export function lineFor(argv: readonly string[], entries: readonly Entry[] = []): string[] {
  return argv.map((part) => (part === SOMEBODY ? (somebodyIn(entries) ?? 'nobody') : part))
}

function somebodyIn(entries: readonly Entry[]): string | undefined {
  return entries.find(({ customer, share }) => customer !== ANON && share !== 'never')?.customer
}

/** Runs one command line in a world in memory and returns what it printed and said. */
export async function runIn(options: WorldOptions, argv: readonly string[]) {
  const world = await aWorld(options)
  const code = await world.run(...lineFor(argv, options.entries))
  return { code, out: world.out(), err: world.err() }
}
