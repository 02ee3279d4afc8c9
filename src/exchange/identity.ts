import { createHash } from 'node:crypto'
import type { Entry } from '../model/entry.ts'
import { makeId } from '../model/ids.ts'
import type { Reading } from './reading.ts'

/** Returns the id a row without one always gets: 12 characters made by SHA-256 of where it is from and what makes it that contact. */
export function stableId(source: string, key: readonly string[]): string {
  return makeId(sha256(JSON.stringify([source, ...key])))
}

/** Returns what a CSV header is remembered by: the same columns in the same order give the same text. */
export function headerKey(header: readonly string[]): string {
  return sha256(JSON.stringify(header)).toString('hex').slice(0, 16)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** How a row stands to the journal and to the rows before it. `differs`: the same id with other words, left as the journal has it. */
export type Standing = 'new' | 'known' | 'differs' | 'again'

/** Returns a judge of rows that tells nothing twice: it knows the journal's entries and every row it has judged. */
export function recogniser(journal: Iterable<Entry>): (entry: Entry) => Standing {
  const known = new Map<string, string>()
  for (const entry of journal) known.set(entry.id, digest(entry))
  const seen = new Set<string>()
  return (entry) => {
    if (seen.has(entry.id)) return 'again'
    seen.add(entry.id)
    const before = known.get(entry.id)
    if (before === undefined) return 'new'
    return before === digest(entry) ? 'known' : 'differs'
  }
}

// An export holds no private drawer, so that an entry is still the same without it.
function digest({ private: _left, ...entry }: Entry): string {
  return sha256(JSON.stringify(entry)).toString('base64')
}

/** A row with how it stands; only a `new` one is to be added. */
export type Sifted = Reading<Entry> & { readonly standing?: Standing }

/** Returns every row with how it stands to the journal, refused rows as they are. */
export async function* sift(
  rows: AsyncIterable<Reading<Entry>>,
  journal: Iterable<Entry>,
): AsyncGenerator<Sifted> {
  const standingOf = recogniser(journal)
  for await (const row of rows) yield row.ok ? { ...row, standing: standingOf(row.value) } : row
}
