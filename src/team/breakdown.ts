import { LEAST_ENTRIES, LEAST_REPS } from './tally.ts'

interface Part {
  readonly reps: number
}

/** A breakdown without its small parts, and how many those are. */
export interface Broken<Item> {
  readonly shown: readonly Item[]
  readonly hidden: number
}

/**
 * Returns the parts that point at nobody, most first. As long as what is hidden could be worked out from the rest,
 * or would be of fewer than three reps, the smallest part shown is hidden with it.
 */
export function suppress<Item extends Part>(
  parts: readonly Item[],
  sizeOf: (part: Item) => number,
  least: number = LEAST_ENTRIES,
): Broken<Item> {
  const isLarge = (part: Item) => part.reps >= LEAST_REPS && sizeOf(part) >= least
  const shown = parts.filter(isLarge).toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const hidden = parts.filter((part) => !isLarge(part))
  while (shown.length > 0 && hidden.length > 0 && !hides(hidden)) hidden.push(...shown.splice(-1))
  return { shown, hidden: hidden.length }
}

/** Returns whether nothing can be told of the hidden parts: there are several, and surely of three reps or more. */
function hides(hidden: readonly Part[]): boolean {
  return hidden.length > 1 && hidden.some(({ reps }) => reps >= LEAST_REPS)
}
