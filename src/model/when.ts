import { misuse } from '../errors.ts'
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  instantOf,
  isTimestamp,
  type Timestamp,
  weekdayName,
} from './day.ts'
import { type Lean, readDayWords } from './when-day.ts'
import { readPartOfDay, readTime } from './when-time.ts'
import { localTimestamp, offsetOf, timestampIn, type Zone } from './zone.ts'

/** A day, the time of day where one was given, and the exact moment where an offset or "ago" fixed it. */
export interface When {
  readonly day: Day
  /** `HH:MM`, or `HH:MM:SS` where seconds were typed. */
  readonly time?: string | undefined
  readonly at?: Timestamp
}

const ISO = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)? ?(z|[+-]\d{2}:?\d{2})?$/
const SHIFT = /^(?:(in|\+|-) ?)?(\d{1,4}|an?|half an) ?(h|hours?|min|mins|minutes?)( ago)?$/
const MS_PER_MINUTE = 60_000

/** Returns what the whole text says, or nothing where it is not understood. Throws a misuse for a day or time that does not exist. */
export function readWhen(typed: string, now: Timestamp, lean: Lean): When | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  return readIso(text) ?? readShift(text, now, lean) ?? readWords(text, dayOf(now), lean)
}

/** Returns the refusal of a text that neither grammar understands, with examples. */
export function unreadWhen(typed: string): Error {
  return misuse(
    `${JSON.stringify(typed)} is not a time afterword can read: try "fri", "tomorrow 9", "in 3 days", "yesterday 16:40" or 2026-11-25.`,
  )
}

function readIso(text: string): When | undefined {
  const [, day, time, seconds, offset] = ISO.exec(text) ?? []
  if (day === undefined || time === undefined) return undefined
  const at = `${day}T${time}${seconds ?? ':00'}${zoneOf(offset)}`
  if (!isTimestamp(at)) throw misuse(`${text.toUpperCase()} does not exist: check day and time.`)
  return { day, time: time + (seconds ?? ''), ...(offset === undefined ? {} : { at }) }
}

function zoneOf(offset: string | undefined): string {
  if (offset === undefined || offset === 'z') return 'Z'
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
}

function readShift(text: string, now: Timestamp, lean: Lean): When | undefined {
  const [, before, count, unit, ago] = SHIFT.exec(text) ?? []
  if (count === undefined || unit === undefined || (before === 'in' && ago)) return undefined
  const back = ago !== undefined || before === '-' || (before === undefined && lean === 'past')
  const minutes = (count.startsWith('half') ? 0.5 : +count || 1) * (unit.startsWith('h') ? 60 : 1)
  const instant = instantOf(now) + (back ? -1 : 1) * minutes * MS_PER_MINUTE
  const at = timestampIn(instant, offsetOf(now))
  return { day: dayOf(at), time: at.slice(11, 16), at }
}

function readWords(text: string, today: Day, lean: Lean): When | undefined {
  const whole = readToday(text, today)
  if (whole !== undefined) return whole
  const day = readDayWords(text, today, lean)
  return day === undefined ? readBoth(text, today, lean) : { day }
}

function readToday(text: string, today: Day): When | undefined {
  if (text === 'now') return { day: today }
  const night = readPartOfDay('night')
  if (text === 'last night') return { day: addDays(today, -1), time: night }
  if (text === 'tonight') return { day: today, time: night }
  const part = text.startsWith('this ') ? readPartOfDay(text.slice(5)) : undefined
  const time = readTime(text) ?? part
  return time === undefined ? undefined : { day: today, time }
}

// "3 dec 9" is a day and an hour, never an hour and a day: the day comes first unless the time is unmistakable.
function readBoth(text: string, today: Day, lean: Lean): When | undefined {
  const words = text.split(' ')
  const cuts = words.slice(1).map((_, at) => {
    return [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')] as const
  })
  for (const [first, last] of cuts) {
    const found = pairOf(first, last, today, lean)
    if (found) return found
  }
  for (const [first, last] of cuts) {
    const found = /^\d+$/.test(first) ? undefined : pairOf(last, first, today, lean)
    if (found) return found
  }
  return undefined
}

function pairOf(dayText: string, timeText: string, today: Day, lean: Lean): When | undefined {
  const time = readTime(timeText) ?? readPartOfDay(timeText)
  const day = time === undefined ? undefined : readDayWords(dayText, today, lean)
  return day === undefined || time === undefined ? undefined : { day, time }
}

/** Returns the moment meant, in the zone (else with the offset of `now`): today without a time is now, another day without one is noon. Throws a misuse when it has not happened yet. */
export function atTimestamp(when: When, now: Timestamp, zone: Zone = offsetOf(now)): Timestamp {
  if (when.at === undefined && when.time === undefined && when.day === dayOf(now)) return now
  const at = when.at ?? localTimestamp(when.day, when.time ?? '12:00', zone)
  if (instantOf(at) <= instantOf(now)) return at
  throw misuse(
    `${formatWhen({ day: dayOf(at), time: at.slice(11, 16) })} has not happened yet: give a time that has passed.`,
  )
}

/** Returns what was understood, to be shown: `Fri 20 Nov 2026`, with the time where there is one. */
export function formatWhen(when: When | Day): string {
  const { day, time } = typeof when === 'string' ? { day: when, time: undefined } : when
  const words = `${weekdayName(day)} ${formatDay(day, true)}`
  return time === undefined ? words : `${words} ${time}`
}
