import { Refusal } from '../errors.ts'
import { isDay, isTimestamp, type Timestamp } from '../model/day.ts'
import { localTimestamp, timestampIn, type Zone } from '../model/zone.ts'

/** A time read off a cell. */
export interface CellTime {
  readonly at: Timestamp
  /** The same for the same cell in whatever zone it is read. */
  readonly key: string
}

const CELL =
  /^(\d{4}-\d\d-\d\d)(?:[T ]+(\d{1,2}:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i
// A day without a time stands at its beginning, so that today is never still to come.
const START = '00:00'

/** Returns the time of a cell: ISO 8601, or `YYYY-MM-DD HH:MM` in the given zone, a day alone being its first moment. Returns a reason where it is none. */
export function readTime(cell: string, zone: Zone): CellTime | string {
  const [, day = '', hours = START, seconds = ':00', offset] = CELL.exec(cell.trim()) ?? []
  if (!isDay(day))
    return `is ${JSON.stringify(cell.slice(0, 60))}, not a time such as 2026-11-12 16:40`
  const time = `${hours.padStart(5, '0')}${seconds}`
  if (!isTimestamp(`${day}T${time}Z`)) return `is ${JSON.stringify(cell)}, not a time of day`
  return offset === undefined ? localTime(day, time, zone) : instantTime(day, time, offset, zone)
}

function localTime(day: string, time: string, zone: Zone): CellTime | string {
  try {
    return { at: localTimestamp(day, time, zone), key: `${day}T${time}` }
  } catch (error) {
    if (error instanceof Refusal) return `is a time that does not exist: ${error.message}`
    throw error
  }
}

function instantTime(day: string, time: string, offset: string, zone: Zone): CellTime | string {
  const written = `${day}T${time}${/^[a-z]/i.test(offset) ? 'Z' : withColon(offset)}`
  if (!isTimestamp(written)) return `has the offset ${offset}, which no place has`
  const instant = Date.parse(written)
  return { at: timestampIn(instant, zone), key: new Date(instant).toISOString() }
}

function withColon(offset: string): string {
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
}
