import { misuse } from '../errors.ts'
import { type Day, formatDay, type Timestamp, weekdayName } from './day.ts'

/** An offset as stored (`+05:30`, `Z`) or the name of a time zone (`Europe/Stockholm`). */
export type Zone = string

const OFFSET = /^([+-])(\d{2}):(\d{2})$/
const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/** Returns the offset in force at an instant: that of the named time zone, or the fixed one that was given. */
export function offsetAt(instantMs: number, zone: Zone): string {
  if (zone === 'Z') return '+00:00'
  if (OFFSET.test(zone)) return zone
  const day = Math.floor(instantMs / MS_PER_DAY)
  const offset = offsetOfDay(day, zone)
  // No place has moved its clocks and moved them back within one day.
  return offset === offsetOfDay(day + 1, zone) ? offset : offsetAsked(instantMs, zone)
}

// Asking costs far more than remembering, and an import asks for each of its rows.
const offsets = new Map<Zone, Map<number, string>>()

function offsetOfDay(day: number, zone: Zone): string {
  const days = offsets.get(zone) ?? new Map<number, string>()
  offsets.set(zone, days)
  const offset = days.get(day) ?? offsetAsked(day * MS_PER_DAY, zone)
  days.set(day, offset)
  return offset
}

function offsetAsked(instantMs: number, zone: Zone): string {
  const parts = formatterOf(zone).formatToParts(instantMs)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return /[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? '+00:00'
}

const formatters = new Map<Zone, Intl.DateTimeFormat>()

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formatters.set(zone, made)
  return made
}

/** Returns the instant as a timestamp with seconds and the offset in force there. */
export function timestampIn(instantMs: number, zone: Zone): Timestamp {
  const offset = offsetAt(instantMs, zone)
  const local = new Date(instantMs + minutesOf(offset) * MS_PER_MINUTE)
  return `${local.toISOString().slice(0, 19)}${offset}`
}

/** Returns the timestamp of a local day and time; of an hour that a clock change repeats, the first. Throws a misuse for an hour that a clock change skips. */
export function localTimestamp(day: Day, time: string, zone: Zone): Timestamp {
  const local = `${day}T${time.length === 5 ? `${time}:00` : time}`
  const asUtc = Date.parse(`${local}Z`)
  // Whatever the zone does, the offset in force is the one of the day before or the day after.
  const found = [-MS_PER_DAY, MS_PER_DAY]
    .map((away) => offsetAt(asUtc + away, zone))
    .map((offset) => `${local}${offset}`)
    .find((each) => timestampIn(Date.parse(each), zone) === each)
  if (found !== undefined) return found
  throw misuse(
    `${time} on ${weekdayName(day)} ${formatDay(day, true)} does not exist in ${zone}: the clocks skip it.`,
  )
}

/** Returns the offset of a timestamp, as stored. */
export function offsetOf(at: Timestamp): string {
  return at.endsWith('Z') ? 'Z' : at.slice(-6)
}

function minutesOf(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (+hours * 60 + +minutes)
}
