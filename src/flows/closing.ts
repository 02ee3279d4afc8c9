import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { intentionFor, weekToClose } from '../model/closing.ts'
import { type Day, dayOf } from '../model/day.ts'
import { formatPeriod, type Period, readPeriod, weekName } from '../model/period.ts'
import type { DayReview, WeekReview } from '../model/review.ts'
import { askDayReview } from '../prompts/review-day.ts'
import { askWeekReview } from '../prompts/review-week.ts'
import { weeklyQuestion } from '../prompts/rotating.ts'
import { toThank } from '../reports/recognition.ts'
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
  ctx.remark(
    `${formatPeriod(week)} is closed. The next week opens with what you said you would try.`,
  )
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
  return askWeekReview(ask, { week: week.name, ...(intention !== undefined && { intention }) })
}

/** Closes a day by flags, or by questions where none is given. */
export async function reviewDay(ctx: Context, typed: string, flags: ReviewFlags): Promise<void> {
  const given = dayAnswers(flags)
  const today = await ctx.today()
  const { from: date } = readPeriod(typed === 'today' ? today : typed, 'day', today)
  if (date > today) throw misuse(`${date} has not come yet.`)
  const byFlags = !isEmpty(given) || flags.thank !== undefined
  const { review, names } = byFlags
    ? { review: { date, ...given }, names: flags.thank ?? [] }
    : await askDay(ctx, date)
  await closeDay(ctx, review)
  if (names.length > 0) await noteHelpers(ctx, date, names)
  ctx.remark('The day is closed.')
}

async function askDay(
  ctx: Context,
  date: Day,
): Promise<{ review: DayReview; names: readonly string[] }> {
  const ask = await ctx.ask()
  if (!ask) throw misuse('review asks. Without a terminal, give --helped, --thank or --felt.')
  const [entries, thanked] = await Promise.all([
    ctx.journal.read({ from: date, to: date }),
    ctx.journal.read({ from: date }),
  ])
  const { review, toThank: names } = await askDayReview(ask, {
    date,
    stillToThank: toThank(entries, thanked),
  })
  return { review, names }
}

const isEmpty = (answers: object) => Object.keys(answers).length === 0
