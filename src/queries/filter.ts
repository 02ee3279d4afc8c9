import { type Day, dayOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { hasSomethingOpen } from '../model/follow-up.ts'
import type { Channel, Disposition } from '../model/vocabulary.ts'

/** Which entries are wanted; every part that is given has to fit. */
export interface Filter {
  readonly from?: Day
  readonly to?: Day
  /** A customer's name, or the beginning of one where nobody is called exactly so. */
  readonly who?: string
  readonly channel?: Channel
  /** How they arrived or left. */
  readonly felt?: CustomerFeeling
  readonly end?: Disposition
  readonly tag?: string
  /** Taken letter by letter, whatever its case. */
  readonly text?: string
  readonly open?: boolean
  /** Only the newest so many. */
  readonly limit?: number
}

type Test = (entry: Entry) => boolean

/** Returns the entries that fit every part of the filter, in their order. */
export function select(entries: readonly Entry[], filter: Filter): readonly Entry[] {
  const tests = testsOf(filter, entries)
  const fitting = entries.filter((entry) => tests.every((fits) => fits(entry)))
  return filter.limit === undefined ? fitting : fitting.slice(-filter.limit || fitting.length)
}

/** Returns whether nothing but the day decides. */
export function isRangeAlone({ from: _, to: __, ...rest }: Filter): boolean {
  return Object.keys(rest).length === 0
}

function testsOf(filter: Filter, entries: readonly Entry[]): readonly Test[] {
  const { who, channel, felt, end, tag, text, open } = filter
  const tests: readonly (Test | undefined)[] = [
    ({ at }) => within(dayOf(at), filter),
    who === undefined ? undefined : isCalled(who, entries),
    channel && ((entry) => entry.channel === channel),
    felt && ((entry) => entry.felt.before === felt || entry.felt.after === felt),
    end && ((entry) => entry.disposition === end),
    tag === undefined
      ? undefined
      : ({ tags = [] }) => tags.some((each) => fold(each) === fold(tag)),
    text === undefined ? undefined : (entry) => fold(textOf(entry)).includes(fold(text)),
    open ? hasSomethingOpen : undefined,
  ]
  return tests.filter((test) => test !== undefined)
}

function isCalled(who: string, entries: readonly Entry[]): Test {
  const called = namesCalled(who, new Set(entries.map(({ customer }) => customer)))
  return ({ customer }) => called.has(customer)
}

/** Returns the customers' names that are meant: those that are exactly so, else those that begin so. */
export function namesCalled(who: string, customers: Iterable<string>): ReadonlySet<string> {
  const name = fold(who)
  const all = [...customers]
  const exact = all.filter((customer) => fold(customer) === name)
  if (exact.length > 0 || name === '') return new Set(exact)
  return new Set(all.filter((customer) => fold(customer).startsWith(name)))
}

/** Returns the names of the entries' customers; where nobody watches, not of those who are only in entries never to be shared. */
export function namesToSay(entries: readonly Entry[], isWatched: boolean): ReadonlySet<string> {
  const sayable = entries.filter(({ share }) => isWatched || share !== 'never')
  return new Set(sayable.map(({ customer }) => customer))
}

// The private drawer is not searched: what a search finds can be exported, and that drawer never is.
function textOf({ summary, customer, tags = [], followUp, obstacles, meaning }: Entry): string {
  const parts = [summary, customer, ...tags, followUp.action, followUp.note, obstacles?.note]
  return [...parts, meaning?.purposeNote].filter((part) => part !== undefined).join('\n')
}

/** Returns the text as it is compared: trimmed, composed, in lower case. */
export function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
