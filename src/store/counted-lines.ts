import { type Counting, type Counts, countEntries } from '../model/counts.ts'
import { type DayRange, dayOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { byteStarts, lineOn } from './byte-lines.ts'
import { linesOfDays } from './days-slice.ts'
import type { Erased } from './erased.ts'
import { feltReader } from './felt-lines.ts'
import type { Noted } from './index-shelf.ts'

/** Of which days and of whom entries are counted. */
export interface Whose {
  readonly range: DayRange
  readonly erased: Erased
}

/** Returns what is counted of a noted month, of which no more than one entry is in memory, or nothing where the index is wrong about it after all. */
export async function countNoted(
  { once }: Noted,
  counting: Counting,
  whose: Whose,
): Promise<Counts | undefined> {
  try {
    return await once((bytes) => countLines(bytes, counting, whose))
  } catch {
    return undefined
  }
}

function countLines(bytes: Buffer, counting: Counting, { range, erased }: Whose): Counts {
  // Whether somebody was forgotten is told by more than how people felt.
  const read = counting.needs === 'felt' && erased.isEmpty ? feltReader() : JSON.parse
  const isMeant = (entry: Entry) => within(dayOf(entry.at), range) && !erased.has(entry)
  return countEntries(entriesOn(linesOfDays(bytes, range), read, isMeant), counting)
}

function* entriesOn(
  bytes: Buffer,
  read: (line: string) => Entry,
  isMeant: (entry: Entry) => boolean,
): Generator<Entry> {
  for (const start of byteStarts(bytes)) {
    const entry = read(lineOn(bytes, start))
    if (isMeant(entry)) yield entry
  }
}
