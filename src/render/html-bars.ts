import { safeLine } from '../model/safe.ts'
import type { Bar, Part } from '../pages/page.ts'
import { type Child, el, type Html } from './html-element.ts'
import { gridHtml } from './html-table.ts'
import { levelsOf } from './levels.ts'
import { signOf } from './signs.ts'

const HEIGHT = 30
const BASELINE = 20
// Narrower than this part of the whole, a sign would not fit inside.
const SIGN_FROM = 0.05

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

const levelClass = (level: number) => `level${level + 2}`

const totalOf = ({ parts }: Bar) => parts.reduce((sum, { count }) => sum + count, 0)

function segment({ count, level }: Part, before: number, total: number): Child {
  const width = count / total
  const rect = el('rect', {
    class: levelClass(level),
    x: percent(before / total),
    width: percent(width),
    height: HEIGHT,
  })
  if (width < SIGN_FROM) return rect
  const middle = percent(before / total + width / 2)
  const sign = el('text', { class: levelClass(level), x: middle, y: BASELINE }, signOf(level))
  return [rect, sign]
}

function numbersOf(bar: Bar): string {
  const parts = bar.parts.map(({ label, count }) => `${safeLine(label)} ${count}`)
  return `${safeLine(bar.label)}: ${parts.join(', ') || 'nobody'}`
}

function barHtml(bar: Bar): Html {
  const total = totalOf(bar)
  const starts = bar.parts.map((_, index) => totalOf({ ...bar, parts: bar.parts.slice(0, index) }))
  const segments = bar.parts.map((part, index) => segment(part, starts[index] ?? 0, total))
  return el(
    'p',
    { class: 'bar' },
    el('span', {}, safeLine(bar.label)),
    el(
      'svg',
      { role: 'img', height: HEIGHT, class: 'stack' },
      el('title', {}, numbersOf(bar)),
      ...segments,
    ),
  )
}

// A word and its number stay on one row where there is room.
function wordsHtml(words: string): Child[] {
  return safeLine(words)
    .split(', ')
    .flatMap((word, index) => [index === 0 ? '' : ', ', el('span', { class: 'whole' }, word)])
}

function countCell(part: Part | undefined): Child {
  if (!part) return '0'
  if (!part.words) return String(part.count)
  return [String(part.count), el('span', { class: 'dim' }, ' (', ...wordsHtml(part.words), ')')]
}

function tableOf(title: string, bars: readonly Bar[]): Html {
  const rows = levelsOf(bars).map(({ label, level }): Child[] => [
    [el('i', { class: `key ${levelClass(level)}` }, signOf(level)), ` ${safeLine(label)}`],
    ...bars.map((bar) => countCell(bar.parts.find((part) => part.label === label))),
  ])
  const titles = ['', ...bars.map(({ label }) => safeLine(label))]
  return gridHtml({ caption: safeLine(title), titles, rows })
}

/** Returns the stacked bars, each part with its sign, and beside them the table of the same numbers. */
export function barsHtml(title: string, bars: readonly Bar[]): Html {
  return el(
    'div',
    { class: 'chart' },
    el('div', { class: 'bars' }, ...bars.map(barHtml)),
    tableOf(title, bars),
  )
}
