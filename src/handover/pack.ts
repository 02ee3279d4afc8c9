import { createHash } from 'node:crypto'
import { type Day, dayOf, type Timestamp, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Period } from '../model/period.ts'
import type { FieldPath } from './classes.ts'
import { authorSeal, type Codes, contactHash, customerCodes } from './codes.ts'
import { type WeekCounts, weekCounts } from './counts.ts'
import { isRefused, type Leaf, leavesOf, type Terms } from './leaves.ts'
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

function countsOf(handover: Handover): WeekCounts[] {
  const entries = handedOver(handover)
  const due = handover.due.filter((entry) => !isRefused(entry))
  const today = dayOf(handover.made)
  return weeksOf(handover.period).map((week) => weekCounts(week, entries, due, today))
}

function packEntry(leaves: readonly Leaf[]): PackEntry {
  const entry = {}
  for (const { steps, put, verdict } of leaves) if (verdict === 'leaves') place(entry, steps, put)
  return dense(entry) as PackEntry
}

type Branch = Record<string | number, unknown>

function place(root: Branch, steps: readonly (string | number)[], put: unknown): void {
  let branch = root
  steps.forEach((step, depth) => {
    const key = step === 'id' ? 'hash' : step
    const next = steps[depth + 1]
    branch[key] = next === undefined ? put : (branch[key] ?? (typeof next === 'number' ? [] : {}))
    branch = branch[key] as Branch
  })
}

/** Returns the value without the gaps that list items leave of which nothing was ticked. */
function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(dense)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dense(inner)]))
}

/** Returns the SHA-256 of everything in a pack but its checksum. */
export function checksum(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

/** Returns the pack as the text of its file: one entry a line, so that a rep can read what leaves. */
export function formatPack({ entries, sha256, ...head }: Pack): string {
  const before = JSON.stringify(head).slice(0, -1)
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n')
  return `${before},"entries":[\n${lines}\n],"sha256":"${sha256}"}\n`
}

/** Returns the name of the pack's files without its ending: `handover-alex-2026-W46`. A name never becomes a path. */
export function packName({ rep, period }: Pick<Pack, 'rep' | 'period'>): string {
  const plain = rep.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')
  return `handover-${plain.replace(/^-+|-+$/g, '') || 'rep'}-${period.name}`
}
