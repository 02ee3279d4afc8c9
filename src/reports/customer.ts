import { type Day, dayOf, daysBetween, type Timestamp } from '../model/day.ts'
import type { Entry, FollowUp } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { hasSomethingOpen, isPlanned } from '../model/follow-up.ts'
import type { Channel, Disposition, Moment } from '../model/vocabulary.ts'
import { type FollowUpItem, followUps } from './follow-ups.ts'
import { type FollowUpFigures, followUpFigures, isOverdue } from './promises.ts'
import { type Audience, quotable } from './refs.ts'

/** Words from one contact, and when it was. */
export interface Said {
  readonly at: Timestamp
  readonly text: string
}

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

/** What to know before the next call. */
export interface Know {
  readonly last?: HistoryLine
  readonly open: readonly FollowUpItem[]
  readonly atStake?: Said
  readonly words?: Said
  readonly relationship?: Said
}

/** What one person has been through with us: the JSON of `customer NAME`. Counts only: a person is never a percentage. */
export interface CustomerFigures {
  readonly report: 'customer'
  readonly customer: string
  readonly entries: number
  readonly know: Know
  readonly followUps: Omit<FollowUpFigures, 'kept'>
  /** How often and where they had tried before their first contact here. */
  readonly triedBefore?: { readonly contacts: number; readonly channels: readonly string[] }
  readonly timeline: readonly HistoryLine[]
}

/** The customer, every entry with them in the journal's order, and who is looking when. */
export interface CustomerInput {
  readonly customer: string
  readonly entries: readonly Entry[]
  readonly now: Timestamp
  readonly audience: Audience
}

/** Returns what to know before the next call, and the relationship in order. */
export function customerFigures({
  customer,
  entries,
  now,
  audience,
}: CustomerInput): CustomerFigures {
  const today = dayOf(now)
  const said = quotable(entries, audience)
  const timeline = said.map((entry, i) => lineOf(entry, said[i - 1], today))
  const due = entries.filter(({ followUp: { status, due } }) => due && isKept(status))
  const { kept, ...counts } = followUpFigures(due, today, false)
  const tried = triedBefore(said)
  return {
    report: 'customer',
    customer,
    entries: entries.length,
    know: knowOf(said, timeline, today),
    followUps: counts,
    ...(tried && { triedBefore: tried }),
    timeline,
  }
}

function isKept(status: FollowUp['status']): boolean {
  return status === 'planned' || status === 'done'
}

function knowOf(said: readonly Entry[], timeline: readonly HistoryLine[], today: Day): Know {
  const last = timeline.at(-1)
  const atStake = lastSaid(said, ({ contact }) => contact?.atStake)
  const words = lastSaid(said, ({ contact }) => contact?.customerWords)
  const relationship = lastSaid(said, ({ contact }) => contact?.relationship)
  return {
    ...(last && { last }),
    open: followUps(said.filter(hasSomethingOpen), today, 'terminal'),
    ...(atStake && { atStake }),
    ...(words && { words }),
    ...(relationship && { relationship }),
  }
}

function lastSaid(
  entries: readonly Entry[],
  pick: (entry: Entry) => string | undefined,
): Said | undefined {
  const entry = entries.findLast((each) => pick(each) !== undefined)
  const text = entry && pick(entry)
  return text === undefined || entry === undefined ? undefined : { at: entry.at, text }
}

function triedBefore(entries: readonly Entry[]): CustomerFigures['triedBefore'] {
  const contact = entries[0]?.contact
  if (contact?.priorContacts === undefined) return undefined
  return { contacts: contact.priorContacts, channels: contact.priorChannels ?? [] }
}

function lineOf(entry: Entry, before: Entry | undefined, today: Day): HistoryLine {
  const { id, at, channel, contact, felt, disposition, summary } = entry
  const followUp = followUpOf(entry, today)
  return {
    id,
    at,
    ...(before && { gap: daysBetween(dayOf(before.at), dayOf(at)) }),
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
