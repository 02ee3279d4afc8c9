// No dependency of afterword carries these two functions; each is checked against published tables.

const STEPS = 80

function bisect(below: (x: number) => boolean, top: number): number {
  let [low, high] = [0, top]
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (below(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Returns how much of the normal curve lies below x, for x from 0 to 8 (Marsaglia 2004). */
function normalBelow(x: number): number {
  let [sum, term] = [x, x]
  for (let i = 3; term > sum * 1e-17; i += 2) {
    term *= (x * x) / i
    sum += term
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

/** Returns the normal quantile, 6 decimals, that keeps the chance of any false alarm among m comparisons at 5 % (Bonferroni). */
export function zForScan(m: number): number {
  const wanted = 1 - 0.025 / m
  return Math.round(bisect((x) => normalBelow(x) < wanted, 8) * 1e6) / 1e6
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const

/** Returns the logarithm of the gamma function for x of 0.5 and more (Lanczos, g = 7). */
function logGamma(x: number): number {
  const base = x + 6.5
  const sum = LANCZOS.reduce(
    (total, coefficient, i) => total + coefficient / (x + i),
    0.9999999999998099,
  )
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

/** Returns the continued fraction of the incomplete beta function (Lentz's method). */
function betaFraction(x: number, a: number, b: number): number {
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))]
  let value = d
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= c * d
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

/** Returns the regularised incomplete beta function. */
function betaBelow(x: number, a: number, b: number): number {
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x),
  )
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Returns the quantile of Student's t that keeps 5 % outside, shared by m comparisons; `df` need not be whole. */
export function tQuantile975(df: number, m = 1): number {
  const outside = 0.05 / m
  return bisect((t) => t === 0 || betaBelow(df / (df + t * t), df / 2, 0.5) > outside, 2000)
}
