import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { intentionFor, weekToClose } from '../model/closing.ts'
import { type Day, dayOf } from '../model/day.ts'
import { formatPeriod, type Period, readPeriod, weekName } from '../model/period.ts'
import type { WeekReview } from '../model/review.ts'
import { askDayReview, type DayClose } from '../prompts/review-day.ts'
import { askWeekReview } from '../prompts/review-week.ts'
import { weeklyQuestion } from '../prompts/rotating.ts'
import { toThank } from '../reports/recognition.ts'
import { tellingStop } from './keeping-answers.ts'
import { dayAnswers, type ReviewFlags, weekAnswers } from './review-flags.ts'
import { closeDay, closeWeek } from './reviews.ts'
import { noteHelpers } from './thanking.ts'

/** How far back a week that is not closed yet is looked for. */
const REMEMBERED = 1000

/** Closes a week by flags, or by questions where none is given. */
export async function reviewWeek(
  ctx: Context,
  typed: string | undefined,
  flags: ReviewFlags,
): Promise<void> {
  const given = weekAnswers(flags)
  const week = await whichWeek(ctx, typed)
  const review = isEmpty(given)
    ? await askWeek(ctx, week)
    : {
        week: week.name,
        ...given,
        ...(given.answer !== undefined && { question: weeklyQuestion(week.name) }),
      }
  await closeWeek(ctx, review)
  const next =
    review.tryNext === undefined ? '' : ' The next week opens with what you said you would try.'
  ctx.remark(`${formatPeriod(week)} is closed.${next}`)
}

async function whichWeek(ctx: Context, typed: string | undefined): Promise<Period> {
  const today = await ctx.today()
  const period = typed === undefined ? await openWeek(ctx, today) : readPeriod(typed, 'week', today)
  if (period.from <= today) return period
  throw misuse(`${formatPeriod(period)} has not begun.`)
}

async function openWeek(ctx: Context, today: Day): Promise<Period> {
  const [reviews, entries] = await Promise.all([ctx.reviews.read(), ctx.journal.newest(REMEMBERED)])
  return weekToClose(today, reviews, new Set(entries.map(({ at }) => weekName(dayOf(at)))))
}

async function askWeek(ctx: Context, week: Period): Promise<WeekReview> {
  const ask = await ctx.ask()
  if (!ask) throw misuse('review asks. Without a terminal, give --best, --hard or --try.')
  const intention = intentionFor(await ctx.reviews.read(), week)
  ask.say(formatPeriod(week), 'strong')
  const world = { week: week.name, ...(intention !== undefined && { intention }) }
  return keepingReview(
    (hear) => askWeekReview(ask, world, hear),
    (review) => closeWeek(ctx, review),
    week.name,
  )
}

/** Asks for a review; what somebody who stops has answered by then is kept. */
function keepingReview<T>(
  asking: (hear: (so: T) => void) => Promise<T>,
  keep: (so: T) => Promise<void>,
  typed: string,
): Promise<T> {
  let answered: T | undefined
  const hear = (so: T) => {
    answered = so
  }
  return tellingStop(
    () => asking(hear),
    async () => {
      if (answered === undefined) return undefined
      await keep(answered)
      return `Stopped. What you answered is kept: afterword review ${typed} goes on, and Enter leaves it as it is.`
    },
  )
}

/** Closes a day by flags, or by questions where none is given. */
export async function reviewDay(ctx: Context, typed: string, flags: ReviewFlags): Promise<void> {
  const given = dayAnswers(flags)
  const today = await ctx.today()
  const { from: date } = readPeriod(typed === 'today' ? today : typed, 'day', today)
  if (date > today) throw misuse(`${date} has not come yet.`)
  const byFlags = !isEmpty(given) || flags.thank !== undefined
  const close = byFlags
    ? { review: { date, ...given }, toThank: flags.thank ?? [] }
    : await askDay(ctx, date)
  await keepDay(ctx, close)
  ctx.remark('The day is closed.')
}

async function keepDay(ctx: Context, { review, toThank: names }: DayClose): Promise<void> {
  await closeDay(ctx, review)
  if (names.length > 0) await noteHelpers(ctx, review.date, names)
}

async function askDay(ctx: Context, date: Day): Promise<DayClose> {
  const ask = await ctx.ask()
  if (!ask) throw misuse('review asks. Without a terminal, give --helped, --thank or --felt.')
  const [entries, thanked] = await Promise.all([
    ctx.journal.read({ from: date, to: date }),
    ctx.journal.read({ from: date }),
  ])
  const world = { date, stillToThank: toThank(entries, thanked) }
  return keepingReview<DayClose>(
    (hear) => askDayReview(ask, world, hear),
    (close) => keepDay(ctx, close),
    date,
  )
}

const isEmpty = (answers: object) => Object.keys(answers).length === 0
