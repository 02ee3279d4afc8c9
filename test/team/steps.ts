import fc from 'fast-check'
import type { Pack } from '../../src/handover/pack.ts'
import type { Channel } from '../../src/model/vocabulary.ts'
import { type Coach, entriesOf, packOf, period } from './samples.ts'

export const WEEKS = ['2026-W46', '2026-W47'] as const
export const MONTH = '2026-11'
const PERIODS = [...WEEKS, MONTH] as const
const REPS = 6
/** Enough for a breakdown, and for a few to come late or to go. */
export const CROWD = 8

export type Variant = keyof typeof VARIANTS
/** A pack as it was first, a small one, and one made later. */
export const VARIANTS = {
  first: { entries: 6, made: '2026-12-01T08:00:00Z' },
  small: { entries: 3, made: '2026-12-01T08:00:01Z' },
  anew: { entries: 7, made: '2026-12-02T08:00:00Z' },
} as const

/** One thing that happens to a team's packs, or a report. */
export type Step =
  | { readonly does: 'add' | 'remove'; rep: number; week: (typeof WEEKS)[number]; as: Variant }
  | { readonly does: 'report'; of: (typeof PERIODS)[number] }

/** Returns the pack; the one story in it names whose it is, so that a report tells which packs it is made of. */
export function packFor(
  rep: number,
  week: string,
  as: Variant,
  channels: readonly Channel[] = [],
): Pack {
  const { entries, made } = VARIANTS[as]
  const channelAt = (at: number) => ({ channel: channels[at] ?? ('phone' as const) })
  const of = (at: number) =>
    at > 0
      ? channelAt(at)
      : {
          ...channelAt(at),
          meaning: { story: { headline: `${rep} ${week} ${as}`, share: 'team' as const } },
        }
  const exportId = `${'0'.repeat(8)}${rep}${week.slice(-1)}${as.slice(0, 1)}0`
  return packOf(rep, entriesOf(rep, entries, { week, of }), {
    period: period(week),
    made,
    exportId,
  })
}

/** Returns every pack there can be, by its name. */
export function packsBy(
  channelsOf: (rep: number, week: string) => readonly Channel[] | undefined = () => [],
): ReadonlyMap<string, Pack> {
  const reps = Array.from({ length: CROWD }, (_, at) => at + 1)
  const all = reps.flatMap((rep) =>
    WEEKS.flatMap((week) =>
      (Object.keys(VARIANTS) as Variant[]).map(
        (as) => [`${rep} ${week} ${as}`, packFor(rep, week, as, channelsOf(rep, week))] as const,
      ),
    ),
  )
  return new Map(all)
}

const packs = packsBy()

/** Takes a step, and returns the report where it made one. */
export async function take(coach: Coach, step: Step, known: ReadonlyMap<string, Pack> = packs) {
  if (step.does === 'report') return coach.report(step.of)
  const pack = known.get(`${step.rep} ${step.week} ${step.as}`)
  if (pack && step.does === 'add') await coach.store.add([pack])
  if (pack && step.does === 'remove') await coach.store.withdraw(pack.exportId)
  return undefined
}

/** Returns random steps of so many reps: packs come, go and come back, and reports are made between. */
export function stepsOf(reps: number): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: packStep('add', reps) },
      { weight: 2, arbitrary: packStep('remove', reps) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...PERIODS).map((of) => ({ does: 'report', of }) as const),
      },
    ),
    { minLength: 4, maxLength: 30 },
  )
}

export const steps = stepsOf(REPS)

function packStep(does: 'add' | 'remove', reps: number): fc.Arbitrary<Step> {
  return fc.record({
    does: fc.constant(does),
    rep: fc.integer({ min: 1, max: reps }),
    week: fc.constantFrom(...WEEKS),
    as: fc.constantFrom<Variant>('first', 'first', 'first', 'small', 'anew'),
  })
}

/** Most of a team has handed over before anything is shown. */
export const START: readonly Step[] = WEEKS.flatMap((week) =>
  [1, 2, 3, 4].map((rep) => ({ does: 'add', rep, week, as: 'first' }) as const),
)

/** All of a large team have handed over. */
export const CROWD_START: readonly Step[] = WEEKS.flatMap((week) =>
  Array.from(
    { length: CROWD },
    (_, at) => ({ does: 'add', rep: at + 1, week, as: 'first' }) as const,
  ),
)

export const CHANNELS = ['phone', 'chat', 'email'] as const

/** What the first contacts of a rep's week came through, by rep and week. */
export type Mix = Readonly<Record<string, readonly Channel[]>>

/** Random channels for everybody of a large team. */
export const mixes: fc.Arbitrary<Mix> = fc.record(
  Object.fromEntries(
    CROWD_START.flatMap((step) =>
      step.does === 'add'
        ? [[`${step.rep} ${step.week}`, fc.array(fc.constantFrom(...CHANNELS), { maxLength: 4 })]]
        : [],
    ),
  ),
)
