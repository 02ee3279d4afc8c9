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
  const read = feltReader()
  return {
    isMeant: ({ at }) => within(dayOf(at), range),
    pick: (text) => entriesWhere(text, lineStarts(text), canBeThen, read) as Entry[],
  }
}

/** Returns what reads off the line of an entry when it was and how they felt; it throws a SyntaxError where a line does not say. */
function feltReader(): (line: string) => FeltEntry {
  // There are far fewer ways to feel than lines.
  const known = new Map<string, Entry['felt']>()
  const felt = (json: string): Entry['felt'] => {
    const found = known.get(json) ?? JSON.parse(json)
    known.set(json, found)
    return found
  }
  return (line) => {
    const start = line.indexOf(FELT) + FELT.length - 1
    if (start < FELT.length || !line.startsWith(AT, ID_END)) return JSON.parse(line)
    const at = line.slice(AT_START, line.indexOf('"', AT_START))
    return { at, felt: felt(line.slice(start, line.indexOf('}', start) + 1)) }
  }
}
