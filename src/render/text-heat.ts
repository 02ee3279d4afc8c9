import type { HeatCell, Node } from '../pages/page.ts'
import type { Frame } from './layout.ts'
import { daySign } from './signs.ts'
import { toneOf } from './text-chart.ts'
import type { Theme } from './theme.ts'
import { cut, pad, widthOf } from './width.ts'

type Heat = Extract<Node, { kind: 'heat' }>

const GAP = 2
/** The most that the name of a day may take. */
const DAY = 5

function cellText(cell: HeatCell | undefined, { line, symbols }: Theme): string {
  if (!cell) return ''
  const { level, figure } = cell
  if (level === null && !figure) return symbols.gap
  const sign = daySign(level)
  return figure ? `${sign} ${line(figure.text)}` : sign
}

function painted(text: string, cell: HeatCell | undefined, theme: Theme): string {
  return theme.paint(text, cell?.level ? toneOf(cell.level) : undefined)
}

function dayName(title: string, { line, symbols }: Theme): string {
  return cut(line(title), DAY, symbols.ellipsis)
}

function breadths({ columns, rows }: Heat, theme: Theme): number[] {
  return columns.map((title, index) =>
    Math.max(
      widthOf(dayName(title, theme)),
      ...rows.map(({ cells }) => widthOf(cellText(cells[index], theme))),
    ),
  )
}

/** Returns a row of signs for each week, under the names of the days. */
export function heatRows(heat: Heat, indent: number, { theme, width }: Frame): string[] {
  const widths = breadths(heat, theme)
  const days = widths.reduce((sum, each) => sum + each + GAP, 0)
  const longest = Math.max(0, ...heat.rows.map(({ label }) => widthOf(theme.line(label))))
  const first = Math.max(1, Math.min(longest, width - indent - days))
  const row = (label: string, cells: readonly string[]) => {
    const name = pad(cut(theme.line(label), first, theme.symbols.ellipsis), first)
    const rest = cells.map((cell, index) => pad(cell, widths[index] ?? 0))
    return (' '.repeat(indent) + [name, ...rest].join(' '.repeat(GAP))).trimEnd()
  }
  const head = row(
    '',
    heat.columns.map((title) => dayName(title, theme)),
  )
  const body = heat.rows.map(({ label, cells }) =>
    row(
      label,
      heat.columns.map((_, i) => painted(cellText(cells[i], theme), cells[i], theme)),
    ),
  )
  return [theme.paint(head, 'dim'), ...body]
}
