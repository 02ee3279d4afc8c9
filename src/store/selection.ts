import { type DayRange, instantOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'

/** Returns whether the follow-up, planned or done, falls due in the range. */
export function isDueIn(entry: Entry, range: DayRange): boolean {
  const { due } = entry.followUp
  return countsDue(entry) && due !== undefined && within(due, range)
}

/** Returns whether the day on which the follow-up falls due still says something: it was not dropped. */
export function countsDue({ followUp: { status } }: Entry): boolean {
  return status === 'planned' || status === 'done'
}

/** Returns the entry written down last; of two at the same instant, the later of them in the list. */
export function recordedLast(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>((last, entry) => {
    return last && instantOf(last.recordedAt) > instantOf(entry.recordedAt) ? last : entry
  }, undefined)
}
