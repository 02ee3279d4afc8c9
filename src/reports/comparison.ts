import { type Counted, newcombe, rounded, Z95 } from './statistics.ts'

/** A side with fewer is not compared (rule R6). */
export const COMPARED_FROM = 10

/** What may be said of two shares under rule R6. */
export type Verdict = 'higher' | 'lower' | 'no clear change' | 'too few to compare'

/** The range of one share minus another, in fractions of 4 decimals, and what it allows to say. */
export interface Comparison {
  readonly difference: readonly [number, number] | null
  readonly verdict: Verdict
}

/** Returns share `a` against share `b`: compared only from n = 10 on both sides, told apart only where the range leaves 0 out. */
export function compare(a: Counted, b: Counted, z = Z95): Comparison {
  if (a.n < COMPARED_FROM || b.n < COMPARED_FROM)
    return { difference: null, verdict: 'too few to compare' }
  const [low, high] = newcombe(a, b, z)
  return {
    difference: [rounded(low, 4), rounded(high, 4)],
    verdict: low > 0 ? 'higher' : high < 0 ? 'lower' : 'no clear change',
  }
}
