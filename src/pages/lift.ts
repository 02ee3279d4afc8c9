import type { Average } from '../reports/figure.ts'
import type { Arrival, LiftByArrival } from '../reports/lift.ts'
import { FEW_IN_CELL } from '../reports/share.ts'
import { type Piece, type Pieces, type Section, words } from './page.ts'
import { averageFigure } from './share.ts'

/** How people arrived, in the words of a row. */
export const ARRIVED: readonly (readonly [Arrival, string])[] = [
  ['unhappy', 'arrived unhappy'],
  ['neither', 'arrived neither'],
  ['well', 'arrived well'],
]

/** Returns an average as a cell: under five it says "few". */
export function averageCell(figure: string, label: string, average: Average): Piece {
  if (average.text === FEW_IN_CELL) return words(FEW_IN_CELL, 'dim')
  return averageFigure(figure, label, average)
}

/** Returns the change of feeling, parted by how people arrived (rule R10). */
export function liftSection(lift: LiftByArrival): Section[] {
  const rows = ARRIVED.filter(([arrival]) => lift[arrival].n > 0).map(
    ([arrival, label]): Pieces[] => [
      [words(label)],
      [averageCell(`lift.${arrival}`, label, lift[arrival])],
    ],
  )
  if (rows.length === 0) return []
  const title = 'Change of feeling (-4 to +4)'
  const columns = [{ title: '' }, { title: 'Change' }]
  return [{ kind: 'section', title, nodes: [{ kind: 'table', title, columns, rows, plain: true }] }]
}
