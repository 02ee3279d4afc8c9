import type { Entry } from './entry.ts'

/** How often each thing came up, by its name; what did not is missing. */
export type Counts = ReadonlyMap<string, number>

/** What is counted of entries, so that the counts of two lots of them together are the sums. */
export interface Counting {
  /** A word that no other counting has. */
  readonly name: string
  /** Raised when anything is counted otherwise, or under another name. */
  readonly version: number
  /** That of an entry no more is looked at than when it was and how they felt: less has to be read then. */
  readonly needs?: 'felt'
  /** Returns the names under which an entry is counted; they hold no word that a person typed. */
  readonly namesOf: (entry: Entry) => readonly string[]
}

/** Returns what is counted of the entries. */
export function countEntries(
  entries: Iterable<Entry>,
  { namesOf }: Pick<Counting, 'namesOf'>,
): Counts {
  const counts = new Map<string, number>()
  for (const entry of entries)
    for (const name of namesOf(entry)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Returns the counts of all the lots together. */
export function addCounts(lots: readonly Counts[]): Counts {
  const sums = new Map<string, number>()
  for (const lot of lots)
    for (const [name, count] of lot) sums.set(name, (sums.get(name) ?? 0) + count)
  return sums
}
