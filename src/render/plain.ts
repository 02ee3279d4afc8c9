import { safeLine } from '../model/safe.ts'
import type { Node, Page, Pieces } from '../pages/page.ts'
import { formatFigure } from './pieces.ts'
import { figureRows } from './rows.ts'

function tabbed(rows: readonly (readonly (string | number)[])[]): string {
  const line = (row: readonly (string | number)[]) =>
    row.map((cell) => safeLine(String(cell), false)).join('\t')
  return rows.map((row) => `${line(row)}\n`).join('')
}

/** Returns the page's figures, one a line, in the columns of the CSV with tabs between and no header. */
export function renderPlain(page: Page): string {
  return tabbed(figureRows(page))
}

function cellText(pieces: Pieces): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'dot') return ' - '
      return piece.kind === 'figure' ? formatFigure(piece) : piece.text
    })
    .join('')
}

function tableRows(node: Node): string[][] {
  if (node.kind === 'section') return node.nodes.flatMap(tableRows)
  return node.kind === 'table' ? node.rows.map((row) => row.map(cellText)) : []
}

/** Returns the rows of the page's tables, one a line, with tabs between the cells: a list for a program. */
export function renderPlainRows(page: Page): string {
  return tabbed(page.nodes.flatMap(tableRows))
}
