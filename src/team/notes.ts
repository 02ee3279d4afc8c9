import { weeksOf, wholeWeeks } from '../handover/weeks.ts'
import { formatRange, type Period, unitOf } from '../model/period.ts'
import type { HiddenParts } from './memory.ts'
import type { Facts, Scope, TeamView } from './store.ts'
import { LEAST_ENTRIES, LEAST_REPS_TO_BREAK_DOWN } from './tally.ts'

/** Returns a sentence on each thing that is not in a report's figures, and why. */
export async function notesOn(
  view: TeamView,
  scope: Scope,
  { reps, counted }: Facts,
  period: Period,
): Promise<string[]> {
  const everyone = await view.facts({ scope: scope.map(({ week }) => ({ week })) })
  return [
    ...smallNote(reps - counted),
    ...lateNote(everyone.reps - reps, period),
    ...loneNote(scope, period),
  ]
}

/** Returns a sentence where a team that is large enough has no breakdown. */
export function brokenDownNote(counted: number, hidden: HiddenParts | undefined): string[] {
  if (hidden || counted < LEAST_REPS_TO_BREAK_DOWN) return []
  return ['Not broken down: less the breakdowns shown before, it would point at somebody.']
}

function smallNote(small: number): string[] {
  return small > 0 ? [`Not in the figures: ${small} with fewer than ${LEAST_ENTRIES} entries.`] : []
}

function lateNote(late: number, period: Period): string[] {
  if (late <= 0) return []
  const { from, to } = wholeWeeks(period)
  const then =
    unitOf(period) === 'week'
      ? 'what they handed over counts in the month'
      : 'alone in it, they would be pointed at, so they are left out'
  return [`${late} handed over after ${formatRange(from, to)} was first shown; ${then}.`]
}

function loneNote(scope: Scope, period: Period): string[] {
  const within = new Set(scope.map(({ week }) => week))
  const lone = weeksOf(period).filter(({ name }) => !within.has(name))
  return lone.map(
    ({ name }) => `${name} is left out: one person alone handed it over, and would be pointed at.`,
  )
}
