import { addDays, dayOf, instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { ANON } from '../model/follow-up.ts'
import type { Share } from './figure.ts'
import { shareWhere } from './share.ts'
import { groupBy } from './tally.ts'

/** The days within which a customer must not come back about the same moment: a convention. */
const WINDOW = 7
const WINDOW_OF_A_VISIT = 30

/** M8: put right at the first contact, where it is known that it was the first. */
export interface FirstContact {
  readonly share: Share
  /** Entries of which it was not asked how often they had tried before. */
  readonly notAsked: number
}

/** Returns how many contacts were the first and the last about the matter; `later` are the entries after these, as far as a window reaches. */
export function firstContact(
  entries: readonly Entry[],
  later: readonly Entry[],
  tooFew = false,
): FirstContact {
  const asked = entries.filter(({ contact }) => contact?.priorContacts !== undefined)
  const byCustomer = groupBy([...entries, ...later], ({ customer }) => customer)
  const others = ({ customer }: Entry) =>
    customer === ANON ? [] : (byCustomer.get(customer) ?? [])
  return {
    share: shareWhere(asked, (entry) => settledAtOnce(entry, others(entry)), {
      form: 'count',
      tooFew,
    }),
    notAsked: entries.length - asked.length,
  }
}

function settledAtOnce(entry: Entry, others: readonly Entry[]): boolean {
  return (
    entry.disposition === 'resolved' &&
    entry.contact?.priorContacts === 0 &&
    !others.some((other) => isReturn(entry, other))
  )
}

function isReturn(entry: Entry, other: Entry): boolean {
  const window = entry.channel === 'on-site' ? WINDOW_OF_A_VISIT : WINDOW
  return (
    other.id !== entry.id &&
    other.contact?.moment === entry.contact?.moment &&
    instantOf(other.at) > instantOf(entry.at) &&
    dayOf(other.at) <= addDays(dayOf(entry.at), window)
  )
}

/** Returns the days after a period in which a customer may come back about it. */
export function returnDays(to: string): { readonly from: string; readonly to: string } {
  return { from: addDays(to, 1), to: addDays(to, WINDOW_OF_A_VISIT) }
}
