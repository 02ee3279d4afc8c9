import { type DayRange, dayOf, within } from '../model/day.ts'
import type { Entry, FeltEntry } from '../model/entry.ts'
import { AT, dayTest, ID_END } from './index-hint.ts'
import type { Question } from './index-question.ts'
import { entriesWhere, lineStarts } from './month-lines.ts'

// No text holds these signs, for the quotes in it are escaped; and no other field of this name is a group.
const FELT = '"felt":{'
const AT_START = ID_END + AT.length

/** Returns the question how people felt in the range; who is asked only when nobody was forgotten, for of a line no more is read. */
export function feltIn(range: DayRange): Question {
  const canBeThen = dayTest(range)
  return {
    isMeant: ({ at }) => within(dayOf(at), range),
    pick: (text) => entriesWhere(text, lineStarts(text), canBeThen, feltOf) as Entry[],
  }
}

/** Returns when it was and how they felt, off the line of an entry; throws a SyntaxError where it does not say. */
export function feltOf(line: string): FeltEntry {
  const start = line.indexOf(FELT)
  if (start < 0 || !line.startsWith(AT, ID_END)) return JSON.parse(line)
  const at = line.slice(AT_START, line.indexOf('"', AT_START))
  return { at, felt: JSON.parse(line.slice(start + FELT.length - 1, line.indexOf('}', start) + 1)) }
}
