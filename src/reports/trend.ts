import type { Counting, Counts } from '../model/counts.ts'
import { addDays, type Day, type DayRange, dayOf, daysBetween } from '../model/day.ts'
import type { FeltEntry } from '../model/entry.ts'
import { monthPeriod, type Period, weekName, weekOf } from '../model/period.ts'
import { histogramOf, median } from './histogram.ts'
import { ARRIVED_UNHAPPY_LEFT_WELL, LEFT_WELL } from './leaving.ts'
import { type Tallied, talliedAt, tallyName } from './ratio.ts'
import { readingOf } from './run-chart.ts'
import { FEW } from './share.ts'
import { rounded } from './statistics.ts'

const WEEKS_FROM = 10
const WEEKS_SHOWN = 26
/** A week looks back over so many weeks, itself the last. */
export const WEEKS_OF_A_WEEK = 12

export interface TrendPoint {
  readonly week: string
  readonly k: number
  readonly n: number
}

/** A share week by week around its median, a fraction of 4 decimals, and what may be said of it. */
export interface Trend {
  readonly points: readonly TrendPoint[]
  readonly median: number
  readonly reading: string
}

/** Returns the days a trend looks back over: the weeks that end with the period, 26 unless told. */
export function trailRange({ to }: Period, weeks = WEEKS_SHOWN): Required<DayRange> {
  return { from: addDays(weekOf(to).from, -7 * (weeks - 1)), to }
}

/** Returns whether a journal that began on the day is old enough for a trend that ends with the period. */
export function isOldEnough(firstDay: Day | undefined, { to }: Period): boolean {
  return firstDay !== undefined && firstDay <= addDays(weekOf(to).to, -7 * (WEEKS_FROM - 1))
}

/** Returns every day of the months that a range touches: of whole months it may be known what was counted. */
export function monthsAround({ from, to }: Required<DayRange>): Required<DayRange> {
  return { from: monthPeriod(from).from, to: monthPeriod(to).to }
}

/** The shares that are looked at week by week. */
const SHARES = { 'left well': LEFT_WELL, turned: ARRIVED_UNHAPPY_LEFT_WELL } as const

type TrendShare = keyof typeof SHARES

/** What a look over many weeks needs to know of entries. */
export const WEEKS: Counting = { name: 'weeks', version: 1, needs: 'felt', namesOf }

function namesOf(entry: FeltEntry): readonly string[] {
  const week = weekAt(dayOf(entry.at))
  return Object.entries(SHARES).map(([share, ratio]) => tallyName(`${week} ${share}`, entry, ratio))
}

// There are far fewer days than entries.
const weekNames = new Map<Day, string>()

function weekAt(day: Day): string {
  const name = weekNames.get(day) ?? weekName(day)
  weekNames.set(day, name)
  return name
}

/** Where a trend looks: over which weeks, at which share, and which of them are over. */
export interface TrendLook {
  /** From a Monday on. */
  readonly range: Required<DayRange>
  readonly share: TrendShare
  readonly today: Day
}

/** Returns the run chart of a share by week, of what `WEEKS` counted, where ten finished weeks or more hold five entries each (rule R8), else nothing. */
export function weeklyTrend(counts: Counts, { range, share, today }: TrendLook): Trend | undefined {
  const points = mondaysIn(range)
    .filter((monday) => addDays(monday, 6) < today)
    .map((monday) => ({ week: weekName(monday), ...talliedIn(counts, monday, share) }))
    .filter(({ entries, n }) => entries >= FEW && n > 0)
    .map(({ week, k, n }) => ({ week, k, n }))
  if (points.length < WEEKS_FROM) return undefined
  const values = points.map(({ k, n }) => k / n)
  return {
    points,
    median: rounded(median(histogramOf(values)), 4),
    reading: readingOf(values),
  }
}

function mondaysIn({ from, to }: Required<DayRange>): readonly Day[] {
  const weeks = Math.floor(daysBetween(from, to) / 7) + 1
  return Array.from({ length: weeks }, (_, week) => addDays(from, 7 * week))
}

function talliedIn(counts: Counts, monday: Day, share: TrendShare): Tallied {
  return talliedAt(counts, `${weekName(monday)} ${share}`)
}
