import { type DayRange, within } from '../model/day.ts'

/** Tells of the line that begins there; most lines need not be taken out of the text for it. */
export type Test = (text: string, start: number) => boolean

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
