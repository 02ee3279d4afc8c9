import type { Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { liftOf } from './leaving.ts'
import { type Audience, byInstant, quotable } from './refs.ts'

/** The moment of a day to remember. */
export interface BestMoment {
  readonly id: string
  readonly at: Timestamp
  readonly customer: string
  readonly summary: string
  readonly before: string
  readonly after: string
  readonly customerWords?: string
}

/** Returns the entry with the largest lift, the first of equals, else the first marked as a story, else nothing. */
export function bestMoment(entries: readonly Entry[], audience: Audience): BestMoment | undefined {
  const best = byLift(quotable(entries, audience)).find(isBest)
  if (!best) return undefined
  const { id, at, customer, summary, felt, contact } = best
  const words = contact?.customerWords
  const { before, after } = felt
  return { id, at, customer, summary, before, after, ...(words && { customerWords: words }) }
}

function isBest(entry: Entry): boolean {
  return (liftOf(entry) ?? 0) > 0 || entry.meaning?.story !== undefined
}

/** Returns the entries with the largest lift first, the oldest of equals before the others. */
export function byLift(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, lift: Math.max(0, liftOf(entry) ?? 0) }))
    .sort((a, b) => b.lift - a.lift || byInstant(a.entry, b.entry))
    .map(({ entry }) => entry)
}
