/** Each value that came up, smallest first, and how often. */
export type Histogram = readonly (readonly [value: number, times: number])[]

/** Returns how often each value came up. */
export function histogramOf(values: readonly number[]): Histogram {
  return added(values.map((value) => [value, 1]))
}

/** Returns one histogram of values that may come up several times and in any order. */
export function added(parts: Histogram): Histogram {
  const times = new Map<number, number>()
  for (const [value, count] of parts) times.set(value, (times.get(value) ?? 0) + count)
  return [...times].filter(([, count]) => count > 0).sort(([one], [other]) => one - other)
}

/** Returns how many values there are. */
export function sizeOf(values: Histogram): number {
  return values.reduce((sum, [, times]) => sum + times, 0)
}

/** Returns the arithmetic mean of at least one value. */
export function mean(values: Histogram): number {
  return values.reduce((sum, [value, times]) => sum + value * times, 0) / sizeOf(values)
}

/** Returns the sample variance (n - 1) of at least two values. */
export function variance(values: Histogram): number {
  const centre = mean(values)
  const squares = values.reduce((sum, [value, times]) => sum + times * (value - centre) ** 2, 0)
  return squares / (sizeOf(values) - 1)
}

/** Returns the value below which the fraction lies, by straight lines between neighbours (Hyndman and Fan, type 7). */
export function quantile(values: Histogram, fraction: number): number {
  const place = (sizeOf(values) - 1) * fraction
  const below = valueAt(values, Math.floor(place))
  const above = valueAt(values, Math.ceil(place))
  return below + (above - below) * (place - Math.floor(place))
}

/** Returns the middle of the values, or the mean of the two in the middle. */
export function median(values: Histogram): number {
  return quantile(values, 0.5)
}

function valueAt(values: Histogram, place: number): number {
  let before = 0
  for (const [value, times] of values) {
    before += times
    if (place < before) return value
  }
  return Number.NaN
}
