import type { Day } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { isPlanned, leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import type { Ref } from './figure.ts'
import { checkBackOf, outOfSightBy } from './hand-offs.ts'
import type { PeriodInput } from './input.ts'
import { dueOf, overdueBy } from './promises.ts'
import { type Audience, quotable, refOf, refsOf } from './refs.ts'
import type { WeekFigures } from './week-figures.ts'

/** Returns who comes first: those of the period left unhappy (M5), and everything still open today that fell due by its end. */
export function firstOf(
  { entries, open, period, audience }: PeriodInput,
  today: Day,
): WeekFigures['first'] {
  const said = quotable(open, audience)
  const overdue = overdueBy(said, today, period.to)
  const outOfSight = outOfSightBy(said, today, period.to)
  return {
    leftUnhappyNothingPlanned: refsOf(entries.filter(leftUnhappyNothingPlanned), audience),
    overdue: overdue.map((entry) => refOf(entry, dueOf(entry))),
    outOfSight: outOfSight.map((entry) => refOf(entry, checkBackOf(entry))),
  }
}

/** Returns the entries one by one, each with the day its follow-up is due, where they are too few to sum up. */
export function listedOf(entries: readonly Entry[], audience: Audience): readonly Ref[] {
  return quotable(entries, audience).map((entry) =>
    refOf(entry, isPlanned(entry) ? entry.followUp.due : undefined),
  )
}
