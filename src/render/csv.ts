import { stringify } from 'csv-stringify/sync'
import { guardCell } from '../model/cell.ts'
import { safeLine } from '../model/safe.ts'
import type { Page } from '../pages/page.ts'
import { COLUMNS, figureRows } from './rows.ts'

const cellOf = (cell: string | number) =>
  typeof cell === 'string' ? guardCell(safeLine(cell)) : cell

/** Returns the page's figures as CSV (RFC 4180): a header, then one row a figure, no cell a formula. */
export function renderCsv(page: Page): string {
  const rows = figureRows(page).map((row) => row.map(cellOf))
  return stringify([[...COLUMNS], ...rows], { record_delimiter: 'windows' })
}
