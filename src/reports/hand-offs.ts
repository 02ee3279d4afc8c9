import type { Day } from '../model/day.ts'
import type { Entry, Handoff } from '../model/entry.ts'
import { byInstant } from './refs.ts'

/** M7: what was passed on in a period, and what is out of sight. */
export interface HandOffFigures {
  readonly passedOn: number
  readonly checkedBack: number
  readonly outOfSight: number
}

/** Returns how many of the entries were passed on, looked back at, and lost from sight. */
export function handOffFigures(entries: readonly Entry[], today: Day): HandOffFigures {
  const handoffs = entries.flatMap(({ handoff }) => handoff ?? [])
  return {
    passedOn: handoffs.length,
    checkedBack: handoffs.filter(({ checkedBackAt }) => checkedBackAt !== undefined).length,
    outOfSight: handoffs.filter((handoff) => isOutOfSight(handoff, today)).length,
  }
}

function isOutOfSight({ checkBackDue, checkedBackAt }: Handoff, today: Day): boolean {
  return checkedBackAt === undefined && checkBackDue < today
}

/** Returns the hand-offs not looked back at today whose check-back fell due by the day, oldest first. */
export function outOfSightBy(open: readonly Entry[], today: Day, by: Day): readonly Entry[] {
  return open
    .filter(({ handoff }) => handoff && isOutOfSight(handoff, today) && handoff.checkBackDue <= by)
    .toSorted(byCheckBack)
}

/** Orders hand-offs by the day of their check-back, then by entry. */
export function byCheckBack(a: Entry, b: Entry): number {
  const [first, second] = [checkBackOf(a), checkBackOf(b)]
  return first < second ? -1 : first > second ? 1 : byInstant(a, b)
}

/** Returns the day the hand-off is to be looked back at, empty where the entry was not passed on. */
export function checkBackOf({ handoff }: Entry): Day {
  return handoff?.checkBackDue ?? ''
}
