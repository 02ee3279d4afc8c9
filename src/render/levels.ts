import type { Bar, Part } from '../pages/page.ts'

/** Returns every kind of part once, in the order of the levels. */
export function levelsOf(bars: readonly Bar[]): Part[] {
  const parts = new Map(bars.flatMap((bar) => bar.parts.map((part) => [part.label, part] as const)))
  return [...parts.values()].toSorted((a, b) => a.level - b.level)
}
