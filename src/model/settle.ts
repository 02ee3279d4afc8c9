import { misuse } from '../errors.ts'
import { checkedEntry } from './checked-entry.ts'
import { dayOf, instantOf, type Timestamp } from './day.ts'
import type { Entry, Handoff } from './entry.ts'
import { refuseAnon } from './follow-up-change.ts'
import type { Disposition } from './vocabulary.ts'
import { nextWorkDay, type WorkDays } from './work-days.ts'

/** An entry not yet checked, whose hand-off may lack what follows from the rest. */
export type Loose = Partial<Omit<Entry, 'handoff'>> & { handoff?: Partial<Handoff> }

/** Returns the entry with what follows from its answers filled in, checked; throws a misuse where they contradict each other. `before` is the entry as it was, when one is amended. */
export function settled(
  loose: Loose,
  now: Timestamp,
  workDays: WorkDays | undefined,
  before?: Entry,
): Entry {
  const visit = loose.disposition === 'visit-scheduled' && loose.disposition !== before?.disposition
  const entry = checkedEntry(withHandoff(visit ? promisedVisit(loose) : loose, now, workDays))
  refuseContradictions(entry, now, before)
  return entry
}

function promisedVisit(loose: Loose): Loose {
  const { followUp } = loose
  if (followUp?.status !== 'planned' || followUp.due === undefined)
    throw misuse('A visit needs its day: say when with --next, such as --next mon.')
  return { ...loose, followUp: { ...followUp, promised: true } }
}

function withHandoff(loose: Loose, now: Timestamp, workDays: WorkDays | undefined): Loose {
  if (!passesOn(loose.disposition) && loose.handoff === undefined) return loose
  // Counted from today too: a contact written down late still leaves a day to look back in.
  const days = [dayOf(now), dayOf(loose.at ?? now)].sort()
  const checkBackDue = nextWorkDay(days.at(-1) ?? dayOf(now), workDays)
  return { ...loose, handoff: { to: 'unknown', reason: 'other', checkBackDue, ...loose.handoff } }
}

/** Returns whether the ending hands the customer to somebody else. */
export function passesOn(disposition: Disposition | undefined): boolean {
  return disposition === 'transferred' || disposition === 'escalated'
}

function refuseContradictions(entry: Entry, now: Timestamp, before: Entry | undefined): void {
  const { at, followUp, handoff, disposition } = entry
  if (at !== before?.at && instantOf(at) > instantOf(now))
    throw misuse(`${at} has not happened yet: give a time that has passed.`)
  if (handoff && !passesOn(disposition) && !before?.handoff)
    throw misuse('A hand-off goes with --end transferred or --end escalated.')
  if (followUp.status !== 'planned') return
  if (followUp.due === undefined)
    throw misuse('A planned follow-up needs a day: say when with --next.')
  refuseAnon(entry)
}
