import type { Context } from '../context.ts'
import type { Counts } from '../model/counts.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import { shortestPrefixes } from '../model/ids.ts'
import { isRunning, type Period, previousPeriod } from '../model/period.ts'
import type { CoachReply, PeriodExtra } from '../pages/extra.ts'
import { handlesOf } from '../pages/handle.ts'
import { weekQuestions } from '../prompts/review-week.ts'
import type { PeriodInput } from '../reports/input.ts'
import { intentionOf } from '../reports/intention.ts'
import { landed } from '../reports/landed.ts'
import { wouldHaveDone } from '../reports/obstacles.ts'
import { type Audience, countNeverShared, quotable } from '../reports/refs.ts'
import { isOldEnough, monthsAround, trailRange, WEEKS, WEEKS_OF_A_WEEK } from '../reports/trend.ts'
import { recentRange } from '../reports/week.ts'

/** What the journal holds for the figures of a period, before it is known who will read them. */
export type Gathered = Omit<PeriodInput, 'audience'>

/** Reads once everything that the figures of a period are made of. */
export async function gatherPeriod(
  ctx: Context,
  report: string,
  period: Period,
): Promise<Gathered> {
  const { journal } = ctx
  const now = await ctx.now()
  return {
    report,
    period,
    now,
    entries: await journal.read(period),
    previous: isRunning(period, dayOf(now)) ? [] : await journal.read(previousPeriod(period)),
    recent: await journal.read(recentRange(period), { has: 'blockers' }),
    due: await journal.due(period),
    open: await journal.open(),
    thanked: await journal.read({ from: period.from }, { has: 'recognition' }),
    firstDay: await journal.firstDay(),
    settings: await ctx.settings.read(),
    reviews: await ctx.reviews.read(),
  }
}

/** Counts the weeks that a week's trend looks back over, where the journal is old enough for one. */
export async function countWeekTrail(
  ctx: Context,
  { period, firstDay }: Gathered,
): Promise<Counts | undefined> {
  return isOldEnough(firstDay, period) ? countTrail(ctx, period, WEEKS_OF_A_WEEK) : undefined
}

/** Counts the weeks that a trend looks back over. */
export function countTrail(ctx: Context, period: Period, weeks?: number): Promise<Counts> {
  return ctx.journal.counts(WEEKS, monthsAround(trailRange(period, weeks)))
}

/** Returns the words a page of the period is told with, as far as this audience may read them. */
export function extraOf(
  gathered: Gathered,
  today: string,
  audience: Audience,
  replies: readonly CoachReply[] = [],
): PeriodExtra {
  const { entries, open, due } = gathered
  return {
    today,
    audience,
    entries: quotable(distinct([...entries, ...open, ...due]), audience),
    handles: handlesOf(open, shortestPrefixes(open.map(({ id }) => id))),
    unnamed: countNeverShared(entries.filter(leftUnhappyNothingPlanned), audience),
    landed: landed(entries, audience),
    wouldHaveDone: wouldHaveDone(entries, audience),
    replies,
    questions: questionsOf(gathered),
  }
}

function questionsOf({ report, period, reviews }: Gathered): readonly string[] {
  if (report !== 'week') return []
  return weekQuestions(period.name, intentionOf(reviews, period.from)?.tryNext)
}

function distinct(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}
