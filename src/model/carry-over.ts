import { checkedEntry } from './checked-entry.ts'
import type { Timestamp } from './day.ts'
import type { Entry } from './entry.ts'

/** Two states of one entry: what was read before the questions, and what the answers made of it. */
export interface Revision {
  readonly before: Entry
  readonly after: Entry
  readonly at: Timestamp
}

/** Returns the entry as it is now with the groups that the answers changed; what another terminal changed meanwhile stays. */
export function carryOver(current: Entry, { before, after, at }: Revision): Entry {
  const keys = Object.keys(after) as (keyof Entry)[]
  const changed = keys.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]])
  return checkedEntry({ ...current, ...Object.fromEntries(changed), updatedAt: at })
}
