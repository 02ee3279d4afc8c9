import type { Day } from './day.ts'
import type { Entry, FollowUp } from './entry.ts'
import { isUnhappy } from './feelings.ts'

/** The customer of whom nothing is known: nobody to follow up with. */
export const ANON = 'anon'

/** Returns whether a follow-up is still to be done. */
export function isPlanned({ followUp }: Entry): boolean {
  return followUp.status === 'planned'
}

/** Returns whether a hand-off was not looked back at yet. */
export function isCheckBackOpen({ handoff }: Entry): boolean {
  return handoff !== undefined && handoff.checkedBackAt === undefined
}

/** Returns whether they left unhappy and nothing is planned: definition M5, without its period. */
export function leftUnhappyNothingPlanned(entry: Entry): boolean {
  return isUnhappy(entry.felt.after) && isUntended(entry.followUp) && !isCheckBackOpen(entry)
}

/** Returns whether somebody still waits for something: a follow-up, a check-back, or any word at all. */
export function hasSomethingOpen(entry: Entry): boolean {
  return isPlanned(entry) || isCheckBackOpen(entry) || leftUnhappyNothingPlanned(entry)
}

/** Returns the earliest day on which something open falls due, or nothing where no day is set. */
export function openDue(entry: Entry): Day | undefined {
  const due = isPlanned(entry) ? entry.followUp.due : undefined
  const checkBack = isCheckBackOpen(entry) ? entry.handoff?.checkBackDue : undefined
  return due !== undefined && checkBack !== undefined && checkBack < due
    ? checkBack
    : (due ?? checkBack)
}

/** Returns whether nobody has planned anything, nor said why nothing is needed. */
export function isUntended({ status, note }: FollowUp): boolean {
  return status === 'not-needed' || (status === 'cancelled' && !note)
}
