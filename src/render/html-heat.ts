import { safeLine } from '../model/safe.ts'
import type { HeatCell, HeatRow, Node } from '../pages/page.ts'
import { el, type Html } from './html-element.ts'
import { figureValue } from './html-pieces.ts'
import { daySign } from './signs.ts'

type Heat = Extract<Node, { kind: 'heat' }>

const classOf = (level: number | null) => (level === null ? 'unread' : `level${level + 2}`)

function cellHtml(cell: HeatCell | undefined): Html {
  if (!cell) return el('td', {})
  const { level, figure } = cell
  if (level === null && !figure) return el('td', { class: 'gap' }, el('span', {}, '·'))
  const count = figure ? [' ', figureValue(figure)] : []
  return el('td', {}, el('div', { class: classOf(level) }, daySign(level), ...count))
}

function rowHtml({ label, cells }: HeatRow, columns: readonly string[]): Html {
  const days = columns.map((_, index) => cellHtml(cells[index]))
  return el('tr', {}, el('th', { scope: 'row' }, safeLine(label)), ...days)
}

/** Returns the weeks as rows of squares, each with its sign and its number of contacts. */
export function heatHtml({ title, columns, rows }: Heat): Html {
  const heads = columns.map((name) => el('th', { scope: 'col' }, safeLine(name)))
  return el(
    'table',
    { class: 'heat' },
    el('caption', { class: 'unseen' }, safeLine(title)),
    el('thead', {}, el('tr', {}, el('td', {}), ...heads)),
    el('tbody', {}, ...rows.map((row) => rowHtml(row, columns))),
  )
}
