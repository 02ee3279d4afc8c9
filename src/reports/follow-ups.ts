import { type Day, daysBetween, daysSince } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { isCheckBackOpen, isPlanned, leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import { byCheckBack, checkBackOf } from './hand-offs.ts'
import { byUrgency, dueOf, isPromised } from './promises.ts'
import { type Audience, byInstant, quotable } from './refs.ts'

/** One thing still to do for somebody: an element of `followups --json`. */
export interface FollowUpItem {
  readonly id: string
  readonly kind: 'unhappy' | 'follow-up' | 'hand-off'
  readonly customer: string
  readonly summary: string
  readonly action?: string
  readonly due?: Day
  readonly promised: boolean
  /** 0 before and on the day it is due. */
  readonly daysOverdue: number
  /** How they left. */
  readonly felt: CustomerFeeling
}

const WEEK = 7

/** Returns what is open: people left unhappy with nothing planned, then follow-ups (overdue, today, the next 7 days, later), then hand-offs to look back at. */
export function followUps(
  open: readonly Entry[],
  today: Day,
  audience: Audience,
): readonly FollowUpItem[] {
  const said = quotable(open, audience)
  const unhappy = said.filter(leftUnhappyNothingPlanned).toSorted(byInstant)
  const planned = said
    .filter(isPlanned)
    .toSorted((a, b) => sectionOf(a, today) - sectionOf(b, today) || byUrgency(a, b))
  const passedOn = said.filter(isCheckBackOpen).toSorted(byCheckBack)
  return [
    ...unhappy.map((entry) => itemOf(entry, 'unhappy', today)),
    ...planned.map((entry) => itemOf(entry, 'follow-up', today)),
    ...passedOn.map((entry) => itemOf(entry, 'hand-off', today)),
  ]
}

function sectionOf(entry: Entry, today: Day): number {
  const ahead = daysBetween(today, dueOf(entry))
  return ahead < 0 ? 0 : ahead === 0 ? 1 : ahead <= WEEK ? 2 : 3
}

function itemOf(entry: Entry, kind: FollowUpItem['kind'], today: Day): FollowUpItem {
  const { id, customer, summary, felt, followUp } = entry
  const due = dueFor(entry, kind)
  const action = kind === 'follow-up' ? followUp.action : undefined
  return {
    id,
    kind,
    customer,
    summary,
    ...(action !== undefined && { action }),
    ...(due !== undefined && { due }),
    promised: kind === 'follow-up' && isPromised(entry),
    daysOverdue: due === undefined ? 0 : daysSince(due, today),
    felt: felt.after,
  }
}

function dueFor(entry: Entry, kind: FollowUpItem['kind']): Day | undefined {
  if (kind === 'follow-up') return entry.followUp.due
  return kind === 'hand-off' ? checkBackOf(entry) : undefined
}
