import { type Day, instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Quote, Ref } from './figure.ts'

/** Where a report goes: a person's terminal, or a pipe, file or format that others may read (rule R18). */
export type Audience = 'terminal' | 'elsewhere'

/** Returns the entries that may be quoted: away from the terminal none that is marked `share: never`. */
export function quotable(entries: readonly Entry[], audience: Audience): readonly Entry[] {
  return audience === 'terminal' ? entries : entries.filter((entry) => entry.share !== 'never')
}

/** Returns how many of the entries are counted but not quoted there. */
export function countNeverShared(entries: readonly Entry[], audience: Audience): number {
  return entries.length - quotable(entries, audience).length
}

/** Returns enough of the entry to find it again, with the day something falls due where one is given. */
export function refOf({ id, at, customer, summary }: Entry, due?: Day): Ref {
  return due === undefined ? { id, at, customer, summary } : { id, at, customer, summary, due }
}

/** Orders entries by the instant of `at`, then by id: the journal's own order. */
export function byInstant(a: Entry, b: Entry): number {
  return instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Returns references to those of the entries that may be quoted, oldest first. */
export function refsOf(entries: readonly Entry[], audience: Audience): readonly Ref[] {
  return quotable(entries, audience)
    .toSorted(byInstant)
    .map((entry) => refOf(entry))
}

/** Returns the words picked from each entry that may be quoted, in the entries' order. */
export function quotesOf(
  entries: readonly Entry[],
  audience: Audience,
  pick: (entry: Entry) => string | undefined,
): readonly Quote[] {
  return quotable(entries, audience).flatMap((entry) => {
    const text = pick(entry)
    return text === undefined ? [] : [{ id: entry.id, customer: entry.customer, text }]
  })
}
