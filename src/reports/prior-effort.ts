import type { Entry } from '../model/entry.ts'
import type { Share, Spread } from './figure.ts'
import { BY_FIRST_MET, firstMet } from './groupings.ts'
import { countGroups, type GroupRow, tableBy } from './groups.ts'
import { histogramOf } from './histogram.ts'
import { arrivedUnhappy, feltOf, isFelt, type WithFelt } from './leaving.ts'
import type { Ratio } from './ratio.ts'
import { shareWhere, spreadOf } from './share.ts'

/** M9: what customers had tried before, where it was asked. */
export interface PriorEffort {
  readonly contacts: Spread
  readonly triedBefore: Share
  readonly machineFirst: Share
  /** How many arrived unhappy, by what they had met first. */
  readonly arrivedUnhappy: readonly GroupRow[]
}

const ARRIVED_UNHAPPY: Ratio<WithFelt> = { isIn: isFelt, fits: arrivedUnhappy, form: 'count' }

/** Returns how often customers had tried before, how many met a machine first, and how they arrived. */
export function priorEffort(entries: readonly Entry[], tooFew: boolean): PriorEffort {
  const telling = { form: 'count', tooFew } as const
  const contacts = entries.flatMap(({ contact }) => contact?.priorContacts ?? [])
  const channels = entries.filter(({ contact }) => contact?.priorChannels !== undefined)
  const groups = countGroups(feltOf(entries), {
    groupings: [BY_FIRST_MET],
    ratio: ARRIVED_UNHAPPY,
  })
  return {
    contacts: spreadOf(histogramOf(contacts), '', tooFew),
    triedBefore: shareWhere(contacts, (count) => count >= 1, telling),
    machineFirst: shareWhere(channels, (entry) => firstMet(entry) === 'machine', telling),
    arrivedUnhappy: tableBy(groups, BY_FIRST_MET, ARRIVED_UNHAPPY),
  }
}
