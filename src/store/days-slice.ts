import { type DayRange, instantOf } from '../model/day.ts'
import { BRACE, NEWLINE, nextLine } from './byte-lines.ts'
import { AT, ID_END } from './line-day.ts'

/** A day's first instant somewhere on earth to its first instant everywhere: offsets reach 14 hours either way. */
export const EDGE_MS = 14 * 3_600_000
const DAY_MS = 24 * 3_600_000
/** As long as a timestamp is with the quote behind it: 2026-11-18T12:00:00-06:00" */
const LONGEST_AT = 26

/** Returns of a month's bytes, laid out as we write it, the lines that can hold days of the range, behind the end of a line before them. */
export function linesOfDays(bytes: Buffer, { from, to }: DayRange): Buffer {
  const first = from === undefined ? 0 : lineFrom(bytes, Date.parse(from) - EDGE_MS)
  const end = to === undefined ? bytes.length : lineFrom(bytes, Date.parse(to) + DAY_MS + EDGE_MS)
  return bytes.subarray(Math.max(0, first - 1), end)
}

/** Returns where the first line begins whose entry is of that instant or later; the lines are in their order. */
function lineFrom(bytes: Buffer, instant: number): number {
  let [low, high] = [nextLine(bytes, 0), bytes.length]
  while (low < high) {
    const line = bytes.lastIndexOf(NEWLINE, ((low + high) >> 1) - 1) + 1
    if (instantAt(bytes, line) < instant) low = nextLine(bytes, line)
    else high = line
  }
  return low
}

/** Returns when the entry on a line was; behind the last of them there is only what ends the list. */
function instantAt(bytes: Buffer, line: number): number {
  if (bytes[line] !== BRACE) return Number.POSITIVE_INFINITY
  const start = line + ID_END + AT.length
  const text = bytes.toString('latin1', line + ID_END, start + LONGEST_AT)
  const instant = instantOf(text.slice(AT.length, text.indexOf('"', AT.length)))
  if (text.startsWith(AT) && !Number.isNaN(instant)) return instant
  throw new Error('a line does not say where we do when it was')
}
