import { checkedEntry } from './checked-entry.ts'
import { type Day, dayOf, type Timestamp } from './day.ts'
import type { Entry } from './entry.ts'

export type Recognition = NonNullable<NonNullable<Entry['meaning']>['recognition']>[number]

/** Returns the entry with the thanks noted in it. */
export function withThanks(entry: Entry, thanks: Recognition, at: Timestamp): Entry {
  const recognition = [...(entry.meaning?.recognition ?? []), thanks]
  return checkedEntry({ ...entry, updatedAt: at, meaning: { ...entry.meaning, recognition } })
}

/** Returns the entry a thanks belongs to: the newest in which they helped and were not thanked since, else the newest of all. */
export function entryToThankIn(entries: readonly Entry[], name: string): Entry | undefined {
  const helped = entries.findLast((entry) => isWaiting(entry, name))
  return helped ?? entries.at(-1)
}

function isWaiting({ at, care, meaning }: Entry, name: string): boolean {
  const since = (day: Day | undefined) => (day ?? dayOf(at)) >= dayOf(at)
  const isThanked = meaning?.recognition?.some(
    (each) => each.direction === 'given' && each.fromTo === name && since(each.at),
  )
  return Boolean(care?.helpedBy?.includes(name)) && !isThanked
}

/** Returns the entry with more people noted as having helped with it. */
export function withHelpers(entry: Entry, names: readonly string[], at: Timestamp): Entry {
  const helpedBy = [...new Set([...(entry.care?.helpedBy ?? []), ...names])]
  return checkedEntry({ ...entry, updatedAt: at, care: { ...entry.care, helpedBy } })
}
