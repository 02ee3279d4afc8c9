import { createHash } from 'node:crypto'
import { instantOf } from '../../model/day.ts'
import type { Entry } from '../../model/entry.ts'
import { makeId } from '../../model/ids.ts'

/** The tag of an entry that is there a second time, so that both can be found and one of them removed. */
export const TWICE = 'two-versions'
const MOST_TAGS = 20

/** A version of an entry that lost its id to another version of it. */
export interface Second {
  readonly first: Entry
  readonly second: Entry
}

/** Returns how long ago the entry was changed last, as an instant in milliseconds. */
export function stampOf({ updatedAt, recordedAt }: Entry): number {
  return instantOf(updatedAt ?? recordedAt)
}

/**
 * Returns the newest of several versions of one entry; those equally new that differ from it are kept under an id of
 * their own, which is the same each time it is made.
 */
export function uniteVersions(versions: readonly Entry[]): { kept: Entry; seconds: Second[] } {
  const distinct = [...new Map(versions.map((entry) => [JSON.stringify(entry), entry])).values()]
  const newest = Math.max(...distinct.map(stampOf))
  const [kept, ...others] = distinct.filter((entry) => stampOf(entry) === newest) as [
    Entry,
    ...Entry[],
  ]
  return { kept, seconds: others.map((other) => ({ first: kept, second: underNewId(other) })) }
}

/** Returns the entry as one of its own: a new id made of all it says, and a tag that tells what happened. */
export function underNewId(entry: Entry): Entry {
  const id = makeId(createHash('sha256').update(JSON.stringify(entry)).digest())
  const { tags = [] } = entry
  const marked = tags.includes(TWICE) || tags.length >= MOST_TAGS ? tags : [...tags, TWICE]
  // Keys stand in the order of the schema, where tags come before what is asked later.
  const { share, contact, care, obstacles, meaning, private: drawer, ...head } = entry
  const rest = { share, contact, care, obstacles, meaning, private: drawer }
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...head, id, tags: [...marked], ...given }
}
