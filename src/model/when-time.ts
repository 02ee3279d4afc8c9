import { misuse } from '../errors.ts'

const CLOCK = /^(?:at )?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/
const NAMED: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['eod', '17:00'],
  ['end of day', '17:00'],
])
const PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', '09:00'],
  ['afternoon', '15:00'],
  ['evening', '20:00'],
  ['night', '20:00'],
])

/** Returns the hour that stands for a part of the day (`morning` 09:00), or nothing. */
export function readPartOfDay(text: string): string | undefined {
  return PARTS.get(text)
}

/** Returns the time of day meant as `HH:MM`, or nothing. Throws a misuse for a time that does not exist. */
export function readTime(text: string): string | undefined {
  const named = NAMED.get(text.replace(/^(at|by) /, ''))
  if (named !== undefined) return named
  const [, hour, minute, half] = CLOCK.exec(text) ?? []
  if (hour === undefined) return undefined
  return half === undefined ? onTheDay(text, +hour, minute) : onTheHalf(text, +hour, minute, half)
}

function onTheDay(text: string, hour: number, minute: string | undefined): string | undefined {
  // A bare number above 23 is no hour, but need not be a slip of a time either.
  if (minute === undefined && hour > 23) return undefined
  if (hour > 23 || +(minute ?? 0) > 59) throw noSuchTime(text)
  return clock(hour, minute)
}

function onTheHalf(text: string, hour: number, minute: string | undefined, half: string): string {
  if (hour < 1 || hour > 12 || +(minute ?? 0) > 59) throw noSuchTime(text)
  return clock((hour % 12) + (half === 'pm' ? 12 : 0), minute)
}

function clock(hour: number, minute = '00'): string {
  return `${String(hour).padStart(2, '0')}:${minute}`
}

function noSuchTime(text: string): Error {
  return misuse(`${text} is a time that does not exist: give one from 00:00 to 23:59.`)
}
