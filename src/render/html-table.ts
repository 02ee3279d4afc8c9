import { safeLine } from '../model/safe.ts'
import type { Pieces, Table } from '../pages/page.ts'
import { type Child, el, type Html } from './html-element.ts'
import { figureValue, piecesHtml } from './html-pieces.ts'

/** Rows of cells under titles; the first cell of a row names it. */
export interface Grid {
  readonly caption: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly Child[])[]
  /** The caption is only for those who cannot see the layout: a heading stands above. */
  readonly headed?: boolean
  /** So are the titles. */
  readonly plain?: boolean
}

function rowHtml(cells: readonly Child[]): Html {
  const [first = '', ...rest] = cells
  return el('tr', {}, el('th', { scope: 'row' }, first), ...rest.map((cell) => el('td', {}, cell)))
}

/** Returns a table that can be read without seeing it. */
export function gridHtml({ caption, titles, rows, headed = false, plain = false }: Grid): Html {
  const hidden = plain ? 'unseen' : undefined
  const heads = titles.map((title) =>
    title === '' ? el('td', {}) : el('th', { scope: 'col' }, title),
  )
  return el(
    'table',
    {},
    el('caption', { class: headed ? 'unseen' : hidden }, caption),
    el('thead', { class: hidden }, el('tr', {}, ...heads)),
    el('tbody', {}, ...rows.map(rowHtml)),
  )
}

// In a table the first cell names the figure, so that only its value is printed.
function cellHtml(pieces: Pieces): Child {
  return pieces.map((piece) => (piece.kind === 'figure' ? figureValue(piece) : piecesHtml([piece])))
}

/** Returns the page's table as markup. */
export function tableHtml({ title, columns, rows, plain }: Table): Html {
  return gridHtml({
    caption: safeLine(title),
    headed: true,
    titles: columns.map((column) => safeLine(column.title)),
    rows: rows.map((row) => row.map(cellHtml)),
    ...(plain ? { plain } : {}),
  })
}
