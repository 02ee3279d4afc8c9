import { type Day, dayOf, type Timestamp } from '../model/day.ts'
import type { Entry, FollowUp } from '../model/entry.ts'
import { hasSomethingOpen } from '../model/follow-up.ts'
import { type FollowUpItem, followUps } from './follow-ups.ts'
import { type HistoryLine, historyLine } from './history.ts'
import { type FollowUpFigures, followUpFigures } from './promises.ts'
import { type Audience, quotable } from './refs.ts'

/** Words from one contact, and when it was. */
export interface Said {
  readonly at: Timestamp
  readonly text: string
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
  const timeline = said.map((entry, i) => historyLine(entry, said[i - 1], today))
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
