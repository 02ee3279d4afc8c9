import { COMPARED_FROM, type Comparison } from './comparison.ts'
import type { Average } from './figure.ts'
import { type Histogram, mean, median, sizeOf, variance } from './histogram.ts'
import { tQuantile975 } from './quantiles.ts'
import { FEW, FEW_IN_CELL } from './share.ts'
import { rounded } from './statistics.ts'

const AVERAGED_FROM = 10
const SCALE = 4

/** Returns the average lift with its Student t range, clipped to -4 to 4, from n = 10; before that a median, before that "few". */
export function averageLift(lifts: Histogram): Average {
  const n = sizeOf(lifts)
  if (n < FEW) return { n, text: FEW_IN_CELL }
  if (n < AVERAGED_FROM) return { n, text: `median ${signed(median(lifts))} (n=${n})` }
  const centre = mean(lifts)
  const half = tQuantile975(n - 1) * Math.sqrt(variance(lifts) / n)
  const [low, high] = [Math.max(-SCALE, centre - half), Math.min(SCALE, centre + half)]
  const [average, from, to] = [centre, low, high].map((value) => rounded(value, 1))
  const text = `${signed(average)} (likely ${signed(from)} to ${signed(to)}, n=${n})`
  return { n, mean: average, low: from, high: to, text }
}

function signed(value = 0): string {
  return value > 0 ? `+${value}` : `${value}`
}

/** Returns the average of `a` against that of `b` by Welch's t: compared only from n = 10 on both sides (rule R6), widened where it is one of `m` comparisons. */
export function compareAverages(a: Histogram, b: Histogram, m = 1): Comparison {
  if (sizeOf(a) < COMPARED_FROM || sizeOf(b) < COMPARED_FROM)
    return { difference: null, verdict: 'too few to compare' }
  const difference = mean(a) - mean(b)
  const half = welchHalf(a, b, m)
  const [low, high] = [difference - half, difference + half]
  return {
    difference: [rounded(low, 4), rounded(high, 4)],
    verdict: low > 0 ? 'higher' : high < 0 ? 'lower' : 'no clear change',
  }
}

/** Returns half the width of Welch's range (Satterthwaite's degrees of freedom). */
function welchHalf(a: Histogram, b: Histogram, comparisons: number): number {
  const [n, m] = [sizeOf(a), sizeOf(b)]
  const [first, second] = [variance(a) / n, variance(b) / m]
  if (first + second === 0) return 0
  const df = (first + second) ** 2 / (first ** 2 / (n - 1) + second ** 2 / (m - 1))
  return tQuantile975(df, comparisons) * Math.sqrt(first + second)
}
