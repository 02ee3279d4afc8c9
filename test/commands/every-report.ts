import { aWorld, type WorldOptions } from '../world.ts'

/** Every report: its name in `schema --report`, and a command line that prints it. */
export const REPORTS: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['today', ['today']],
  ['week', ['week', '2026-W46']],
  ['followups', ['followups']],
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

/** Returns every report in every format, as rows of a table. */
export function everyReport(): (readonly [name: string, format: string, argv: string[]])[] {
  return REPORTS.flatMap(([name, argv]) =>
    FORMATS.map(([format, flags]) => [name, format, [...argv, ...flags]] as const),
  )
}

/** Runs one command line in a world in memory and returns what it printed and said. */
export async function runIn(options: WorldOptions, argv: readonly string[]) {
  const world = await aWorld(options)
  const code = await world.run(...argv)
  return { code, out: world.out(), err: world.err() }
}
