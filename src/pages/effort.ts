import type { Effort } from '../reports/effort.ts'
import { type Field, type Figure, joined, type Pieces, words } from './page.ts'
import { countFigure, spreadFigure } from './share.ts'

const SCALE = words(', where 1 is hard and 7 easy')

const EASE = [
  'very hard',
  'hard',
  'rather hard',
  'in between',
  'rather easy',
  'easy',
  'very easy',
] as const

function easeFigures({ counts }: Effort): Figure[] {
  return counts.flatMap((count, index) => {
    const group = String(index + 1)
    return count > 0 ? [countFigure('effort.counts', EASE[index] ?? group, count, { group })] : []
  })
}

/** Returns how easy it was for them, 1 hard to 7 easy, where it was noted: it stands beside every change of feeling. */
export function effortField(effort: Effort): Field[] {
  if (effort.spread.n === 0) return []
  const counts = easeFigures(effort).map((figure): Pieces => [figure])
  const spread = spreadFigure('effort.spread', '', effort.spread)
  return [
    {
      label: 'How easy for them',
      pieces: [...joined(counts, words(', ')), words('; '), spread, SCALE],
    },
  ]
}
