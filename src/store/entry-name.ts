import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'

/** Returns how people are told of an entry: by its customer, but for one never to be shared, since what is told may be read by others. */
export function nameOf(entry: Entry): string {
  return `${whose(entry)} (${entry.id.slice(0, 4)})`
}

/** Returns the same with the entry's day. */
export function nameAndDayOf(entry: Entry): string {
  return `${whose(entry)}, ${dayOf(entry.at)} (${entry.id.slice(0, 4)})`
}

function whose({ customer, share }: Entry): string {
  return share === 'never' ? 'an entry never to be shared' : customer
}
