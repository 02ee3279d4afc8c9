import { type DayRange, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { lineAt } from './month-lines.ts'

export const NEWLINE = 10
/** With it the line of an entry begins. */
export const BRACE = 123
// No text holds these signs, nor those of a list, for the quotes in it are escaped; and no other field of this name is a day.
const DUE = '"due":"'
const DAY_LENGTH = 10

/** Returns where in a month's bytes, laid out as we write it, the line of each entry begins. */
export function* byteStarts(bytes: Buffer): Generator<number> {
  for (let start = nextLine(bytes, 0); start < bytes.length; start = nextLine(bytes, start))
    if (bytes[start] === BRACE) yield start
}

/** Returns the entry whose line begins there; throws a SyntaxError where none does. */
export function entryOn(bytes: Buffer, start: number): Entry {
  return JSON.parse(lineOn(bytes, start))
}

/** Returns the line that begins there, without what parts it from the next. */
export function lineOn(bytes: Buffer, start: number): string {
  return lineAt(bytes.toString('utf8', start, nextLine(bytes, start)), 0)
}

/** Returns the entries on whose lines something falls due in the range; no other line is decoded. */
export function entriesDue(bytes: Buffer, range: DayRange): Entry[] {
  const isMeant = (at: number) => {
    const day = at + DUE.length
    return within(bytes.toString('latin1', day, day + DAY_LENGTH), range)
  }
  return placesOf(bytes, DUE)
    .filter(isMeant)
    .map((at) => entryAround(bytes, at))
}

/** Returns the entries whose lines hold a list of this name; no other line is decoded. */
export function entriesListing(bytes: Buffer, name: string): Entry[] {
  return placesOf(bytes, `"${name}":[`).map((at) => entryAround(bytes, at))
}

function placesOf(bytes: Buffer, signs: string): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(signs); at >= 0; at = bytes.indexOf(signs, at + 1)) places.push(at)
  return places
}

function entryAround(bytes: Buffer, at: number): Entry {
  return entryOn(bytes, bytes.lastIndexOf(NEWLINE, at) + 1)
}

/** Returns where the next line begins, or where the bytes end. */
export function nextLine(bytes: Buffer, from: number): number {
  return bytes.indexOf(NEWLINE, from) + 1 || bytes.length
}
