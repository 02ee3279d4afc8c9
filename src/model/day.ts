import dayjs from 'dayjs'

/** A calendar day as `YYYY-MM-DD`. Days compare as text. */
export type Day = string

/** A time as `YYYY-MM-DDTHH:MM:SS+HH:MM` (or `Z`): ISO 8601 with seconds and offset. */
export type Timestamp = string

/** An inclusive range of days; a missing side is open. */
export interface DayRange {
  readonly from?: Day
  readonly to?: Day
}

const MS_PER_DAY = 86_400_000
const DAYS_IN_400_YEARS = 146_097
const FIRST_DAY = dayNumber('0001-01-01')
const LAST_DAY = dayNumber('9999-12-31')

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** How a timestamp is written; whether its day exists is another question. */
export const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/** Returns whether the text is a day that exists: `2026-02-30` and the year 0000 do not. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const [year, month, day] = [+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)]
  return year > 0 && day > 0 && day <= lengthOf(month, year)
}

function lengthOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** Returns whether the text is a timestamp with seconds and offset on a day that exists. */
export function isTimestamp(text: string): boolean {
  return TIMESTAMP.test(text) && isDay(dayOf(text))
}

/** Returns the day a timestamp falls on by the offset stored with it. */
export function dayOf(at: Timestamp): Day {
  return at.slice(0, 10)
}

/** Returns the month of a day or timestamp as `YYYY-MM`. */
export function monthOf(at: Timestamp | Day): string {
  return at.slice(0, 7)
}

/** Returns the day's number counted from 1970-01-01. */
export function dayNumber(day: Day): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; the calendar is the same every 400 years.
  const year = +day.slice(0, 4) + 400
  return Date.UTC(year, +day.slice(5, 7) - 1, +day.slice(8, 10)) / MS_PER_DAY - DAYS_IN_400_YEARS
}

/** Beyond four digits days would no longer compare as text. */
function fromNumber(number: number): Day {
  const kept = Math.min(Math.max(number, FIRST_DAY), LAST_DAY)
  return new Date(kept * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Returns the day `count` days later (earlier when negative), within the years 0001 to 9999. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(dayNumber(day) + count)
}

/** Returns how many days `to` lies after `from` (negative when before). */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Returns the days from the first to the second, 0 where the second is no later: in another zone what came after may lie a calendar day before. */
export function daysSince(from: Day, to: Day): number {
  return Math.max(0, daysBetween(from, to))
}

/** Returns the ISO weekday: 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** Returns the three letters of the day's weekday: `Fri`. */
export function weekdayName(day: Day): string {
  return dayjs(day).format('ddd')
}

/** Returns the day as people write it: `20 Nov`, with the year where asked. */
export function formatDay(day: Day, withYear = false): string {
  return dayjs(day).format(withYear ? 'D MMM YYYY' : 'D MMM')
}

/** Returns the instant of a timestamp in milliseconds, for ordering. */
export function instantOf(at: Timestamp): number {
  return Date.parse(at)
}

/** Returns whether the day lies in the range. */
export function within(day: Day, { from, to }: DayRange): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}
