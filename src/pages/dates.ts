import { MONTH_NAMES } from '../model/calendar.ts'
import { type Day, daysBetween, formatDay, weekdayName } from '../model/day.ts'

/** A period as a report names it. */
export interface Named {
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly soFar: boolean
}

const yearOf = (day: Day) => day.slice(0, 4)

/** Returns the days as people write them, `9-15 Nov` or `30 Nov-6 Dec`, with the year where it is not today's; a week across new year needs none. */
export function formatDays(from: Day, to: Day, today: Day): string {
  const withYear = yearOf(to) !== yearOf(today)
  const acrossYears = yearOf(from) !== yearOf(to)
  const start =
    from.slice(0, 7) === to.slice(0, 7)
      ? `${+from.slice(8)}`
      : formatDay(from, acrossYears && (withYear || !isShort({ from, to })))
  return `${start}-${formatDay(to, withYear)}`
}

const WEEK = /-W0?(\d+)$/

function monthName({ from }: Named): string {
  return `${MONTH_NAMES[+from.slice(5, 7) - 1]} ${yearOf(from)}`
}

/** Returns the period as a heading: `Week 46, 9-15 Nov`, `November 2026` or `Thu 12 Nov`. */
export function periodTitle(period: Named, today: Day): string {
  const week = WEEK.exec(period.name)
  if (week) return `Week ${week[1]}, ${formatDays(period.from, period.to, today)}`
  if (period.from === period.to) return formatDate(period.from, today)
  return monthName(period)
}

/** Returns the heading of a report on the period, with "so far" while it runs. */
export function runningTitle(period: Named, today: Day): string {
  const runs = period.soFar && period.from <= today
  return `${periodTitle(period, today)}${runs ? ', so far' : ''}`
}

/** Returns the period inside a sentence: `week 46 (9-15 Nov)`. */
export function periodWords(period: Named, today: Day): string {
  const week = WEEK.exec(period.name)
  if (!week) return periodTitle(period, today)
  return `week ${week[1]} (${formatDays(period.from, period.to, today)})`
}

/** Returns the day as `Fri 20 Nov`, with the year where it is not today's. */
export function formatDate(day: Day, today: Day): string {
  return `${weekdayName(day)} ${shortDate(day, today)}`
}

/** Returns the day as `20 Nov`, with the year where it is not today's. */
export function shortDate(day: Day, today: Day): string {
  return formatDay(day, yearOf(day) !== yearOf(today))
}

type Span = Pick<Named, 'from' | 'to'>

/** Returns whether each weekday comes at most once in the period, so that its name is enough. */
export function isShort({ from, to }: Span): boolean {
  return daysBetween(from, to) < 7
}

/** Returns the day by its weekday where it lies in a period that is short enough, else by its date. */
export function formatWithin(day: Day, period: Span, today: Day): string {
  if (day >= period.from && day <= period.to && isShort(period)) return weekdayName(day)
  return shortDate(day, today)
}
