import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS, SEED } from '../reports/random-journal.ts'
import { coachWith } from './samples.ts'
import { MONTH, START, type Step, steps, take, WEEKS } from './steps.ts'

interface Seen {
  readonly period: string
  /** Each pack the report was made of: `rep week variant`. */
  readonly cells: ReadonlySet<string>
}

async function seenIn(happening: readonly Step[]): Promise<Seen[]> {
  const coach = await coachWith([])
  const seen: Seen[] = []
  for (const step of happening) {
    const figures = await take(coach, step)
    if (!figures || figures.withheld !== undefined) continue
    const cells = new Set(figures.stories?.map(({ headline }) => headline))
    seen.push({ period: figures.period.name, cells })
  }
  return seen
}

function repsApart(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const apart = [...one, ...other].filter((cell) => one.has(cell) !== other.has(cell))
  return [...new Set(apart.map((cell) => cell.slice(0, 1)))]
}

/** Returns every way to put one report of each shown week together. */
function weekSums(seen: readonly Seen[]): ReadonlySet<string>[] {
  return WEEKS.map((week) => seen.filter((each) => each.period === week))
    .filter((reports) => reports.length > 0)
    .reduce<ReadonlySet<string>[]>(
      (sums, reports) =>
        sums.flatMap((sum) => reports.map(({ cells }) => new Set([...sum, ...cells]))),
      [new Set()],
    )
}

/** Returns the differences between any two reports, and between any month and its weeks, that are about one rep. */
function leaksIn(seen: readonly Seen[]): string[] {
  const pairs = seen.flatMap((one, at) =>
    seen
      .slice(at + 1)
      .filter((other) => other.period === one.period)
      .map((other) => repsApart(one.cells, other.cells)),
  )
  const months = seen.filter((each) => each.period === MONTH)
  const rests = months.flatMap(({ cells }) => weekSums(seen).map((sum) => repsApart(cells, sum)))
  return [...pairs, ...rests].filter((reps) => reps.length === 1).flat()
}

describe('no two reports', () => {
  it(`differ by one rep, whatever comes, goes and comes back (seed ${SEED})`, async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 8 }), async (more, first) => {
        const seen = await seenIn([...START.slice(0, first), ...more])
        shown += seen.length
        expect(leaksIn(seen)).toEqual([])
      }),
      { ...RUNS, numRuns: 300 },
    )
    expect(shown).toBeGreaterThan(300)
  }, 60_000)
})
