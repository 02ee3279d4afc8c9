import { type Day, dayOf, daysSince, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { isPlanned } from '../model/follow-up.ts'
import type { Channel, Disposition, Moment } from '../model/vocabulary.ts'
import { isOverdue } from './promises.ts'

/** One contact in the history. */
export interface HistoryLine {
  readonly id: string
  readonly at: Timestamp
  /** Days since the contact before; absent at the first. */
  readonly gap?: number
  readonly channel: Channel
  readonly moment?: Moment
  readonly before: CustomerFeeling
  readonly after: CustomerFeeling
  readonly disposition: Disposition
  readonly summary: string
  readonly relationship?: string
  readonly followUp?: HistoryFollowUp
}

/** What became of a contact's follow-up. */
export interface HistoryFollowUp {
  readonly promised: boolean
  readonly due?: Day
  readonly state: 'on-time' | 'late' | 'done' | 'overdue' | 'open' | 'dropped'
}

/** Returns the contact as a line of the history; `before` is the contact before it. */
export function historyLine(entry: Entry, before: Entry | undefined, today: Day): HistoryLine {
  const { id, at, channel, contact, felt, disposition, summary } = entry
  const followUp = followUpOf(entry, today)
  return {
    id,
    at,
    ...(before && { gap: daysSince(dayOf(before.at), dayOf(at)) }),
    channel,
    ...(contact?.moment && { moment: contact.moment }),
    before: felt.before,
    after: felt.after,
    disposition,
    summary,
    ...(contact?.relationship && { relationship: contact.relationship }),
    ...(followUp && { followUp }),
  }
}

function followUpOf(entry: Entry, today: Day): HistoryFollowUp | undefined {
  const { status, due, promised } = entry.followUp
  if (status === 'not-needed') return undefined
  const state = stateOf(entry, today)
  return { promised: promised === true, ...(due !== undefined && { due }), state }
}

function stateOf(entry: Entry, today: Day): HistoryFollowUp['state'] {
  const { status, due, completedAt } = entry.followUp
  if (isPlanned(entry)) return isOverdue(entry, today) ? 'overdue' : 'open'
  if (status === 'cancelled') return 'dropped'
  if (due === undefined || completedAt === undefined) return 'done'
  return dayOf(completedAt) <= due ? 'on-time' : 'late'
}
