import { type Day, dayOf, type Timestamp, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Period } from '../model/period.ts'
import { type FieldPath, TRY_NEXT } from './classes.ts'
import { authorSeal, type Codes, contactHash, customerCodes } from './codes.ts'
import { type WeekCounts, weekCounts } from './counts.ts'
import { isRefused, leavesOf, type Terms } from './leaves.ts'
import { packEntry } from './leaving-entry.ts'
import { checksum } from './pack-file.ts'
import { scrubFor } from './scrub.ts'
import { weeksOf, wholeWeeks } from './weeks.ts'

export const PACK_FORMAT = 'afterword-handover'
export const PACK_VERSION = 1

/** What every pack and every report made of packs says of itself. */
export const NOT_FOR = 'For reflection and support. Not for hiring, ranking, pay or discipline.'

type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Loose<T[Key]> }
    : T

/** One contact as it leaves: `hash` in place of its id, a day in place of every time, and only what may leave. */
export type PackEntry = {
  readonly hash: string
  readonly at: Day
} & Pick<Entry, 'channel' | 'felt' | 'disposition' | 'followUp'> &
  Omit<
    Loose<Entry>,
    | 'id'
    | 'at'
    | 'recordedAt'
    | 'updatedAt'
    | 'share'
    | 'private'
    | 'channel'
    | 'felt'
    | 'disposition'
    | 'followUp'
  >

/** What a rep wrote, closing a week, that they want to try in the next. */
export interface Intention {
  readonly week: string
  readonly text: string
}

/** What a rep hands over: the content of `handover-<rep>-<period>.json`. */
export interface Pack {
  readonly format: typeof PACK_FORMAT
  readonly version: typeof PACK_VERSION
  readonly notice: string
  readonly rep: string
  /** Tells two reps of one name apart, and nothing else. */
  readonly author: string
  readonly team?: string
  readonly period: Period
  readonly made: Timestamp
  readonly exportId: string
  /** The fields that were ticked: what is not among them was not left blank but not handed over. */
  readonly include: readonly FieldPath[]
  readonly counts: readonly WeekCounts[]
  /** What the rep wants to try next, from the closings of the weeks. */
  readonly tryNext?: readonly Intention[]
  readonly entries: readonly PackEntry[]
  readonly sha256: string
}

/** Everything a pack is made of. */
export interface Handover {
  readonly rep: string
  readonly team?: string
  readonly period: Period
  /** The day counts such as overdue are true on, and the moment the pack was made. */
  readonly made: Timestamp
  readonly exportId: string
  readonly include: readonly FieldPath[]
  /** The rep's own, of at least 32 characters; it never leaves. */
  readonly secret: string
  readonly neverSay: readonly string[]
  readonly codes?: Codes
  /** The entries of the period's whole weeks, oldest first. */
  readonly entries: readonly Entry[]
  /** The entries, of any day, whose follow-up falls due in those weeks. */
  readonly due: readonly Entry[]
  /** What closing those weeks led to. */
  readonly tryNext?: readonly Intention[]
}

/** Returns the pack of the period: built field by field, from what the classes let go and from nothing else. */
export function makePack(handover: Handover): Pack {
  const { rep, team, period, made, exportId, secret } = handover
  const body: Omit<Pack, 'sha256'> = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    notice: NOT_FOR,
    rep,
    author: authorSeal(secret),
    ...(team !== undefined && { team }),
    period: wholeWeeks(period),
    made,
    exportId,
    include: [...handover.include],
    counts: countsOf(handover),
    ...triedNext(handover),
    entries: packEntries(handover),
  }
  return { ...body, sha256: checksum(body) }
}

/** Returns the entries a handover is about: those of its weeks that the rep did not refuse for good. */
export function handedOver({ period, entries }: Pick<Handover, 'period' | 'entries'>): Entry[] {
  const weeks = wholeWeeks(period)
  return entries.filter((entry) => !isRefused(entry) && within(dayOf(entry.at), weeks))
}

/** Returns what decides about every field of this handover. */
export function termsOf(handover: Handover): Terms {
  const { include, secret, neverSay, codes = 'numbered' } = handover
  const customers = handedOver(handover).map(({ customer }) => customer)
  const codeBook = customerCodes(customers, codes, secret)
  return {
    ticked: new Set<string>(include),
    scrub: scrubFor(neverSay, [...codeBook.keys()].slice(1)),
    hashOf: (id) => contactHash(id, secret),
    codeOf: (customer) => codeBook.get(customer) ?? 'anon',
  }
}

function packEntries(handover: Handover): PackEntry[] {
  const terms = termsOf(handover)
  return handedOver(handover).map((entry) => packEntry(leavesOf(entry, terms)))
}

function triedNext({ include, tryNext = [], ...handover }: Handover): Pick<Pack, 'tryNext'> {
  if (!include.includes(TRY_NEXT) || tryNext.length === 0) return {}
  const { scrub } = termsOf({ include, ...handover })
  return { tryNext: tryNext.map(({ week, text }) => ({ week, text: scrub(text).text })) }
}

function countsOf(handover: Handover): WeekCounts[] {
  const entries = handedOver(handover)
  const due = handover.due.filter((entry) => !isRefused(entry))
  const today = dayOf(handover.made)
  return weeksOf(handover.period).map((week) => weekCounts(week, entries, due, today))
}
