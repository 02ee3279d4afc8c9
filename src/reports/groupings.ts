import type { Entry } from '../model/entry.ts'
import { BEHAVIOURS, CHANNELS, LOADS, MACHINE_CHANNELS, MOMENTS } from '../model/vocabulary.ts'
import type { Grouping } from './groups.ts'

const one = (word: string | undefined) => (word === undefined ? undefined : [word])

export const BY_CHANNEL: Grouping = {
  by: 'channel',
  names: CHANNELS,
  of: ({ channel }) => [channel],
}

export const BY_MOMENT: Grouping = {
  by: 'moment',
  names: MOMENTS,
  of: ({ contact }) => one(contact?.moment),
}

export const BY_LOAD: Grouping = {
  by: 'load',
  names: LOADS,
  of: ({ contact }) => one(contact?.load),
}

export const BY_BEHAVIOUR: Grouping = {
  by: 'behaviour',
  names: BEHAVIOURS,
  of: ({ care }) => care?.behaviours,
  caution: 'Worth trying, not proof.',
}

/** What stood before a person: a machine, only people, or nothing. */
export const BY_FIRST_MET: Grouping = {
  by: 'first met',
  names: ['machine', 'person', 'nobody'],
  of: (entry) => one(firstMet(entry)),
}

/** Returns whether a machine was among what they had tried, only people, or nothing; undefined where it was not asked. */
export function firstMet({ contact }: Entry): 'machine' | 'person' | 'nobody' | undefined {
  const prior = contact?.priorChannels
  if (prior === undefined) return contact?.priorContacts === 0 ? 'nobody' : undefined
  if (prior.length === 0) return 'nobody'
  return prior.some((channel) => MACHINE_CHANNELS.some((machine) => machine === channel))
    ? 'machine'
    : 'person'
}
