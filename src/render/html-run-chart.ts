import { safeLine } from '../model/safe.ts'
import type { Figure, Node } from '../pages/page.ts'
import { type Child, el, type Html } from './html-element.ts'
import { figureValue } from './html-pieces.ts'
import { gridHtml } from './html-table.ts'
import { cut } from './width.ts'

type RunChart = Extract<Node, { kind: 'run-chart' }>

const TOP = 14
/** How tall the plot is: where more weeks stand in the table beside it, taller. */
const DEEP = 170
const DEEPER = 300
const UNDER = 32
const NAME = 6
const NAMES = 13

const shareOf = ({ k = 0, n = 0 }: Figure) => (n === 0 ? 0 : k / n)

const depthOf = (points: readonly Figure[]) => (points.length > NAMES ? DEEPER : DEEP)

const y = (share: number, deep: number) => Math.round((TOP + (1 - share) * deep) * 10) / 10

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

interface Dot {
  readonly x: string
  readonly y: number
}

function dotsOf(points: readonly Figure[]): Dot[] {
  return points.map((point, index) => ({
    x: percent((index + 0.5) / points.length),
    y: y(shareOf(point), depthOf(points)),
  }))
}

function between(from: Dot, to: Dot): Html {
  return el('line', { class: 'run', x1: from.x, y1: from.y, x2: to.x, y2: to.y })
}

function pathOf(dots: readonly Dot[]): Child[] {
  return dots.flatMap((dot, index) => {
    const before = dots[index - 1]
    const circle = el('circle', { class: 'dot', cx: dot.x, cy: dot.y, r: 4 })
    return before ? [between(before, dot), circle] : [circle]
  })
}

function numbersOf({ title, points, median, reading }: RunChart): string {
  const each = points.map(({ label, text }) => `${safeLine(label)} ${safeLine(text)}`)
  const middle = Math.round(median * 100)
  return `${safeLine(title)}: ${each.join(', ')}; median ${middle} %; ${safeLine(reading)}`
}

// As many names as have room; every second of them gives way on a phone.
function namesOf(points: readonly Figure[], dots: readonly Dot[]): Html[] {
  const step = Math.ceil(points.length / NAMES)
  return dots.flatMap(({ x }, index) => {
    if (index % step !== 0) return []
    const name = cut(safeLine(points[index]?.label ?? ''), NAME, '…')
    const spare = (index / step) % 2 === 1
    return [
      el(
        'text',
        { class: spare ? 'name spare' : 'name', x, y: TOP + depthOf(points) + UNDER - 6 },
        name,
      ),
    ]
  })
}

function edgeHtml(share: number, deep: number): Child[] {
  const level = y(share, deep)
  return [
    el('line', { class: 'edge', x1: '0%', y1: level, x2: '100%', y2: level }),
    el('text', { class: 'scale', x: 0, y: level - 3 }, `${share * 100} %`),
  ]
}

function chartSvg(chart: RunChart): Html {
  const dots = dotsOf(chart.points)
  const deep = depthOf(chart.points)
  const level = y(chart.median, deep)
  return el(
    'svg',
    { role: 'img', height: TOP + deep + UNDER, class: 'over' },
    el('title', {}, numbersOf(chart)),
    edgeHtml(1, deep),
    edgeHtml(0, deep),
    el('line', { class: 'median', x1: '0%', y1: level, x2: '100%', y2: level }),
    ...pathOf(dots),
    ...namesOf(chart.points, dots),
  )
}

/** Returns the points over time with their median line, how to read them, and beside them their table. */
export function runChartHtml(chart: RunChart): Html {
  const title = safeLine(chart.title)
  const rows = chart.points.map((point): Child[] => [safeLine(point.label), figureValue(point)])
  return el(
    'div',
    { class: 'chart runs' },
    el(
      'figure',
      {},
      chartSvg(chart),
      el('figcaption', {}, `${title}; the dashed line is the median: ${safeLine(chart.reading)}`),
    ),
    gridHtml({ caption: title, titles: ['Week', 'Share'], rows }),
  )
}
