import type { HiddenParts } from './memory.ts'
import { LEAST_ENTRIES, LEAST_REPS, type Parts } from './tally.ts'

interface Part {
  readonly word: string
  readonly reps: number
}

const BREAKDOWNS = ['blockers', 'channels', 'moments'] as const

const NONE: HiddenParts = { blockers: [], channels: [], moments: [] }

/** Returns what each breakdown leaves out: the parts left out `before`, and those that would point at somebody. */
export function hiddenIn(
  { blockers, channels, moments }: Parts,
  before: readonly HiddenParts[] = [],
): HiddenParts {
  const all = withAll([NONE, ...before])
  const own = {
    blockers: suppress(blockers, ({ count }) => count, { least: 1, before: all.blockers }),
    channels: suppress(channels, ({ n }) => n, { before: all.channels }),
    moments: suppress(moments, ({ n }) => n, { before: all.moments }),
  }
  return withAll([all, own])
}

function withAll(hidden: readonly HiddenParts[]): HiddenParts {
  const each = BREAKDOWNS.map((name) => [name, [...new Set(hidden.flatMap((of) => of[name]))]])
  return Object.fromEntries(each) as HiddenParts
}

/**
 * Returns the parts to hide. As long as what is hidden could be worked out from the rest, or would be of fewer than
 * three reps, the smallest part shown is hidden with it.
 */
function suppress<Item extends Part>(
  parts: readonly Item[],
  sizeOf: (part: Item) => number,
  { least = LEAST_ENTRIES, before }: { least?: number; before: readonly string[] },
): string[] {
  const isShown = (part: Item) =>
    part.reps >= LEAST_REPS && sizeOf(part) >= least && !before.includes(part.word)
  const shown = parts.filter(isShown).toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const hidden = parts.filter((part) => !isShown(part))
  while (shown.length > 0 && hidden.length > 0 && !hides(hidden)) hidden.push(...shown.splice(-1))
  return hidden.map(({ word }) => word)
}

/** Returns whether nothing can be told of the hidden parts: there are several, and surely of three reps or more. */
function hides(hidden: readonly Part[]): boolean {
  return hidden.length > 1 && hidden.some(({ reps }) => reps >= LEAST_REPS)
}
