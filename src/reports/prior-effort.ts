import type { Entry } from '../model/entry.ts'
import type { Share, Spread } from './figure.ts'
import { BY_FIRST_MET, firstMet } from './groupings.ts'
import { type GroupRow, tableBy } from './groups.ts'
import { arrivedUnhappy, feltOf } from './leaving.ts'
import { shareWhere, spreadOf } from './share.ts'

/** M9: what customers had tried before, where it was asked. */
export interface PriorEffort {
  readonly contacts: Spread
  readonly triedBefore: Share
  readonly machineFirst: Share
  /** How many arrived unhappy, by what they had met first. */
  readonly arrivedUnhappy: readonly GroupRow[]
}

/** Returns how often customers had tried before, how many met a machine first, and how they arrived. */
export function priorEffort(entries: readonly Entry[], tooFew: boolean): PriorEffort {
  const telling = { form: 'count', tooFew } as const
  const contacts = entries.flatMap(({ contact }) => contact?.priorContacts ?? [])
  const channels = entries.filter(({ contact }) => contact?.priorChannels !== undefined)
  return {
    contacts: spreadOf(contacts, '', tooFew),
    triedBefore: shareWhere(contacts, (count) => count >= 1, telling),
    machineFirst: shareWhere(channels, (entry) => firstMet(entry) === 'machine', telling),
    arrivedUnhappy: tableBy(feltOf(entries), BY_FIRST_MET, (members) =>
      shareWhere(members, arrivedUnhappy, telling),
    ),
  }
}
