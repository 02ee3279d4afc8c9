import type { Entry } from '../model/entry.ts'
import { ANON } from '../model/follow-up.ts'
import { BLOCKERS, type Blocker } from '../model/vocabulary.ts'
import type { Quote, Share } from './figure.ts'
import { type Audience, quotesOf } from './refs.ts'
import { shareWhere } from './share.ts'
import { groupBy, mostFirst } from './tally.ts'

/** One kind of blocker: in how many entries, and for how many customers with a name. */
export interface BlockerCount {
  readonly blocker: Blocker
  readonly count: number
  readonly customers: number
}

/** The days before and with a period's last over which a repeat is counted. */
export const REPEAT_DAYS = 28
const REPEAT_FROM = 3

/** Returns the kinds of blocker in the entry, each once. */
export function blockersOf({ obstacles }: Entry): readonly Blocker[] {
  return [...new Set(obstacles?.blockers)]
}

/** Returns M13: each kind of blocker with its entries and distinct customers, most first, then in the list's order. */
export function blockerCounts(entries: readonly Entry[]): readonly BlockerCount[] {
  const met = entries.flatMap((entry) => blockersOf(entry).map((blocker) => ({ blocker, entry })))
  const byBlocker = groupBy(met, ({ blocker }) => blocker)
  const metWith = (blocker: Blocker) => byBlocker.get(blocker) ?? []
  const counts = BLOCKERS.map((word) => ({ word, count: metWith(word).length }))
  return mostFirst(counts).map(({ word, count }) => ({
    blocker: word,
    count,
    customers: customersOf(metWith(word).map(({ entry }) => entry)),
  }))
}

/** Returns how many different customers the entries name; anon is nobody. */
export function customersOf(entries: readonly Entry[]): number {
  return new Set(entries.map(({ customer }) => customer).filter((name) => name !== ANON)).size
}

/** Returns the kinds of blocker met three times or more, given the entries of the 28 days that end with a period. */
export function repeatedBlockers(recent: readonly Entry[]): readonly BlockerCount[] {
  return blockerCounts(recent).filter(({ count }) => count >= REPEAT_FROM)
}

/** Returns whether authority was needed and not had. */
export function lackedAuthority({ obstacles }: Entry): boolean {
  return obstacles?.authority?.needed === true && obstacles.authority.had === false
}

/** Returns what the rep would have done with the authority, in order, and for whom; only what may be quoted. */
export function authorityWishes(entries: readonly Entry[], audience: Audience): readonly Quote[] {
  const lacked = entries.filter(lackedAuthority)
  return quotesOf(lacked, audience, ({ obstacles }) => obstacles?.authority?.wouldHaveDone)
}

/** Returns only the words of what the rep would have done. */
export function wouldHaveDone(entries: readonly Entry[], audience: Audience): readonly string[] {
  return authorityWishes(entries, audience).map(({ text }) => text)
}

/** Returns M12: of the entries that needed authority, those that did not have it. */
export function authorityGap(entries: readonly Entry[], tooFew = false): Share {
  const needed = entries.filter(({ obstacles }) => obstacles?.authority?.needed === true)
  return shareWhere(needed, lackedAuthority, { form: 'count', tooFew })
}
