import { dayOf, instantOf, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { ANON } from '../model/follow-up.ts'
import { fold } from './filter.ts'

/** A contact that another program knows of; what it does not say is missing. */
export interface Told {
  readonly id: string
  readonly at?: Timestamp
  readonly customer?: string
  readonly ref?: string
}

/** One way to recognise an entry: the keys it is looked up by, and what else has to fit. */
interface Way {
  readonly entryKeys: (entry: Entry) => readonly (string | undefined)[]
  readonly toldKey: (told: Told) => string | undefined
  readonly fits: (told: Told, entry: Entry) => boolean
}

const HOUR_MS = 3_600_000
const folded = (text: string | undefined) => (text === undefined ? undefined : fold(text))
const always = () => true

/** The surest way first: what came in from the same file, the case number, and at last who and when. */
const WAYS: readonly Way[] = [
  { entryKeys: ({ id }) => [id], toldKey: ({ id }) => id, fits: always },
  {
    // Who knows customers by their ticket number writes it down as the name.
    entryKeys: ({ contact, customer }) => [folded(contact?.caseRef), folded(customer)],
    toldKey: ({ ref }) => folded(ref),
    fits: always,
  },
  {
    entryKeys: ({ customer }) => [customer === ANON ? undefined : folded(customer)],
    toldKey: ({ customer }) => folded(customer),
    fits: isAbout,
  },
]

/** Returns the contacts that no entry is about yet, in their order; an entry is about one of them at most. */
export function notWrittenDown<Contact extends Told>(
  contacts: readonly Contact[],
  entries: readonly Entry[],
): Contact[] {
  const taken = new Set<Entry>()
  return WAYS.reduce<Contact[]>(
    (left, way) => {
      const index = indexOf(entries, way)
      return left.filter((told) => !take(told, index.get(way.toldKey(told) ?? ''), way, taken))
    },
    [...contacts],
  )
}

function take(
  told: Told,
  found: readonly Entry[] | undefined,
  { fits }: Way,
  taken: Set<Entry>,
): boolean {
  const [nearest] = (found ?? [])
    .filter((entry) => !taken.has(entry) && fits(told, entry))
    .sort((one, other) => apart(told, one) - apart(told, other))
  if (nearest) taken.add(nearest)
  return nearest !== undefined
}

/** Within an hour; on the same day where only the day is known, which stands as its first moment. */
function isAbout(told: Told, entry: Entry): boolean {
  if (told.at === undefined) return false
  if (told.at.slice(11, 19) === '00:00:00') return dayOf(told.at) === dayOf(entry.at)
  return apart(told, entry) <= HOUR_MS
}

function apart({ at }: Told, entry: Entry): number {
  return at === undefined ? 0 : Math.abs(instantOf(at) - instantOf(entry.at))
}

function indexOf(entries: readonly Entry[], { entryKeys }: Way): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of entries)
    for (const key of new Set(entryKeys(entry)))
      if (key) index.set(key, [...(index.get(key) ?? []), entry])
  return index
}
