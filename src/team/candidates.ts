import { weeksOf } from '../handover/weeks.ts'
import { addDays } from '../model/day.ts'
import { monthPeriod, type Period, unitOf } from '../model/period.ts'
import type { Shown } from './memory.ts'
import type { Scope } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

/** One way to make a report. */
export interface Candidate {
  readonly scope: Scope
  /** Only where it shows exactly what the last report of the period showed. */
  readonly same?: boolean
  /** Whether weeks that one rep alone fills are left out of it. */
  readonly withoutLone?: boolean
}

/** Returns the ways to report on the period, the fullest first. `shown` is what was shown from the same store. */
export function candidatesFor(period: Period, shown: readonly Shown[]): Candidate[] {
  const own = shown.findLast((each) => each.period === period.name)
  return unitOf(period) === 'week'
    ? weekCandidates(period, own, shown)
    : monthCandidates(period, own, shown)
}

/** A week that was shown stays as it was: a pack that comes later joins the month's. */
function weekCandidates(
  period: Period,
  own: Shown | undefined,
  shown: readonly Shown[],
): Candidate[] {
  const all = { scope: [{ week: period.name }] }
  const month = monthOfWeek(period).name
  const before = own ?? shown.findLast((each) => each.period === month)
  const week = before?.weeks.find((each) => each.week === period.name)
  if (!week) return [all]
  return own ? [{ ...all, same: true }, { scope: [week] }] : [{ scope: [week] }]
}

function monthCandidates(
  period: Period,
  own: Shown | undefined,
  shown: readonly Shown[],
): Candidate[] {
  const weeks = weeksOf(period).map(({ name }) => name)
  const frozen = own?.weeks ?? weeks.map((week) => asShown(week, shown))
  return [
    { scope: weeks.map((week) => ({ week })) },
    { scope: frozen },
    { scope: frozen, withoutLone: true },
  ]
}

/** Returns the month a week belongs to. */
export function monthOfWeek(week: Period): Period {
  return monthPeriod(addDays(week.from, 3))
}

function asShown(week: string, shown: readonly Shown[]): Scope[number] {
  const own = shown.findLast((each) => each.period === week)
  const by = own?.weeks.find((each) => each.week === week)?.by
  return by === undefined ? { week } : { week, by, least: LEAST_ENTRIES }
}
