import { misuse } from '../errors.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar.ts'
import { addDays, type Day, isDay, weekday } from './day.ts'

/** Which way an unfinished date leans: `fri` is the last one or the next one, never today. */
export type Lean = 'past' | 'future'

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
  ['day before yesterday', -2],
  ['the day before yesterday', -2],
])

const SHIFT =
  /^(?:(in|\+|-) ?)?(\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten) ?(d|days?|w|wks?|weeks?)( ago| from now)?$/
const WEEKDAY = /^(?:on |by )?(?:(next|last|this) )?([a-z]{3,9})$/
const DAY_FIRST =
  /^(?:on |by )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}),?(?: (\d{4}))?$/
const MONTH_FIRST = /^(?:on |by )?([a-z]{3,9}) (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/
const SLASHED = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/
const ISO = /^\d{4}-\d{2}-\d{2}$/

/** Returns the day the words mean, or nothing. Throws a misuse for a day that does not exist or could be two. */
export function readDayWords(text: string, today: Day, lean: Lean): Day | undefined {
  if (ISO.test(text)) return existing(text, text)
  const fixed = FROM_TODAY.get(text.replace(/^by /, ''))
  if (fixed !== undefined) return addDays(today, fixed)
  if (text === 'next week') return addDays(today, 8 - weekday(today))
  return (
    readShift(text, today, lean) ??
    readWeekday(text, today, lean) ??
    readDate(text, today, lean) ??
    readSlashed(text, today, lean)
  )
}

function readShift(text: string, today: Day, lean: Lean): Day | undefined {
  const [, before, count, unit, after] = SHIFT.exec(text) ?? []
  if (count === undefined || unit === undefined) return undefined
  if (before !== undefined && after !== undefined) return undefined
  const unsaid = before === undefined && after === undefined
  const back = before === '-' || after === ' ago' || (unsaid && lean === 'past')
  const days = numberOf(count) * (unit.startsWith('w') ? 7 : 1)
  return existing(addDays(today, back ? -days : days), text)
}

function numberOf(count: string): number {
  if (count === 'a' || count === 'an') return 1
  if (count === 'ten') return 10
  const named = NUMBERS.indexOf(count)
  return named === -1 ? +count : named
}

function readWeekday(text: string, today: Day, lean: Lean): Day | undefined {
  const [, which, name = ''] = WEEKDAY.exec(text) ?? []
  const wanted = indexOf(WEEKDAY_NAMES, name) + 1
  if (wanted === 0) return undefined
  const back = which === 'last' || (which === undefined && lean === 'past')
  const away = (wanted - weekday(today) + 7) % 7
  // Never today: the same weekday is a week away in either direction.
  return addDays(today, back ? away - 7 : away || 7)
}

function indexOf(names: readonly string[], typed: string): number {
  return typed.length < 3 ? -1 : names.findIndex((name) => isShortFor(name, typed))
}

function isShortFor(name: string, typed: string): boolean {
  const common =
    typed.length === 3 || typed.length === name.length || /^(tues|weds|thurs?|sept)$/.test(typed)
  return (
    common && (name.toLowerCase().startsWith(typed) || (typed === 'weds' && name === 'Wednesday'))
  )
}

function readDate(text: string, today: Day, lean: Lean): Day | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? []
  const [, month2, day2, year2] = MONTH_FIRST.exec(text) ?? []
  const index = indexOf(MONTH_NAMES, month ?? month2 ?? '')
  if (index === -1) return undefined
  return dated(text, { day: +(day ?? day2 ?? 0), month: index + 1 }, year ?? year2, today, lean)
}

function readSlashed(text: string, today: Day, lean: Lean): Day | undefined {
  const [, first, second, year] = SLASHED.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  if (+first <= 12 && +second <= 12 && first !== second)
    throw misuse(`${text} could be two days: write the month as a word ("3 apr") or 2026-04-03.`)
  const dayFirst = +second <= 12
  const date = dayFirst ? { day: +first, month: +second } : { day: +second, month: +first }
  return dated(text, date, year, today, lean)
}

interface DayOfYear {
  readonly day: number
  readonly month: number
}

// Without a year it is the nearest such day in the direction of the question, today included.
function dated(
  text: string,
  date: DayOfYear,
  year: string | undefined,
  today: Day,
  lean: Lean,
): Day {
  const running = +today.slice(0, 4)
  const inRunning = written(running, date)
  if (year !== undefined) return existing(written(+year, date), text)
  if (lean === 'past')
    return existing(inRunning > today ? written(running - 1, date) : inRunning, text)
  return existing(inRunning < today ? written(running + 1, date) : inRunning, text)
}

function written(year: number, { day, month }: DayOfYear): Day {
  const pad = (number: number, width: number) => String(number).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function existing(day: Day, text: string): Day {
  if (isDay(day)) return day
  const year = text.includes(day.slice(0, 4)) ? '' : ` in ${day.slice(0, 4)}`
  throw misuse(`${text} is a day that does not exist${year}.`)
}
