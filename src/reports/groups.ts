import { type Counts, countEntries } from '../model/counts.ts'
import type { Entry } from '../model/entry.ts'
import { COMPARED_FROM, compare } from './comparison.ts'
import type { Share } from './figure.ts'
import { zForScan } from './quantiles.ts'
import { type Ratio, type Tallied, talliedAt, tallyName, toldAs } from './ratio.ts'
import { cellOf } from './share.ts'

/** One group of a table and its share; told as "few" under five. */
export interface GroupRow {
  readonly name: string
  readonly entries: number
  readonly share: Share
}

/** A way to part entries into groups; an entry without an answer is in none, and one may be in several. */
export interface Grouping {
  /** What the groups are: "channel". */
  readonly by: string
  /** The groups in their order, which is also the order of the table. */
  readonly names: readonly string[]
  readonly of: (entry: Entry) => readonly string[] | undefined
  /** What to add to a finding. */
  readonly caution?: string
}

/** Where a scan looks and what for: the words come before "higher with". */
export interface Scan {
  readonly groupings: readonly Grouping[]
  readonly ratio: Ratio<Entry>
  readonly words: string
}

type Groups = Pick<Scan, 'groupings' | 'ratio'>

/** Returns the names under which an entry is counted in its groups, and among all who answered. */
export function groupNames(entry: Entry, { groupings, ratio }: Groups): string[] {
  return groupings.flatMap(({ by, of }) => {
    const groups = of(entry)
    if (groups === undefined) return []
    const places = [by, ...new Set(groups.map((name) => placeOf(by, name)))]
    return places.map((place) => tallyName(place, entry, ratio))
  })
}

/** Returns what is counted of the entries in their groups. */
export function countGroups(entries: readonly Entry[], groups: Groups): Counts {
  return countEntries(entries, { namesOf: (entry) => groupNames(entry, groups) })
}

function placeOf(by: string, name: string): string {
  return `${by} ${name}`
}

/** Returns the share of each group that has entries, in the order of the groups: never by size. */
export function tableBy(
  counts: Counts,
  { by, names }: Grouping,
  ratio: Ratio<Entry>,
): readonly GroupRow[] {
  return names
    .map((name) => ({ name, ...talliedAt(counts, placeOf(by, name)) }))
    .filter(({ entries }) => entries > 0)
    .map(({ name, entries, ...share }) => ({ name, entries, share: cellOf(toldAs(ratio, share)) }))
}

/** A group against everybody else who answered. */
interface Contrast {
  readonly by: string
  readonly name: string
  readonly caution: string | undefined
  readonly inside: Tallied
  readonly outside: Tallied
}

function contrasts(counts: Counts, { by, names, caution }: Grouping): Contrast[] {
  const all = talliedAt(counts, by)
  return names.map((name) => {
    const inside = talliedAt(counts, placeOf(by, name))
    return { by, name, caution, inside, outside: without(all, inside) }
  })
}

function without(all: Tallied, some: Tallied): Tallied {
  return { entries: all.entries - some.entries, n: all.n - some.n, k: all.k - some.k }
}

/** Returns the one difference between a group and the rest that stands out most when all that can be compared are, widened for their number (rule R7), else nothing. */
export function findingOf(counts: Counts, { groupings, words }: Scan): string | undefined {
  const pairs = groupings
    .flatMap((grouping) => contrasts(counts, grouping))
    .filter(({ inside, outside }) => inside.n >= COMPARED_FROM && outside.n >= COMPARED_FROM)
  const z = zForScan(Math.max(1, pairs.length))
  const clear = pairs
    .map((pair) => ({ ...pair, ...compare(pair.inside, pair.outside, z) }))
    .filter(({ verdict }) => verdict === 'higher' || verdict === 'lower')
    .toSorted((a, b) => distance(b.difference) - distance(a.difference))
  const [most] = clear
  return most && sentence(most, most.verdict, words)
}

function distance(difference: readonly [number, number] | null): number {
  return difference === null ? 0 : Math.max(difference[0], -difference[1])
}

function sentence(pair: Contrast, verdict: string, words: string): string {
  const { by, name, inside, outside, caution } = pair
  const told = `${inside.k} of ${inside.n} against ${outside.k} of ${outside.n} elsewhere`
  const end = caution === undefined ? '' : ` ${caution}`
  return `${words} ${verdict} with ${by} ${name}, ${told}.${end}`
}
