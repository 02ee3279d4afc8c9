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
    cells.reduce((most, row) => Math.max(most, breadth(row[column] ?? [])), 0),
  )
}

const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width + GAP, -GAP)

// The last column that may be cut gives way first, then the one before it.
function shrunk(widths: readonly number[], columns: readonly Column[], room: number): number[] {
  const fitting = [...widths]
  for (let index = columns.length - 1; index >= 0; index--) {
    const width = fitting[index] ?? 0
    const over = Math.max(0, total(fitting) - room)
    fitting[index] = Math.max(width - over, Math.min(width, columns[index]?.least ?? width))
  }
  return fitting
}

function rowOf(
  cells: readonly (readonly Span[])[],
  widths: readonly number[],
  frame: Frame,
): string {
  const { ellipsis } = frame.theme.symbols
  const spans = cells.flatMap((cell, index) => {
    const width = widths[index] ?? 0
    const shown = cutSpans(cell, width, ellipsis)
    const last = index === cells.length - 1
    return last ? shown : [...shown, { text: ' '.repeat(width - breadth(shown) + GAP) }]
  })
  return paintSpans(cutSpans(spans, frame.width, ellipsis), frame.theme).trimEnd()
}

type Cells = readonly (readonly Span[])[][]

function without(cells: Cells, dropped: (index: number) => boolean): Cells {
  return cells.map((row) => row.filter((_, index) => !dropped(index)))
}

function layOut(cells: Cells, columns: readonly Column[], { theme, width }: Frame): string[] {
  const widths = shrunk(natural(cells, columns.length), columns, width)
  const spare = columns.findIndex((column) => column.spare)
  if (total(widths) <= width || spare < 0)
    return cells.map((row) => rowOf(row, widths, { theme, width }))
  const left = columns.filter((_, index) => index !== spare)
  return layOut(
    without(cells, (index) => index === spare),
    left,
    { theme, width },
  )
}

/** Returns the table's rows, one line each, in aligned columns that fit the frame where they may be cut. */
export function tableRows(table: Table, indent: number, { theme, width }: Frame): string[] {
  const titles = table.columns.map(({ title }): Span[] => [
    { text: theme.line(title), tone: 'dim' },
  ])
  const body = table.rows.map((row) => row.map((cell) => cellOf(cell, theme)))
  const cells = table.plain ? body : [titles, ...body]
  const empty = table.columns.map((_, index) =>
    cells.every((row) => breadth(row[index] ?? []) === 0),
  )
  const columns = table.columns.filter((_, index) => !empty[index])
  const used = without(cells, (index) => empty[index] ?? false)
  const rows = layOut(used, columns, { theme, width: width - indent })
  return rows.map((row) => ' '.repeat(indent) + row)
}
