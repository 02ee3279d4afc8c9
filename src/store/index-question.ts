import { type Day, type DayRange, dayOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { hasSomethingOpen } from '../model/follow-up.ts'
import { entriesDue, entriesListing, entryOn } from './byte-lines.ts'
import { decodeText } from './damage.ts'
import { linesOfDays } from './days-slice.ts'
import type { MonthNote } from './index-note.ts'
import { searchOf } from './index-search.ts'
import type { Noted } from './index-shelf.ts'
import type { Hint } from './journal.ts'
import { dayTest, type Test } from './line-day.ts'
import { entriesHolding } from './line-search.ts'
import { entriesWhere, lastEntries, lineStarts } from './month-lines.ts'
import { isDueIn } from './selection.ts'

/** Which entries a question is about, and how to come by them where a month is noted in the index. */
export interface Question {
  readonly isMeant: (entry: Entry) => boolean
  /** Returns whether a month can hold any. */
  readonly isIn?: (note: MonthNote) => boolean
  /** Returns the entries of a month that may be meant, from its text. */
  readonly pick?: (text: string) => Entry[]
  /** Returns them from its bytes, where most of them need not be decoded for it. */
  readonly search?: ((bytes: Buffer, note: MonthNote) => Entry[]) | false
  /** Every month is asked: none is worth keeping in memory for the next question. */
  readonly isEverywhere?: boolean
}

type Find = (lines: Buffer) => Entry[]

/** The entries with something open. */
export const isOpen: Question = {
  isMeant: hasSomethingOpen,
  isIn: ({ open }) => open.length > 0,
  search: (bytes, { open }) => open.map((start) => entryOn(bytes, start)),
}

/** Returns the question which follow-ups fall due in the range. */
export function fallsDue(range: DayRange): Question {
  return {
    isMeant: (entry) => isDueIn(entry, range),
    isIn: ({ due }) => due !== undefined && overlaps(due, range),
    search: (bytes) => entriesDue(bytes, range),
  }
}

/** Returns the question which entries were written down at that instant or later; of a month the last alone. */
export function recordedSince(instant: number): Question {
  return {
    isMeant: () => true,
    isIn: ({ recorded }) => recorded !== undefined && recorded[0] >= instant,
    search: (bytes, { recorded }) => (recorded ? [entryOn(bytes, recorded[1])] : []),
  }
}

/** Returns the question for a month's entries, of which no more than the last `count` are wanted. */
export function amongLast(count: number): Question {
  return { isMeant: () => true, pick: (text) => lastEntries(text, count) }
}

/** Returns the question which entries lie in the range and may be what the hint says. */
export function inRange(range: DayRange, hint?: Hint): Question {
  const canBeThen = dayTest(range)
  const pick = (text: string) => entriesWhere(text, lineStarts(text), canBeThen)
  const inLines =
    finderOf(hint, canBeThen) ?? (isBounded(range) && ((lines) => pick(textOf(lines))))
  return {
    isMeant: ({ at }) => within(dayOf(at), range),
    pick,
    isEverywhere: !isBounded(range),
    search: inLines && ((bytes) => inLines(linesOfDays(bytes, range))),
  }
}

/** Returns what finds in lines of bytes the entries that the hint may mean, where they need not all be decoded for it. */
function finderOf(hint: Hint | undefined, passes: Test): Find | undefined {
  if (hint && 'has' in hint) return (lines) => entriesListing(lines, hint.has)
  const holds = hint && searchOf(hint)
  return holds && ((lines) => entriesHolding(lines, holds, passes))
}

/** Returns what a noted month holds of it, or nothing where the index is wrong about the month after all. */
export async function pickFrom(
  { note, text, bytes, once }: Noted,
  { isIn, pick, search, isEverywhere }: Question,
): Promise<Entry[] | undefined> {
  if (isIn && !isIn(note)) return []
  try {
    if (search && isEverywhere) return await once((all) => search(all, note))
    if (search) return search(await bytes(), note)
    return pick?.(await text())
  } catch {
    return undefined
  }
}

function isBounded({ from, to }: DayRange): boolean {
  return from !== undefined || to !== undefined
}

function textOf(bytes: Buffer): string {
  const text = decodeText(bytes)
  if (text === undefined) throw new Error('the bytes are not text after all')
  return text
}

function overlaps([first, last]: readonly [Day, Day], { from = '', to = '9999-12-31' }: DayRange) {
  return first <= to && last >= from
}
