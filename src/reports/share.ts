import type { Share, Spread } from './figure.ts'
import { type Histogram, median, quantile, sizeOf } from './histogram.ts'
import { percentOf, rounded, wilson } from './statistics.ts'

export const TOO_FEW = 'too few'
/** What a cell of a table by group says of fewer than five (rule R7). */
export const FEW_IN_CELL = 'few'
/** Summaries start at this many. */
export const FEW = 5
const PERCENT_FROM = 10
const QUARTILES_FROM = 20

/** How a share is told: a rate gets its percentage and range from n = 10, a count stays "k of n". */
export interface Telling {
  readonly form: 'rate' | 'count'
  readonly tooFew?: boolean
}

/** Returns the share k of n in the words of rules R1 to R4, with percent and Wilson range from n = 10. */
export function shareOf(k: number, n: number, { form, tooFew = false }: Telling): Share {
  if (n < PERCENT_FROM) return { k, n, text: tooFew ? TOO_FEW : countText(k, n) }
  const [low, high] = wilson(k, n)
  const percent = percentOf(k, n)
  const range = `${rounded(low * 100, 0)}-${rounded(high * 100, 0)} %`
  const text = form === 'rate' ? `${percent} % (${k} of ${n}; likely ${range})` : countText(k, n)
  return {
    k,
    n,
    percent,
    low: rounded(low, 4),
    high: rounded(high, 4),
    text: tooFew ? TOO_FEW : text,
  }
}

function countText(k: number, n: number): string {
  return n === 0 ? 'none' : `${k} of ${n}`
}

/** Returns the share of the items that fit. */
export function shareWhere<Item>(
  items: readonly Item[],
  fits: (item: Item) => boolean,
  telling: Telling,
): Share {
  return shareOf(items.filter(fits).length, items.length, telling)
}

/** Returns the share as a cell of a table by group: fewer than five are "few". */
export function cellOf(share: Share): Share {
  return share.n < FEW ? { ...share, text: FEW_IN_CELL } : share
}

/** Returns the median and range of the values: "median 4 min (1-14, n=8)", with quartiles from n = 20 (rule R5). */
export function spreadOf(values: Histogram, unit: string, tooFew = false): Spread {
  const n = sizeOf(values)
  if (n === 0) return { n, text: tooFew ? TOO_FEW : 'none' }
  const [min, middle, max] = [quantile(values, 0), median(values), quantile(values, 1)]
  const words = `median ${middle}${unit && ` ${unit}`} (${min}-${max}${quartiles(values, n)}, n=${n})`
  return { n, median: middle, min, max, text: tooFew ? TOO_FEW : words }
}

function quartiles(values: Histogram, n: number): string {
  if (n < QUARTILES_FROM) return ''
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)]
  return `, middle half ${rounded(low, 1)}-${rounded(high, 1)}`
}
