import { Refusal } from '../errors.ts'
import { dayOf, formatDay, instantOf, weekdayName } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { hasSomethingOpen } from '../model/follow-up.ts'
import { shortestPrefixes } from '../model/ids.ts'
import { fold } from './filter.ts'

const SHORTEST_ID = 4
const LISTED = 10

/** How an entry is looked for. */
export interface Search {
  /** A customer's name is looked for only among entries with something open. */
  readonly among?: 'open' | undefined
  /** Candidates are listed on a terminal: elsewhere those never to be shared are told by id and time alone. */
  readonly isWatched?: boolean
}

/** Returns the one entry meant by an id or its beginning, `last`, or the start of a customer's name; throws a Refusal that lists the candidates or says what to type. */
export function find(entries: readonly Entry[], meant: string, search: Search = {}): Entry {
  const { among, isWatched = false } = search
  const found = meant === 'last' ? lastRecorded(entries) : candidates(entries, meant, among)
  const [entry, ...others] = found
  if (entry === undefined) throw new Refusal(nothingFits(entries, meant, among))
  if (others.length > 0) throw new Refusal(severalFit(entries, found, { meant, isWatched }))
  return entry
}

/** Returns whether several entries fit, and what to type for each can be told only beside the ids of all the others. */
export function takesEveryId(entries: readonly Entry[], meant: string, { among }: Search): boolean {
  const found = candidates(entries, meant, among)
  return found.length > 1 && found.some(({ id }) => !id.startsWith(fold(meant)))
}

function lastRecorded(entries: readonly Entry[]): readonly Entry[] {
  const last = entries.reduce<Entry | undefined>(
    (last, entry) =>
      last && instantOf(last.recordedAt) > instantOf(entry.recordedAt) ? last : entry,
    undefined,
  )
  return last ? [last] : []
}

function candidates(entries: readonly Entry[], meant: string, among?: 'open'): readonly Entry[] {
  const typed = fold(meant)
  const exact = entries.filter(({ id }) => id === typed)
  if (exact.length > 0) return exact
  const byId = typed.length < SHORTEST_ID ? [] : entries.filter(({ id }) => id.startsWith(typed))
  const byName = named(entries, typed).filter(
    (entry) => among !== 'open' || hasSomethingOpen(entry),
  )
  return [...new Set([...byId, ...byName])]
}

/** Returns the entries of the customer called exactly so, else of those whose name begins so. */
function named(entries: readonly Entry[], typed: string): readonly Entry[] {
  if (typed === '') return []
  const exact = entries.filter(({ customer }) => fold(customer) === typed)
  return exact.length > 0
    ? exact
    : entries.filter(({ customer }) => fold(customer).startsWith(typed))
}

function severalFit(
  entries: readonly Entry[],
  found: readonly Entry[],
  { meant, isWatched }: { readonly meant: string; readonly isWatched: boolean },
): string {
  const short = shortestPrefixes(entries.map(({ id }) => id))
  const lines = found
    .slice(-LISTED)
    .map((entry) => `  ${candidateLine(entry, short.get(entry.id) ?? entry.id, isWatched)}`)
  const more = found.length > LISTED ? [`  and ${found.length - LISTED} older ones`] : []
  const head = `${JSON.stringify(meant)} fits ${found.length} entries. Type the id of the one you mean:`
  return [head, ...lines, ...more].join('\n')
}

function candidateLine(entry: Entry, shortId: string, isWatched: boolean): string {
  const day = dayOf(entry.at)
  const when = `${weekdayName(day)} ${formatDay(day, true)}`
  if (entry.share === 'never' && !isWatched)
    return `${shortId}  ${when} ${entry.at.slice(11, 16)}  (never to be shared)`
  return `${shortId}  ${when}  ${entry.customer}  ${entry.summary}`
}

function nothingFits(entries: readonly Entry[], meant: string, among?: 'open'): string {
  if (meant === 'last') return 'Nothing is written down yet. Begin with: afterword log'
  if (among === 'open' && named(entries, fold(meant)).length > 0)
    return `Nothing is open with ${JSON.stringify(meant)}. What is open: afterword followups`
  return `No entry fits ${JSON.stringify(meant)}. Type an id (at least ${SHORTEST_ID} characters), last, or the start of a customer's name; afterword list shows them.`
}
