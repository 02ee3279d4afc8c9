import { weeksOf } from '../handover/weeks.ts'
import { addDays } from '../model/day.ts'
import { monthPeriod, type Period, unitOf } from '../model/period.ts'
import type { Shown } from './memory.ts'
import type { Reference, Scope, TeamView } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

// Two reports whose difference is one person would say of that person what neither says alone. So every report is
// measured against those already shown of the same weeks: where exactly one rep makes the difference, what came later
// is left out; where that does not help, the report is withheld.

/** One way to make a report, and the reports it must not differ from by one rep. */
export interface Candidate {
  readonly scope: Scope
  readonly against: readonly (readonly Reference[])[]
  /** How many weeks of reps there were when the same scope was shown. */
  readonly cells?: number
}

/** Returns the ways to report on the period, the fullest first. `shown` is what was shown from the same store. */
export function candidatesFor(period: Period, shown: readonly Shown[]): Candidate[] {
  const own = shown.find((each) => each.period === period.name)
  return unitOf(period) === 'week'
    ? weekCandidates(period, own, shown)
    : monthCandidates(period, own, shown)
}

function weekCandidates(
  period: Period,
  own: Shown | undefined,
  shown: readonly Shown[],
): Candidate[] {
  const month = monthPeriod(addDays(weeksOf(period)[0]?.from ?? period.from, 3)).name
  const before = own ?? shown.find((each) => each.period === month)
  const week = before?.weeks.find((each) => each.week === period.name)
  if (!before || !week) return [{ scope: [{ week: period.name }], against: [] }]
  const against = [[referenceTo(before, week, false)]]
  return [{ scope: [week], against, ...(own && { cells: own.cells }) }]
}

function monthCandidates(
  period: Period,
  own: Shown | undefined,
  shown: readonly Shown[],
): Candidate[] {
  const weeks = weeksOf(period).map(({ name }) => name)
  const ofWeeks = shown.filter((each) => weeks.includes(each.period))
  const before = ofWeeks.flatMap((each) => each.weeks.map((week) => referenceTo(each, week, true)))
  const against = [before, own?.weeks.map((week) => referenceTo(own, week, false)) ?? []].filter(
    (references) => references.length > 0,
  )
  const all = { scope: weeks.map((week) => ({ week })), against }
  if (own) return [all, { scope: own.weeks, against, cells: own.cells }]
  return before.length
    ? [all, { scope: weeks.map((week) => asShown(week, before)), against }]
    : [all]
}

function referenceTo({ at }: Shown, { week, by }: Shown['weeks'][number], few: boolean): Reference {
  return { week, by, since: at, few }
}

function asShown(week: string, before: readonly Reference[]): Scope[number] {
  const reference = before.find((each) => each.week === week)
  return reference ? { week, by: reference.by, least: LEAST_ENTRIES } : { week }
}

/** Returns the first candidate that differs from nothing shown before by one rep, or nothing. */
export async function firstSafe(
  view: TeamView,
  candidates: readonly Candidate[],
): Promise<Candidate | undefined> {
  for (const candidate of candidates) if (await isSafe(view, candidate)) return candidate
  return undefined
}

async function isSafe(view: TeamView, { scope, against, cells }: Candidate): Promise<boolean> {
  for (const references of against) {
    const late = await view.late(scope, references)
    const gone = await view.gone(references)
    if (Math.max(late, gone.reps) === 1) return false
    // A pack can be on its way while a report is made; then something else is there than what was shown.
    if (cells !== undefined && (await view.facts(scope)).cells + gone.cells !== cells) return false
  }
  return true
}
