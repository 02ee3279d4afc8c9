import type { Answers } from './answers.ts'

/** Returns the whole command line that gives the same answers again, quoted for a shell. */
export function commandLine(answers: Answers): string {
  const { who, channel, summary, felt, end, next, passedTo, promised, at, tags, set } = answers
  const flags: readonly (readonly [string, string | undefined])[] = [
    ['--who', who],
    ['--channel', channel],
    ['--felt', felt],
    ['--end', end],
    ['--next', next],
    ['--do', answers.do],
    ['--passed-to', passedTo],
    ['--at', at],
    ...(tags ?? []).map((tag) => ['--tag', tag] as const),
    ...(set ?? []).map((each) => ['--set', each] as const),
  ]
  const given = flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(value)]))
  const text = summary === undefined ? [] : ['--', quoted(summary)]
  return ['afterword log', ...given, ...(promised ? ['--promised'] : []), ...text].join(' ')
}

function quoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}
