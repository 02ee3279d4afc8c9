import { addDays, type Day, type DayRange, dayOf } from '../model/day.ts'
import { leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import { isRunning, type Period, unitOf } from '../model/period.ts'
import { workDaysOf } from '../model/work-days.ts'
import { changeOf } from './change.ts'
import { coverageOf } from './coverage.ts'
import { extraStepFigures } from './extra-steps.ts'
import { firstOf, listedOf } from './first.ts'
import { handOffFigures, outOfSightBy } from './hand-offs.ts'
import type { PeriodInput } from './input.ts'
import { intentionOf } from './intention.ts'
import { LEFT_WELL, leavingFigures, leavingShare } from './leaving.ts'
import { purposeAnswers } from './meaning.ts'
import { noticing } from './noticing.ts'
import { blockerCounts, REPEAT_DAYS, repeatedBlockers } from './obstacles.ts'
import { followUpFigures, isPromised, overdueBy } from './promises.ts'
import { toThank } from './recognition.ts'
import { quotable, refsOf } from './refs.ts'
import { FEW } from './share.ts'
import { trailRange, WEEKS_OF_A_WEEK, weeklyTrend } from './trend.ts'
import type { WeekFigures } from './week-figures.ts'

/** Returns the figures of a week, month or day, in the order of the contract's keys. */
export function weekFigures(input: PeriodInput): WeekFigures {
  const { entries, settings, period, report, audience } = input
  const today = dayOf(input.now)
  const tooFew = isTooFew(entries.length, period)
  const purpose = settings.purpose?.line
  const intention = unitOf(period) === 'week' ? intentionOf(input.reviews, period.from) : undefined
  const change = changeIn(input, today)
  const trend = unitOf(period) === 'week' ? leftWellTrend(input, today) : undefined
  const { felt, ...leaving } = leavingFigures(entries, tooFew)
  return {
    report,
    period: {
      name: period.name,
      from: period.from,
      to: period.to,
      soFar: isRunning(period, today),
    },
    ...(purpose !== undefined && { purpose }),
    ...(intention && { intention }),
    entries: entries.length,
    felt,
    tooFew,
    ...(tooFew && { listed: listedOf(entries, audience) }),
    first: firstOf(input, today),
    followUps: followUpFigures(input.due, today, tooFew),
    handoffs: handOffFigures(entries, today),
    ...leaving,
    extraSteps: extraStepFigures(entries, tooFew),
    blockers: blockerCounts(entries),
    ...(trend && { trend }),
    stories: refsOf(
      entries.filter(({ meaning }) => meaning?.story),
      audience,
    ),
    toThank: toThank(quotable(entries, audience), input.thanked),
    ...(change && { change }),
    coverage: coverageOf(entries, spanOf(input, today), tooFew),
    noticing: noticingIn(input, today),
  }
}

/** Returns the days of which `recent` holds the entries: the 28 that end with the period. */
export function recentRange({ to }: Period): Required<DayRange> {
  return { from: addDays(to, 1 - REPEAT_DAYS), to }
}

/** Returns whether a week or month holds too few entries to sum up (rule R2); a day never does. */
export function isTooFew(entries: number, period: Period): boolean {
  return entries < FEW && unitOf(period) !== 'day'
}

function leftWellTrend({ trail, period }: PeriodInput, today: Day) {
  const range = trailRange(period, WEEKS_OF_A_WEEK)
  return trail && weeklyTrend(trail, { range, share: 'left well', today })
}

function changeIn({ entries, previous, period }: PeriodInput, today: Day) {
  if (isRunning(period, today)) return undefined
  const previousTooFew = isTooFew(previous.length, period)
  return changeOf({ entries, previous, unit: unitOf(period), previousTooFew })
}

function spanOf({ period, firstDay, settings }: PeriodInput, today: Day) {
  return { from: period.from, to: period.to, today, firstDay, workDays: workDaysOf(settings) }
}

// Sentences count what the lists may not quote: nobody is pointed at by a number.
function noticingIn(input: PeriodInput, today: Day): readonly string[] {
  const { entries, open, period } = input
  const overdue = overdueBy(open, today, period.to)
  return noticing({
    leftUnhappy: entries.filter(leftUnhappyNothingPlanned).length,
    overdue: overdue.length,
    overduePromises: overdue.filter(isPromised).length,
    outOfSight: outOfSightBy(open, today, period.to).length,
    repeated: repeatedBlockers(input.recent),
    purposeBlocked: purposeAnswers(entries).blocked,
    leftWell: leavingShare(entries, LEFT_WELL),
    change: changeIn(input, today),
    toThank: toThank(entries, input.thanked).length,
    when: input.report === 'today' ? 'today' : `this ${unitOf(period)}`,
  })
}
