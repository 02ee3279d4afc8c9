import { type Day, dayOf, daysBetween, formatDay, instantOf, weekdayName } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { ANON, isCheckBackOpen, isPlanned, leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import type { Channel } from '../model/vocabulary.ts'

/** Something a customer still waits for. */
export interface OpenItem {
  readonly id: string
  readonly kind: 'promise' | 'follow-up' | 'check-back' | 'unhappy'
  readonly what?: string
  readonly due?: Day
}

/** A customer of whom the journal knows something. */
export interface KnownCustomer {
  readonly name: string
  readonly felt: CustomerFeeling
  readonly day: Day
  readonly open: readonly OpenItem[]
}

const URGENCY = ['promise', 'follow-up', 'check-back', 'unhappy'] as const

/** Returns every customer but anon, whoever was seen last first; an entry given twice counts once. */
export function knownCustomers(entries: readonly Entry[]): KnownCustomer[] {
  const single = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const newestFirst = single.sort((a, b) => instantOf(b.at) - instantOf(a.at))
  const byName = new Map<string, Entry[]>()
  for (const entry of newestFirst) {
    if (entry.customer === ANON) continue
    byName.set(entry.customer, [...(byName.get(entry.customer) ?? []), entry])
  }
  return [...byName.values()].flatMap(toKnown)
}

function toKnown(contacts: readonly Entry[]): KnownCustomer[] {
  const last = contacts[0]
  if (!last) return []
  const open = contacts
    .flatMap(openItems)
    .sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind))
  return [{ name: last.customer, felt: last.felt.after, day: dayOf(last.at), open }]
}

function openItems(entry: Entry): OpenItem[] {
  const { id, followUp, handoff } = entry
  const items: OpenItem[] = []
  if (isPlanned(entry))
    items.push({
      id,
      kind: followUp.promised ? 'promise' : 'follow-up',
      ...(followUp.action && { what: followUp.action }),
      ...(followUp.due && { due: followUp.due }),
    })
  if (handoff && isCheckBackOpen(entry))
    items.push({ id, kind: 'check-back', what: handoff.to, due: handoff.checkBackDue })
  if (leftUnhappyNothingPlanned(entry)) items.push({ id, kind: 'unhappy' })
  return items
}

/** Returns what to know about a customer at a glance: the last feeling and anything open, without the name. */
export function formatGlance({ felt, day, open }: KnownCustomer, today: Day, dot = '·'): string {
  const left =
    felt === 'unknown'
      ? `last seen ${formatNear(day, today)}`
      : `left ${felt} ${formatNear(day, today)}`
  return [left, ...open.map((item) => formatOpen(item, today))].join(` ${dot} `)
}

function formatOpen({ kind, what, due }: OpenItem, today: Day): string {
  if (kind === 'unhappy') return 'nothing planned'
  const said = {
    promise: `you promised ${what ?? 'to come back'}`,
    'follow-up': what ?? 'follow-up',
    'check-back': `passed to ${what}`,
  }[kind]
  if (due === undefined) return said
  const when = formatNear(due, today)
  return due < today ? `${said}, overdue since ${when}` : `${said}, due ${when}`
}

/** Returns a day as one says it near today: a weekday within six days, else the date, with its year where that differs. */
export function formatNear(day: Day, today: Day): string {
  const away = daysBetween(today, day)
  if (away === 0) return 'today'
  if (Math.abs(away) <= 6) return weekdayName(day)
  return formatDay(day, day.slice(0, 4) !== today.slice(0, 4))
}

/** Returns the channels of the newest contacts, newest first, at most five. */
export function lastChannels(entries: readonly Entry[]): Channel[] {
  const newestFirst = [...entries].sort((a, b) => instantOf(b.at) - instantOf(a.at))
  return newestFirst.slice(0, 5).map(({ channel }) => channel)
}

/** Returns the feelings written down so far, the commonest first. */
export function commonestFeelings(entries: readonly Entry[]): CustomerFeeling[] {
  const counts = new Map<CustomerFeeling, number>()
  for (const { felt } of entries)
    for (const word of [felt.before, felt.after]) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}
