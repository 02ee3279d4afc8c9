import type { Column, Pieces, Table } from '../pages/page.ts'
import type { Frame } from './layout.ts'
import { paintSpans, type Span, spansOf } from './pieces.ts'
import type { Theme } from './theme.ts'
import { cut, widthOf } from './width.ts'

const GAP = 2

const breadth = (spans: readonly Span[]) => spans.reduce((sum, { text }) => sum + widthOf(text), 0)

// In a table the first cell names the figure, so that only its value is printed.
function cellOf(pieces: Pieces, theme: Theme): Span[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'figure'
      ? [{ text: theme.line(piece.text), tone: piece.tone }]
      : spansOf([piece], theme),
  )
}

function cutSpans(spans: readonly Span[], columns: number, ellipsis: string): Span[] {
  if (breadth(spans) <= columns) return [...spans]
  const taken: Span[] = []
  let room = columns
  for (const span of spans) {
    if (widthOf(span.text) > room - widthOf(ellipsis)) {
      const text = cut(span.text + ' '.repeat(columns), room, ellipsis)
      return [...taken, { ...span, text }]
    }
    taken.push(span)
    room -= widthOf(span.text)
  }
  return taken
}

function natural(cells: readonly (readonly Span[])[][], count: number): number[] {
  return Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells.map((row) => breadth(row[column] ?? []))),
  )
}

// The last column that may be cut gives way first, then the one before it.
function fitted(widths: readonly number[], columns: readonly Column[], room: number): number[] {
  const fitting = [...widths]
  let over = fitting.reduce((sum, width) => sum + width + GAP, -GAP) - room
  for (let index = columns.length - 1; index >= 0 && over > 0; index--) {
    const width = fitting[index] ?? 0
    const least = columns[index]?.least ?? width
    const given = Math.min(over, Math.max(0, width - least))
    fitting[index] = width - given
    over -= given
  }
  return fitting
}

function rowOf(
  cells: readonly (readonly Span[])[],
  widths: readonly number[],
  theme: Theme,
): string {
  const parts = cells.map((spans, index) => {
    const width = widths[index] ?? 0
    const shown = cutSpans(spans, width, theme.symbols.ellipsis)
    const last = index === cells.length - 1
    return paintSpans(shown, theme) + (last ? '' : ' '.repeat(width - breadth(shown) + GAP))
  })
  return parts.join('').trimEnd()
}

/** Returns the table's rows, one line each, in aligned columns that fit the frame where they may be cut. */
export function tableRows(table: Table, indent: number, { theme, width }: Frame): string[] {
  const titles = table.columns.map(({ title }): Span[] => [
    { text: theme.line(title), tone: 'dim' },
  ])
  const body = table.rows.map((row) => row.map((cell) => cellOf(cell, theme)))
  const cells = table.plain ? body : [titles, ...body]
  const used = table.columns.map((_, index) => cells.some((row) => breadth(row[index] ?? []) > 0))
  const kept = cells.map((row) => row.filter((_, index) => used[index]))
  const columns = table.columns.filter((_, index) => used[index])
  const widths = fitted(natural(kept, columns.length), columns, width - indent)
  return kept.map((row) => ' '.repeat(indent) + rowOf(row, widths, theme))
}
