import type { Figure, Line, List, Node, Page, Pieces, Section } from '../pages/page.ts'
import { DOT, joined, words } from '../pages/page.ts'
import { type Edge, type Frame, indented, rowsOf, withAside } from './layout.ts'
import { barRows, stripText } from './text-chart.ts'
import { heatRows } from './text-heat.ts'
import { tableRows } from './text-table.ts'
import { breakLong, cut, pad, widthOf, wrap } from './width.ts'

type Kind<K extends Node['kind']> = Extract<Node, { kind: K }>

const STEP = 2
const LABEL_GAP = 3

function lineRows({ pieces, aside }: Line, edge: Edge, frame: Frame): string[] {
  return withAside(indented(pieces, edge, frame), aside, edge, frame)
}

function listRows({ lead, items, more }: List, indent: number, frame: Frame): string[] {
  const edge = { indent: lead ? indent + STEP : indent, hang: STEP }
  return [
    ...(lead ? lineRows(lead, { indent, hang: STEP }, frame) : []),
    ...items.flatMap((item) => lineRows(item, edge, frame)),
    ...(more ? indented(more, edge, frame, 'dim') : []),
  ]
}

function fieldRows({ fields }: Kind<'fields'>, indent: number, frame: Frame): string[] {
  const { theme, width } = frame
  const most = Math.floor(width / 2)
  const labels = fields.map(({ label }) => cut(theme.line(label), most, theme.symbols.ellipsis))
  const column = indent + Math.max(...labels.map(widthOf)) + LABEL_GAP
  return fields.flatMap(({ pieces, aside }, index) => {
    const [first = '', ...more] = indented(pieces, { indent: column, hang: 0 }, frame)
    const label = pad(' '.repeat(indent) + labels[index], column)
    return withAside(
      [label + first.slice(column), ...more],
      aside,
      { indent: column, hang: STEP },
      frame,
    )
  })
}

function quoteRows({ text, by }: Kind<'quote'>, indent: number, { theme, width }: Frame): string[] {
  const room = width - indent - 1
  const said = theme.text(text).replaceAll('\t', ' ')
  const rows = wrap(breakLong(`"${said}"`, room), room)
  const body = rows.map((row, index) => ' '.repeat(indent + (index === 0 ? 0 : 1)) + row)
  return by ? withAside(body, [words(by)], { indent, hang: STEP }, { theme, width }) : body
}

function chartRows({ title, points, reading }: Kind<'run-chart'>, indent: number, frame: Frame) {
  const row = joined(
    points.map((point: Figure): Pieces => [point]),
    DOT,
  )
  return [
    ...withAside(
      indented([words(title)], { indent, hang: 0 }, frame),
      [words(reading)],
      { indent, hang: STEP },
      frame,
    ),
    ...indented(row, { indent: indent + STEP, hang: 0 }, frame),
  ]
}

function barsRows({ bars, brief }: Kind<'bars'>, indent: number, frame: Frame): string[] {
  if (brief.length > 0)
    return brief.flatMap((line) => lineRows(line, { indent, hang: STEP }, frame))
  const inner = { ...frame, width: frame.width - indent }
  return bars.flatMap((bar) => barRows(bar, inner)).map((row) => ' '.repeat(indent) + row)
}

function stripRows({ title, cells }: Kind<'strip'>, indent: number, frame: Frame): string[] {
  const inner = { ...frame, width: frame.width - indent }
  const name = breakLong(frame.theme.line(title), inner.width)
  const rows = wrap(`${name}   ${stripText(cells, inner)}`, inner.width)
  return rows.map((row) => ' '.repeat(indent) + row)
}

function sectionRows({ title, aside, nodes }: Section, indent: number, frame: Frame): string[] {
  const edge = { indent, hang: STEP }
  const heading = indented([words(title, 'strong')], edge, frame)
  return [
    ...withAside(heading, aside, edge, frame),
    ...nodes.flatMap((node) => nodeRows(node, indent + STEP, frame)),
  ]
}

function nodeRows(node: Node, indent: number, frame: Frame): string[] {
  switch (node.kind) {
    case 'section':
      return sectionRows(node, indent, frame)
    case 'line':
      return lineRows(node, { indent, hang: STEP }, frame)
    case 'fields':
      return fieldRows(node, indent, frame)
    case 'list':
      return listRows(node, indent, frame)
    case 'table':
      return tableRows(node, indent, frame)
    case 'bars':
      return barsRows(node, indent, frame)
    case 'strip':
      return stripRows(node, indent, frame)
    case 'heat':
      return heatRows(node, indent, frame)
    case 'rest':
      return indented(node.instead, { indent, hang: STEP }, frame, 'dim')
    case 'run-chart':
      return chartRows(node, indent, frame)
    case 'quote':
      return quoteRows(node, indent, frame)
    // Read aloud, cards would only say twice what the lines say.
    case 'cards':
      return []
    default:
      return node satisfies never
  }
}

const stands = new Set<Node['kind']>(['section', 'fields', 'table', 'quote'])

function titleRows({ title, motto }: Page, frame: Frame): string[] {
  const heading = words(title, 'strong')
  if (!motto) return rowsOf([heading], frame)
  const quoted = { ...words(`"${motto}"`), typed: true }
  const [row = '', ...more] = rowsOf([heading, DOT, quoted], frame)
  return more.length === 0 ? [row] : [...rowsOf([heading], frame), ...rowsOf([quoted], frame)]
}

function bodyRows(page: Page, frame: Frame): string[] {
  return page.nodes.flatMap((node) => {
    const rows = nodeRows(node, 0, frame)
    return stands.has(node.kind) && rows.length > 0 ? ['', ...rows] : rows
  })
}

function footerRows({ footer }: Page, frame: Frame): string[] {
  const edge = { indent: 0, hang: STEP }
  return footer.flatMap((line) =>
    withAside(rowsOf(line.pieces, frame, 'dim'), line.aside, edge, frame),
  )
}

function closeRows({ close }: Page, frame: Frame): string[] {
  return close ? rowsOf([words(`${close.label}: ${close.command}`)], frame) : []
}

/** Returns one line as text without a newline: what a command says after a change. */
export function renderLine(line: Line, frame: Frame): string {
  return lineRows(line, { indent: 0, hang: STEP }, frame).join('\n')
}

/** Returns the page as text that ends with a newline. */
export function renderText(page: Page, frame: Frame): string {
  const end = [...footerRows(page, frame), ...closeRows(page, frame)]
  const rows = [
    ...(page.title ? titleRows(page, frame) : []),
    ...bodyRows(page, frame),
    ...(end.length > 0 ? ['', ...end] : []),
  ]
  return `${rows.join('\n').replace(/^\n+/, '')}\n`
}

/** Returns the columns that rows of a list may take: those of the terminal, or no limit in a pipe. */
export function rowWidth(look: { readonly terminal: boolean; readonly columns: number }): number {
  return look.terminal ? look.columns : Number.POSITIVE_INFINITY
}
