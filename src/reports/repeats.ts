import type { Entry } from '../model/entry.ts'
import { type Audience, quotable } from './refs.ts'
import { groupBy } from './tally.ts'

const REPEAT_FROM = 3

export interface RootCause {
  readonly rootCause: string
  readonly count: number
}

/** Returns the root causes met three times or more, in order of first appearance; letters' case does not tell them apart. */
export function repeatedCauses(
  entries: readonly Entry[],
  audience: Audience,
): readonly RootCause[] {
  const causes = quotable(entries, audience).flatMap(({ contact }) => contact?.rootCause ?? [])
  return [...groupBy(causes, (cause) => cause.trim().toLowerCase()).values()]
    .filter(({ length }) => length >= REPEAT_FROM)
    .map((same) => ({ rootCause: same[0] ?? '', count: same.length }))
}
