import { misuse } from '../errors.ts'
import { MONTH_NAMES } from './calendar.ts'
import {
  addDays,
  type Day,
  dayNumber,
  formatDay,
  isDay,
  monthOf,
  weekday,
  weekdayName,
} from './day.ts'
import { readWhen } from './when.ts'

export type Unit = 'day' | 'week' | 'month'

/** A day, an ISO week or a month: its name as typed (`2026-11-09`, `2026-W46`, `2026-11`) and its first and last day. */
export interface Period {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

const WEEK = /^(\d{4})-W(\d{2})$/i
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const TYPE: Readonly<Record<Unit, string>> = {
  day: 'today, yesterday or a day such as 2026-11-09',
  week: 'this, last, a week such as 2026-W46, or a day in it',
  month: 'this, last, a month such as 2026-11, or a day in it',
}

/** Returns the ISO week's year and number: the week belongs to the year of its Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekday(day))
  const newYear = `${thursday.slice(0, 4)}-01-01`
  const week = Math.floor((dayNumber(thursday) - dayNumber(newYear)) / 7) + 1
  return { year: +thursday.slice(0, 4), week }
}

/** Returns the name of the day's ISO week: `2026-W46`. */
export function weekName(day: Day): string {
  const { year, week } = isoWeek(day)
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}

/** Returns the ISO week that holds the day, Monday to Sunday. */
export function weekOf(day: Day): Period {
  const from = addDays(day, 1 - weekday(day))
  return { name: weekName(day), from, to: addDays(from, 6) }
}

/** Returns the month that holds the day. */
export function monthPeriod(day: Day): Period {
  const from = `${monthOf(day)}-01`
  const next = addDays(from, 31)
  return { name: monthOf(day), from, to: addDays(next, -Number(next.slice(8, 10))) }
}

/** Returns the period of the unit that holds the day. */
export function periodOf(day: Day, unit: Unit): Period {
  if (unit === 'week') return weekOf(day)
  return unit === 'month' ? monthPeriod(day) : { name: day, from: day, to: day }
}

/** Returns which unit a period is, by its name. */
export function unitOf({ name }: Period): Unit {
  if (WEEK.test(name)) return 'week'
  return MONTH.test(name) ? 'month' : 'day'
}

/** Returns the period of the same unit before this one. */
export function previousPeriod(period: Period): Period {
  return periodOf(addDays(period.from, -1), unitOf(period))
}

/** Returns whether the period is not over yet, so that its figures are "so far". */
export function isRunning(period: Period, today: Day): boolean {
  return period.to >= today
}

/** Returns the period meant; left out, the running one. Throws a misuse that says what to type for the unit. */
export function readPeriod(typed: string | undefined, unit: Unit, today: Day): Period {
  const text = typed?.trim() ?? ''
  const running = periodOf(today, unit)
  if (text === '' || text === 'this') return running
  if (text === 'last') return previousPeriod(running)
  if (WEEK.test(text)) return readWeek(text, unit)
  if (MONTH.test(text)) return readMonth(text, unit)
  const when = readWhen(text, `${today}T12:00:00Z`, 'past')
  if (when && when.time === undefined && isDay(when.day)) return periodOf(when.day, unit)
  throw misuse(`${JSON.stringify(text)} is not a ${unit}: type ${TYPE[unit]}.`)
}

function readWeek(text: string, unit: Unit): Period {
  if (unit !== 'week') throw misuse(`${text} is a week, not a ${unit}: type ${TYPE[unit]}.`)
  const [, year = '', number = ''] = WEEK.exec(text) ?? []
  const first = weekOf(`${year}-01-04`)
  const week = weekOf(addDays(first.from, (+number - 1) * 7))
  if (week.name === text.toUpperCase()) return week
  throw misuse(`${text} does not exist: ${year} has ${weeksIn(year)} weeks. Type ${TYPE.week}.`)
}

function weeksIn(year: string): number {
  return isoWeek(`${year}-12-28`).week
}

function readMonth(text: string, unit: Unit): Period {
  if (unit !== 'month') throw misuse(`${text} is a month, not a ${unit}: type ${TYPE[unit]}.`)
  return monthPeriod(`${text}-01`)
}

/** Returns the period as people write it: `Week 46, 9-15 Nov`, `November 2026`, `Mon 9 Nov 2026`. */
export function formatPeriod(period: Period): string {
  const { name, from, to } = period
  const unit = unitOf(period)
  if (unit === 'day') return `${weekdayName(from)} ${formatDay(from, true)}`
  if (unit === 'month') return `${MONTH_NAMES[+name.slice(5) - 1]} ${name.slice(0, 4)}`
  return `Week ${+name.slice(-2)}, ${formatRange(from, to)}`
}

/** Returns the days from one to the other: `9-15 Nov`, across months `28 Dec - 3 Jan`. */
export function formatRange(from: Day, to: Day): string {
  return monthOf(from) === monthOf(to)
    ? `${+from.slice(8)}-${formatDay(to)}`
    : `${formatDay(from)} - ${formatDay(to)}`
}
