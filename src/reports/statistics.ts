/** The normal quantile that puts 95 % inside, as the definitions fix it. */
export const Z95 = 1.959964

/** A range of likely values, lowest first. */
export type Range = readonly [low: number, high: number]

/** Returns the Wilson score range of k of n as fractions from 0 to 1 (Wilson 1927). */
export function wilson(k: number, n: number, z = Z95): Range {
  const p = k / n
  const spread = (z * z) / n
  const centre = (p + spread / 2) / (1 + spread)
  const half = (z * Math.sqrt((p * (1 - p)) / n + spread / (4 * n))) / (1 + spread)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

/** A count out of a number: all that a comparison of shares needs. */
export interface Counted {
  readonly k: number
  readonly n: number
}

/** Returns the range of share `a` minus share `b` as fractions from -1 to 1 (Newcombe 1998, method 10). */
export function newcombe(a: Counted, b: Counted, z = Z95): Range {
  const [p1, p2] = [a.k / a.n, b.k / b.n]
  const [l1, u1] = wilson(a.k, a.n, z)
  const [l2, u2] = wilson(b.k, b.n, z)
  return [p1 - p2 - Math.hypot(p1 - l1, u2 - p2), p1 - p2 + Math.hypot(u1 - p1, p2 - l2)]
}

/** Returns k of n as a whole percentage, half up. */
export function percentOf(k: number, n: number): number {
  return Math.floor((200 * k + n) / (2 * n))
}

/** Returns the value with so many decimals, half up, and never -0. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
