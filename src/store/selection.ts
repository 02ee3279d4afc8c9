import { type DayRange, instantOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { CUSTOMER_FEELINGS } from '../model/feelings.ts'

const UNHAPPY = new Set<string>(
  CUSTOMER_FEELINGS.flatMap(({ word, valence }) => (valence !== null && valence < 0 ? word : [])),
)

/** Returns whether something waits: a planned follow-up, a check-back, or an unhappy goodbye with nothing planned. */
// Until model/follow-up.ts is there.
export function hasSomethingOpen({ felt, followUp, handoff }: Entry): boolean {
  const hasCheckBack = handoff !== undefined && handoff.checkedBackAt === undefined
  const nothingPlanned =
    followUp.status === 'not-needed' ||
    (followUp.status === 'cancelled' && followUp.note === undefined)
  return (
    followUp.status === 'planned' || hasCheckBack || (nothingPlanned && UNHAPPY.has(felt.after))
  )
}

/** Returns whether the follow-up, planned or done, falls due in the range. */
export function isDueIn({ followUp: { status, due } }: Entry, range: DayRange): boolean {
  const counts = status === 'planned' || status === 'done'
  return counts && due !== undefined && within(due, range)
}

/** Returns the entry written down last; of two at the same instant, the later of them in the list. */
export function recordedLast(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>((last, entry) => {
    return last && instantOf(last.recordedAt) > instantOf(entry.recordedAt) ? last : entry
  }, undefined)
}
