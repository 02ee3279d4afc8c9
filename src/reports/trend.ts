import { addDays, type Day, type DayRange, dayOf } from '../model/day.ts'
import type { FeltEntry } from '../model/entry.ts'
import { type Period, weekName, weekOf } from '../model/period.ts'
import type { Share } from './figure.ts'
import { histogramOf, median } from './histogram.ts'
import { readingOf } from './run-chart.ts'
import { FEW } from './share.ts'
import { rounded } from './statistics.ts'
import { groupBy } from './tally.ts'

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

/** Returns the run chart of a share by week, where ten finished weeks or more hold five entries each (rule R8), else nothing. */
export function weeklyTrend(
  trail: readonly FeltEntry[],
  today: Day,
  figure: (entries: readonly FeltEntry[]) => Share,
): Trend | undefined {
  const over = [...groupBy(trail, ({ at }) => dayOf(at))].filter(([day]) => weekOf(day).to < today)
  const weeks = [...groupBy(over, ([day]) => weekName(day))]
  const points = weeks
    .map(([week, days]) => [week, days.flatMap(([, entries]) => entries)] as const)
    .filter(([, entries]) => entries.length >= FEW)
    .map(([week, entries]) => pointOf(week, figure(entries)))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => (a.week < b.week ? -1 : 1))
  if (points.length < WEEKS_FROM) return undefined
  const values = points.map(({ k, n }) => k / n)
  return { points, median: rounded(median(histogramOf(values)), 4), reading: readingOf(values) }
}

function pointOf(week: string, { k, n }: Share): TrendPoint {
  return { week, k, n }
}
