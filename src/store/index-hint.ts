import { type DayRange, within } from '../model/day.ts'
import type { Hint } from './journal.ts'
import { lineStarts } from './month-lines.ts'

/** Tells of the line that begins there; most lines need not be taken out of the text for it. */
export type Test = (text: string, start: number) => boolean
type Find = (text: string) => Iterable<number>

// {"id":"7k3q0000dddd","at":"2026-11-18T...: the day stands at the same place in every line we write.
export const AT = '","at":"'
export const ID_END = 19
const DAY_LENGTH = 10

/** Returns whether a line can hold an entry of the range; where it is told only by reading the entry, it can. */
export function dayTest(range: DayRange): Test {
  if (range.from === undefined && range.to === undefined) return () => true
  const day = ID_END + AT.length
  return (text, start) =>
    !text.startsWith(AT, start + ID_END) ||
    within(text.slice(start + day, start + day + DAY_LENGTH), range)
}

/** Returns what finds the beginnings of the lines that can hold what is looked for, in the text of a month. */
export function finderOf(hint: Hint | undefined): Find {
  return hint && 'has' in hint ? (text) => linesHolding(text, `"${hint.has}":[`) : lineStarts
}

function* linesHolding(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1
    if (start > 0 && text.startsWith('{', start)) yield start
    const end = text.indexOf('\n', at)
    at = end < 0 ? -1 : text.indexOf(wanted, end)
  }
}
