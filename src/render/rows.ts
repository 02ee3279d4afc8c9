import type { Figure, Page } from '../pages/page.ts'
import { figuresOf } from './figures.ts'

/** The columns of a report that is read by a program, one row a figure. */
export const COLUMNS = ['report', 'figure', 'group', 'k', 'n', 'low', 'high', 'note'] as const

type Cell = string | number

function rowOf(report: string, { figure, group, k, n, low, high, note }: Figure): Cell[] {
  return [report, figure, group ?? '', k ?? '', n ?? '', low ?? '', high ?? '', note ?? '']
}

/** Returns a row for every figure of the page, then one for every remark; what is not known is empty. */
export function figureRows(page: Page): Cell[][] {
  const { report, remarks = [] } = page
  return [
    ...figuresOf(page).map((figure) => rowOf(report, figure)),
    ...remarks.map(({ name, text }) => [report, name, '', '', '', '', '', text]),
  ]
}
