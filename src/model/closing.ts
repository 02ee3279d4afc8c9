import { type Day, weekday } from './day.ts'
import { type Period, periodOf, previousPeriod, weekName } from './period.ts'
import type { DayReview, Reviews, WeekReview } from './review.ts'

const FRIDAY = 5

/** Returns the reviews with what closes a day put over what was kept of it, in the order of days. */
export function withDay(reviews: Reviews, review: DayReview): Reviews {
  const before = reviews.days.find(({ date }) => date === review.date)
  const others = reviews.days.filter(({ date }) => date !== review.date)
  const days = [...others, { ...before, ...review }]
  return { ...reviews, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

/** Returns the reviews with what closes a week put over what was kept of it, in the order of weeks. */
export function withWeek(reviews: Reviews, review: WeekReview): Reviews {
  const before = reviews.weeks.find(({ week }) => week === review.week)
  const others = reviews.weeks.filter(({ week }) => week !== review.week)
  const weeks = [...others, { ...before, ...review }]
  return { ...reviews, weeks: weeks.sort((a, b) => (a.week < b.week ? -1 : 1)) }
}

/** Returns the week to close when none is named: on a Friday the running one, else the newest finished one with entries that is not closed yet. */
export function weekToClose(
  today: Day,
  reviews: Reviews,
  weeksLogged: ReadonlySet<string>,
): Period {
  const running = periodOf(today, 'week')
  const finished = previousPeriod(running)
  if (weekday(today) === FRIDAY) return running
  for (let week = finished; isRecent(week, finished); week = previousPeriod(week)) {
    if (weeksLogged.has(week.name) && !isClosed(reviews, week.name)) return week
  }
  return finished
}

const WEEKS_BACK = 8

function isRecent({ from }: Period, last: Period): boolean {
  return (Date.parse(last.from) - Date.parse(from)) / (7 * 86_400_000) < WEEKS_BACK
}

function isClosed({ weeks }: Reviews, name: string): boolean {
  const review = weeks.find(({ week }) => week === name)
  return review?.best !== undefined || review?.hard !== undefined || review?.tryNext !== undefined
}

/** Returns what the review of the week before said they would try. */
export function intentionFor({ weeks }: Reviews, week: Period): string | undefined {
  const before = weekName(previousPeriod(week).from)
  return weeks.find(({ week: name }) => name === before)?.tryNext
}
