import { safe, safeLine } from '../model/safe.ts'
import type { Cell, Figure, Line, List, Node, Page, Section } from '../pages/page.ts'
import { barsHtml } from './html-bars.ts'
import { el, type Html, lines, voidEl } from './html-element.ts'
import { heatHtml } from './html-heat.ts'
import { lineHtml, piecesHtml } from './html-pieces.ts'
import { runChartHtml } from './html-run-chart.ts'
import { STYLE } from './html-style.ts'
import { tableHtml } from './html-table.ts'
import { signOf } from './signs.ts'

type Kind<K extends Node['kind']> = Extract<Node, { kind: K }>

const POLICY = "default-src 'none'; style-src 'unsafe-inline'"
const MADE = 'Made offline. Nothing was sent.'

function paragraph(line: Line): Html {
  return el('p', { class: line.aside?.length ? 'line' : undefined }, lineHtml(line))
}

function item(line: Line): Html {
  const body = lineHtml(line)
  return el('li', {}, line.aside?.length ? el('div', { class: 'line' }, body) : body)
}

function listHtml({ lead, items, more }: List): Html {
  const rest = more ? [el('li', { class: 'note' }, piecesHtml(more))] : []
  const list = el('ul', {}, ...items.map(item), ...rest)
  return lead ? el('div', { class: 'led' }, paragraph(lead), list) : list
}

function fieldsHtml({ fields }: Kind<'fields'>): Html {
  const rows = fields.flatMap(({ label, pieces, aside }) => [
    el('dt', {}, safeLine(label)),
    el(
      'dd',
      { class: aside?.length ? 'line' : undefined },
      lineHtml({ pieces, ...(aside ? { aside } : {}) }),
    ),
  ])
  return el('dl', {}, ...rows)
}

// Cards say again what stands further down, so they carry no mark of their own for a program.
function cardHtml({ text, label, tone }: Figure): Html {
  return el('li', {}, el('b', { class: tone }, safeLine(text)), el('span', {}, safeLine(label)))
}

function quoteHtml({ text, by }: Kind<'quote'>): Html {
  const rows = safe(text)
    .split('\n')
    .filter((row) => row.trim() !== '')
  const paragraphs = rows.map((row, index) => {
    const [open, close] = [index === 0 ? '“' : '', index === rows.length - 1 ? '”' : '']
    return el('p', {}, open, row.replaceAll('\t', ' '), close)
  })
  const from = by ? [el('footer', {}, safeLine(by))] : []
  return el('blockquote', { dir: 'auto' }, ...paragraphs, ...from)
}

function cellHtml({ label, level }: Cell): Html {
  const sign = level === null ? '·' : signOf(level)
  const key = el('span', { class: level === null ? 'key' : `key level${level + 2}` }, sign)
  return el('li', {}, key, safeLine(label))
}

function stripHtml({ title, cells }: Kind<'strip'>): Html {
  return lines([el('p', {}, safeLine(title)), el('ol', { class: 'strip' }, ...cells.map(cellHtml))])
}

function barsBlock({ title, bars, brief }: Kind<'bars'>): Html {
  return lines([barsHtml(title, bars), ...brief.map(paragraph)])
}

function sectionHtml({ title, aside, nodes }: Section): Html {
  const note = aside?.length ? [el('p', { class: 'note' }, piecesHtml(aside))] : []
  return el('section', {}, lines([el('h2', {}, safeLine(title)), ...note, ...nodes.map(nodeHtml)]))
}

function nodeHtml(node: Node): Html {
  switch (node.kind) {
    case 'section':
      return sectionHtml(node)
    case 'line':
      return paragraph(node)
    case 'fields':
      return fieldsHtml(node)
    case 'list':
      return listHtml(node)
    case 'table':
      return tableHtml(node)
    case 'bars':
      return barsBlock(node)
    case 'strip':
      return stripHtml(node)
    case 'heat':
      return heatHtml(node)
    case 'rest':
      return lines(node.nodes.map(nodeHtml))
    case 'run-chart':
      return runChartHtml(node)
    case 'quote':
      return quoteHtml(node)
    case 'cards':
      return el('ul', { class: 'cards' }, ...node.cards.map(cardHtml))
    default:
      return node satisfies never
  }
}

function closeHtml({ close }: Page): Html[] {
  if (!close) return []
  const { label, questions, command } = close
  const list = el('ul', {}, ...questions.map((question) => el('li', {}, safeLine(question))))
  const body = [
    el('h2', {}, safeLine(label)),
    ...(questions.length > 0 ? [list] : []),
    el('p', {}, el('code', {}, safeLine(command))),
  ]
  return [el('section', {}, lines(body))]
}

function headerHtml({ title, motto }: Page): Html {
  const said = motto ? [el('p', { class: 'motto', dir: 'auto' }, `“${safeLine(motto)}”`)] : []
  return el('header', {}, el('h1', {}, safeLine(title)), ...said)
}

function footerHtml({ footer }: Page): Html {
  return el('footer', {}, ...footer.map(paragraph), el('p', {}, MADE))
}

function headHtml({ title }: Page): Html {
  return lines([
    voidEl('meta', { charset: 'utf-8' }),
    voidEl('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    voidEl('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    voidEl('meta', { name: 'color-scheme', content: 'light dark' }),
    el('title', {}, safeLine(title)),
    { html: `<style>${STYLE}</style>` },
  ])
}

/** Returns the page as one HTML file of its own: no script, no address, light and dark, from a phone to A4. */
export function renderHtml(page: Page): string {
  const body = [headerHtml(page), ...page.nodes.map(nodeHtml), ...closeHtml(page), footerHtml(page)]
  const main = el('main', {}, lines(body))
  const root = el('html', { lang: 'en' }, el('head', {}, headHtml(page)), el('body', {}, main))
  return `<!doctype html>\n${root.html}\n`
}
