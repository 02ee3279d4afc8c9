import { misuse, Refusal } from '../errors.ts'
import { checkedEntry } from './checked-entry.ts'
import { type Day, dayOf, formatDay, type Timestamp, weekdayName } from './day.ts'
import type { Entry, FollowUp } from './entry.ts'
import { type CustomerFeeling, isUnhappy } from './feelings.ts'
import {
  ANON,
  hasSomethingOpen,
  isCheckBackOpen,
  isPlanned,
  isUntended,
  leftUnhappyNothingPlanned,
} from './follow-up.ts'

export interface Completion {
  readonly at: Timestamp
  readonly felt?: CustomerFeeling | undefined
  readonly note?: string | undefined
}

/** Returns the entry with its follow-up done and its check-back looked at; throws a Refusal where nothing is open. */
export function complete(entry: Entry, { at, felt, note }: Completion): Entry {
  refuseClosed(entry)
  const said = { ...(felt && { felt }), ...(note && { note }) }
  return changed(entry, at, {
    followUp: completed(entry, at, said),
    ...lookedBack(entry, at),
  })
}

function completed(entry: Entry, at: Timestamp, said: Pick<FollowUp, 'felt' | 'note'>): FollowUp {
  const { followUp } = entry
  if (followUp.status === 'planned')
    return { ...followUp, status: 'done', completedAt: at, ...said }
  if (followUp.status === 'done') return { ...followUp, ...said }
  // Looking back at a hand-off tends to somebody who left unhappy: recorded as done on the spot, without a due day.
  const tended = isUnhappy(entry.felt.after) && isUntended(followUp)
  if (!tended && Object.keys(said).length === 0) return followUp
  const { action } = followUp
  return { status: 'done', ...(action && { action }), completedAt: at, ...said }
}

/** Returns the entry with whatever is open moved to another day, a follow-up planned where nothing was; throws a Refusal where nothing is open. */
export function postpone(entry: Entry, { to, at }: { to: Day; at: Timestamp }): Entry {
  refuseClosed(entry)
  if (to < dayOf(at)) throw misuse(`${formatDay(to, true)} is past: give today or a day to come.`)
  const { followUp, handoff } = entry
  if (leftUnhappyNothingPlanned(entry)) refuseAnon(entry)
  const planned = isPlanned(entry) ? followUp : { status: 'planned' as const }
  return changed(entry, at, {
    followUp:
      isPlanned(entry) || leftUnhappyNothingPlanned(entry) ? { ...planned, due: to } : followUp,
    ...(handoff && isCheckBackOpen(entry) && { handoff: { ...handoff, checkBackDue: to } }),
  })
}

/** Returns the entry with whatever is open dropped for a reason; throws a Refusal where nothing is open. */
export function drop(entry: Entry, { why, at }: { why: string; at: Timestamp }): Entry {
  refuseClosed(entry)
  if (why.trim() === '')
    throw misuse('Dropping a follow-up takes a reason: say why in a few words.')
  return changed(entry, at, { followUp: dropped(entry.followUp, why), ...lookedBack(entry, at) })
}

function dropped(followUp: FollowUp, why: string): FollowUp {
  if (followUp.status === 'done') return { ...followUp, note: followUp.note ?? why }
  if (followUp.status === 'cancelled' && followUp.note) return followUp
  return { ...followUp, status: 'cancelled', note: why }
}

function lookedBack(entry: Entry, at: Timestamp): Pick<Entry, 'handoff'> | undefined {
  if (!entry.handoff || !isCheckBackOpen(entry)) return undefined
  return { handoff: { ...entry.handoff, checkedBackAt: at } }
}

function changed(entry: Entry, at: Timestamp, over: Partial<Entry>): Entry {
  return checkedEntry({ ...entry, ...over, updatedAt: at })
}

/** Throws a misuse where a follow-up would have nobody to be with. */
export function refuseAnon({ customer }: Pick<Entry, 'customer'>): void {
  if (customer === ANON)
    throw misuse(
      'A follow-up needs to know who it is with: give --who a nickname or ticket number.',
    )
}

function refuseClosed(entry: Entry): void {
  if (!hasSomethingOpen(entry))
    throw new Refusal(
      `Nothing is open with ${entry.customer} (${formatOn(entry.at)}): ${formatState(entry.followUp)}.`,
    )
}

function formatState({ status, completedAt, note }: FollowUp): string {
  if (status === 'cancelled') return `the follow-up was dropped, ${JSON.stringify(note ?? '')}`
  if (status === 'done')
    return `the follow-up was done${completedAt ? ` on ${formatOn(completedAt)}` : ''}`
  return 'no follow-up was planned'
}

function formatOn(at: Timestamp): string {
  return `${weekdayName(dayOf(at))} ${formatDay(dayOf(at), true)}`
}
