import { histogramOf, median } from './histogram.ts'

/** When a run chart of n useful points signals: a run longer than `run`, or fewer crossings than `crossings`. */
export interface RunLimits {
  readonly run: number
  readonly crossings: number
}

/** Returns the limits for n useful points: round(log2 n) + 3, and the 5 % point of Binomial(n - 1, 1/2) (Anhøj and Olesen 2014). */
export function runLimits(n: number): RunLimits {
  return { run: Math.round(Math.log2(n)) + 3, crossings: binomialHalfQuantile(n - 1, 0.05) }
}

function binomialHalfQuantile(n: number, chance: number): number {
  let term = 0.5 ** n
  let below = term
  let k = 0
  while (below < chance) {
    k++
    term *= (n - k + 1) / k
    below += term
  }
  return k
}

/** What the sides of the median say: the longest run and how often the line is crossed, points on it left out. */
export interface Runs {
  readonly useful: number
  readonly longest: number
  readonly crossings: number
}

/** Returns the longest run on one side of the median and the crossings of it. */
export function runsOf(values: readonly number[]): Runs {
  const centre = median(histogramOf(values))
  const sides = values.filter((value) => value !== centre).map((value) => value > centre)
  let [longest, run, crossings] = [0, 0, 0]
  sides.forEach((side, i) => {
    if (i > 0 && side !== sides[i - 1]) {
      crossings++
      run = 0
    }
    run++
    longest = Math.max(longest, run)
  })
  return { useful: sides.length, longest, crossings }
}

const NO_TREND = 'no clear trend'

/** Returns what a run chart of weeks allows to say: a run or a want of crossings that chance alone seldom makes, else no clear trend (rule R8). */
export function readingOf(values: readonly number[]): string {
  const { useful, longest, crossings } = runsOf(values)
  if (useful < 2) return NO_TREND
  const limits = runLimits(useful)
  if (longest > limits.run) return `${longest} weeks running on one side of the median`
  if (crossings >= limits.crossings) return NO_TREND
  return `crosses the median only ${crossings === 1 ? 'once' : `${crossings} times`}`
}
