// Whole numbers throughout, so that a database and this program judge alike.
const THOUSAND = 1000

/** The team's share and how far from it a rep's may lie by chance. */
export interface Limits {
  readonly k: number
  readonly n: number
  readonly z: number
}

/** Returns the limits' quantile squared, in whole thousandths. */
export function squaredThousandths({ z }: Limits): number {
  return Math.round(z * z * THOUSAND)
}

/** Returns whether a rep's k of n lies outside the team's p-chart limits, with continuity correction (Spiegelhalter 2005). */
export function isOutside(own: { k: number; n: number }, limits: Limits): boolean {
  const [k, n, allK, allN] = [own.k, own.n, limits.k, limits.n].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const apart = k * allN - n * allK
  const beyond = 2n * (apart < 0n ? -apart : apart) - allN
  const limit = 4n * BigInt(squaredThousandths(limits)) * n * allK * (allN - allK)
  return beyond > 0n && BigInt(THOUSAND) * beyond * beyond > limit
}

/** Returns how few and how many of `n` lie within the limits. */
export function chanceRange(n: number, limits: Limits): { least: number; most: number } {
  const within = Array.from({ length: n + 1 }, (_, k) => k).filter(
    (k) => !isOutside({ k, n }, limits),
  )
  return { least: within.at(0) ?? 0, most: within.at(-1) ?? n }
}
