import type { Entry } from '../model/entry.ts'
import { COMPARED_FROM, compare } from './comparison.ts'
import type { Share } from './figure.ts'
import { zForScan } from './quantiles.ts'
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

type Figure = (entries: readonly Entry[]) => Share

/** Returns the share of each group that has entries, in the order of the groups: never by size. */
export function tableBy(
  entries: readonly Entry[],
  grouping: Grouping,
  figure: Figure,
): readonly GroupRow[] {
  return grouping.names.flatMap((name) => {
    const members = entries.filter((entry) => grouping.of(entry)?.includes(name))
    return members.length === 0
      ? []
      : [{ name, entries: members.length, share: cellOf(figure(members)) }]
  })
}

/** A group against everybody else who answered. */
interface Contrast {
  readonly by: string
  readonly name: string
  readonly caution: string | undefined
  readonly inside: Share
  readonly outside: Share
}

function contrasts(entries: readonly Entry[], grouping: Grouping, figure: Figure): Contrast[] {
  const { by, names, of, caution } = grouping
  const answered = entries.filter((entry) => of(entry) !== undefined)
  return names.map((name) => {
    const isIn = (entry: Entry) => of(entry)?.includes(name) === true
    const inside = figure(answered.filter(isIn))
    const outside = figure(answered.filter((entry) => !isIn(entry)))
    return { by, name, caution, inside, outside }
  })
}

/** Where a scan looks and what for: the words come before "higher with". */
export interface Scan {
  readonly groupings: readonly Grouping[]
  readonly figure: Figure
  readonly words: string
}

/** Returns the one difference between a group and the rest that stands out most when all that can be compared are, widened for their number (rule R7), else nothing. */
export function findingOf(entries: readonly Entry[], scan: Scan): string | undefined {
  const pairs = scan.groupings
    .flatMap((grouping) => contrasts(entries, grouping, scan.figure))
    .filter(({ inside, outside }) => inside.n >= COMPARED_FROM && outside.n >= COMPARED_FROM)
  const z = zForScan(Math.max(1, pairs.length))
  const clear = pairs
    .map((pair) => ({ ...pair, ...compare(pair.inside, pair.outside, z) }))
    .filter(({ verdict }) => verdict === 'higher' || verdict === 'lower')
    .toSorted((a, b) => distance(b.difference) - distance(a.difference))
  const [most] = clear
  return most && sentence(most, most.verdict, scan.words)
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
