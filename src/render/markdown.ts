import type {
  Field,
  HeatCell,
  Line,
  List,
  Node,
  Page,
  Part,
  Pieces,
  Section,
  Table,
} from '../pages/page.ts'
import { levelsOf } from './levels.ts'
import { codeSpan, escapeInline, escapeStart } from './markdown-escape.ts'
import { formatFigure } from './pieces.ts'
import { daySign, signOf } from './signs.ts'

type Kind<K extends Node['kind']> = Extract<Node, { kind: K }>

const DOT = ' · '
const GAP = '·'

function inline(pieces: Pieces): string {
  const parts = pieces.map((piece) => {
    if (piece.kind === 'dot') return DOT
    if (piece.kind === 'command') return codeSpan(piece.text)
    return escapeInline(piece.kind === 'figure' ? formatFigure(piece) : piece.text)
  })
  return parts.join('').trim()
}

function sentence({ pieces, aside = [] }: Omit<Line, 'kind'>): string {
  const words = escapeStart(inline(pieces))
  return aside.length > 0 ? `${words}${DOT}${inline(aside)}` : words
}

const bullet = (text: string) => `- ${text}`

function listBlock({ lead, items, more }: List): string {
  const indent = lead ? '  ' : ''
  const rows = [...items.map(sentence), ...(more ? [inline(more)] : [])]
  return [
    ...(lead ? [bullet(sentence(lead))] : []),
    ...rows.map((row) => indent + bullet(row)),
  ].join('\n')
}

function fieldBullet({ label, pieces, aside }: Field): string {
  return bullet(`**${escapeInline(label)}:** ${sentence({ pieces, ...(aside ? { aside } : {}) })}`)
}

const tableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function grid(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(titles), tableRow(titles.map(() => '---')), ...rows.map(tableRow)].join('\n')
}

// In a table the first cell names the figure, so that only its value is printed.
function cellText(pieces: Pieces): string {
  return inline(
    pieces.map((piece) => (piece.kind === 'figure' ? { kind: 'words', text: piece.text } : piece)),
  )
}

function tableBlock({ columns, rows }: Table): string {
  return grid(
    columns.map(({ title }) => escapeInline(title)),
    rows.map((row) => row.map(cellText)),
  )
}

function partText(part: Part | undefined): string {
  if (!part) return '0'
  return part.words ? `${part.count} (${escapeInline(part.words)})` : String(part.count)
}

function barsBlock({ bars, brief }: Kind<'bars'>): string {
  const rows = levelsOf(bars).map(({ label, level }) => [
    `${escapeInline(signOf(level))} ${escapeInline(label)}`,
    ...bars.map((bar) => partText(bar.parts.find((part) => part.label === label))),
  ])
  const table = grid(['', ...bars.map(({ label }) => escapeInline(label))], rows)
  return [...brief.map((line) => bullet(sentence(line))), '', table].join('\n').trim()
}

function chartBlock({ title, points, reading }: Kind<'run-chart'>): string {
  const rows = points.map(({ label, text }) => [escapeInline(label), escapeInline(text)])
  const head = bullet(`${escapeStart(escapeInline(title))}: ${escapeInline(reading)}`)
  return `${head}\n\n${grid(['', escapeInline(title)], rows)}`
}

function stripBlock({ title, cells }: Kind<'strip'>): string {
  const days = cells.map(({ label, level }) => {
    const sign = level === null ? GAP : signOf(level)
    return `${escapeInline(label)} ${escapeInline(sign)}`
  })
  return bullet(`${escapeStart(escapeInline(title))}: ${days.join(', ')}`)
}

function heatText(cell: HeatCell | undefined): string {
  if (!cell) return ''
  if (cell.level === null && !cell.figure) return GAP
  return [escapeInline(daySign(cell.level)), cell.figure?.text].filter(Boolean).join(' ')
}

function heatBlock({ columns, rows }: Kind<'heat'>): string {
  const body = rows.map(({ label, cells }) => [escapeInline(label), ...cells.map(heatText)])
  return grid(['', ...columns.map(escapeInline)], body)
}

function quoteBlock({ text, by }: Kind<'quote'>): string {
  const rows = text.split('\n').map((row) => `> ${escapeStart(escapeInline(row))}`)
  return by ? [...rows, '>', `> ${escapeInline(by)}`].join('\n') : rows.join('\n')
}

function sectionBlock({ title, aside, nodes }: Section): string {
  const heading = `## ${escapeInline(title)}`
  return joinBlocks([heading, ...(aside?.length ? [inline(aside)] : []), ...blocks(nodes)])
}

function block(node: Node): string {
  switch (node.kind) {
    case 'section':
      return sectionBlock(node)
    case 'line':
      return bullet(sentence(node))
    case 'fields':
      return node.fields.map(fieldBullet).join('\n')
    case 'list':
      return listBlock(node)
    case 'table':
      return tableBlock(node)
    case 'bars':
      return barsBlock(node)
    case 'strip':
      return stripBlock(node)
    case 'heat':
      return heatBlock(node)
    case 'rest':
      return joinBlocks(blocks(node.nodes))
    case 'run-chart':
      return chartBlock(node)
    case 'quote':
      return quoteBlock(node)
    // Read in a wiki, cards would only say twice what the lines say.
    case 'cards':
      return ''
    default:
      return node satisfies never
  }
}

function blocks(nodes: readonly Node[]): string[] {
  return nodes.map(block)
}

const isBulleted = (text: string) => /^ *- /.test(text.slice(text.lastIndexOf('\n') + 1))

// Bullets that follow one another are one list; everything else stands apart.
function joinBlocks(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((page, part) =>
      isBulleted(page) && part.startsWith('- ') ? `${page}\n${part}` : `${page}\n\n${part}`,
    )
}

function closeBlock({ close }: Page): string[] {
  if (!close) return []
  const questions = close.questions.map((question) => bullet(escapeStart(escapeInline(question))))
  const head = `**${escapeInline(close.label)}:** ${codeSpan(close.command)}`
  return [head, questions.join('\n')]
}

/** Returns the page as Markdown that pastes cleanly into a wiki and ends with a newline. */
export function renderMarkdown(page: Page): string {
  const parts = [
    `# ${escapeInline(page.title)}`,
    page.motto ? `_"${escapeInline(page.motto)}"_` : '',
    ...blocks(page.nodes),
    ...(page.footer.length > 0 ? ['---'] : []),
    ...page.footer.map(sentence),
    ...closeBlock(page),
  ]
  return `${joinBlocks(parts)}\n`
}
