import fc from 'fast-check'
import type { Pack } from '../../src/handover/pack.ts'
import { type Coach, entriesOf, packOf, period } from './samples.ts'

export const WEEKS = ['2026-W46', '2026-W47'] as const
export const MONTH = '2026-11'
const PERIODS = [...WEEKS, MONTH] as const
const REPS = 6

type Variant = keyof typeof VARIANTS
/** A pack as it was first, a small one, and one made later. */
const VARIANTS = {
  first: { entries: 6, made: '2026-12-01T08:00:00Z' },
  small: { entries: 3, made: '2026-12-01T08:00:01Z' },
  anew: { entries: 7, made: '2026-12-02T08:00:00Z' },
} as const

/** One thing that happens to a team's packs, or a report. */
export type Step =
  | { readonly does: 'add' | 'remove'; rep: number; week: (typeof WEEKS)[number]; as: Variant }
  | { readonly does: 'report'; of: (typeof PERIODS)[number] }

/** Returns the pack; the one story in it names whose it is, so that a report tells which packs it is made of. */
function packFor(rep: number, week: string, as: Variant): Pack {
  const { entries, made } = VARIANTS[as]
  const of = (at: number) =>
    at > 0
      ? {}
      : { meaning: { story: { headline: `${rep} ${week} ${as}`, share: 'team' as const } } }
  const exportId = `${'0'.repeat(8)}${rep}${week.slice(-1)}${as.slice(0, 1)}0`
  return packOf(rep, entriesOf(rep, entries, { week, of }), {
    period: period(week),
    made,
    exportId,
  })
}

const packs = new Map(
  [1, 2, 3, 4, 5, 6].flatMap((rep) =>
    WEEKS.flatMap((week) =>
      (Object.keys(VARIANTS) as Variant[]).map(
        (as) => [`${rep} ${week} ${as}`, packFor(rep, week, as)] as const,
      ),
    ),
  ),
)

/** Takes a step, and returns the report where it made one. */
export async function take(coach: Coach, step: Step) {
  if (step.does === 'report') return coach.report(step.of)
  const pack = packs.get(`${step.rep} ${step.week} ${step.as}`)
  if (pack && step.does === 'add') await coach.store.add([pack])
  if (pack && step.does === 'remove') await coach.store.withdraw(pack.exportId)
  return undefined
}

/** Random steps: packs come, go and come back, and reports are made between. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: packStep('add') },
    { weight: 2, arbitrary: packStep('remove') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...PERIODS).map((of) => ({ does: 'report', of }) as const),
    },
  ),
  { minLength: 4, maxLength: 30 },
)

function packStep(does: 'add' | 'remove'): fc.Arbitrary<Step> {
  return fc.record({
    does: fc.constant(does),
    rep: fc.integer({ min: 1, max: REPS }),
    week: fc.constantFrom(...WEEKS),
    as: fc.constantFrom<Variant>('first', 'first', 'first', 'small', 'anew'),
  })
}

/** Most of a team has handed over before anything is shown. */
export const START: readonly Step[] = WEEKS.flatMap((week) =>
  [1, 2, 3, 4].map((rep) => ({ does: 'add', rep, week, as: 'first' }) as const),
)
