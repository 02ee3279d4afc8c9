import { hash } from 'node:crypto'
import type { Entry } from '../model/entry.ts'
import { IdMap } from '../model/id-map.ts'
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
  return hash('sha256', text, 'buffer')
}

/** How a row stands to the journal and to the rows before it. `differs`: the same id with other words, left as the journal has it. */
export type Standing = 'new' | 'known' | 'differs' | 'again'

type Entries = AsyncIterable<readonly Entry[]> | Iterable<readonly Entry[]>

/** A judge of rows that tells nothing twice. */
export type Judge = (entry: Entry) => Standing

// What a row that was judged is remembered as; no digest is negative.
const SEEN = -1
const DIGEST_BYTES = 6

/** Returns a judge that knows the journal's entries, which come some at a time, and every row it has judged. */
export async function recogniser(journal: Entries): Promise<Judge> {
  const known = new IdMap()
  for await (const part of journal) for (const entry of part) known.set(entry.id, digest(entry))
  return (entry) => {
    const before = known.get(entry.id)
    known.set(entry.id, SEEN)
    if (before === SEEN) return 'again'
    if (before === undefined) return 'new'
    return before === digest(entry) ? 'known' : 'differs'
  }
}

// An export holds no private drawer, and a row without a date of its own is written down when it comes in: an entry
// is still the same without the one and with another of the other.
function digest({ private: _left, recordedAt: _when, ...entry }: Entry): number {
  return sha256(JSON.stringify(entry)).readUIntBE(0, DIGEST_BYTES)
}

/** A row with how it stands; only a `new` one is to be added. */
export type Sifted = Reading<Entry> & { readonly standing?: Standing }

/** Returns every row with how it stands to the journal, refused rows as they are. */
export async function* sift(
  rows: AsyncIterable<Reading<Entry>>,
  journal: Entries,
): AsyncGenerator<Sifted> {
  const standingOf = await recogniser(journal)
  for await (const row of rows) yield row.ok ? { ...row, standing: standingOf(row.value) } : row
}
