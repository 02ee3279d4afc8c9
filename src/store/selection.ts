import { type DayRange, instantOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'

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
