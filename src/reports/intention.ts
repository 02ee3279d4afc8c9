import { addDays, type Day } from '../model/day.ts'
import { weekName } from '../model/period.ts'
import type { Reviews } from '../model/review.ts'
import type { WeekFigures } from './week-figures.ts'

/** Returns what the review of the week before meant to try, and what the review of this week says came of it. */
export function intentionOf(reviews: Reviews, monday: Day): WeekFigures['intention'] {
  const reviewOf = (day: Day) => reviews.weeks.findLast(({ week }) => week === weekName(day))
  const tryNext = reviewOf(addDays(monday, -7))?.tryNext
  if (tryNext === undefined) return undefined
  const { tried, triedNote } = reviewOf(monday) ?? {}
  return { tryNext, ...(tried && { tried }), ...(triedNote && { note: triedNote }) }
}
