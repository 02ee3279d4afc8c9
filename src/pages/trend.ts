import type { Trend, TrendPoint } from '../reports/trend.ts'
import { type Figure, line, type Node, type Section } from './page.ts'

const WEEK = /W0?(\d+)$/

function pointOf(figure: string, { week, k, n }: TrendPoint): Figure {
  const label = week.replace(/^\d+-/, '').replace(WEEK, 'W$1')
  return { kind: 'figure', figure, group: week, label, text: `${k} of ${n}`, k, n }
}

function chartOf(title: string, figure: string, { points, median, reading }: Trend): Node {
  const told = points.map((point) => pointOf(`${figure}.points`, point))
  return { kind: 'run-chart', title, points: told, median, reading }
}

/** Returns a share week by week, where the rules allow a trend; `figure` is its key in the JSON. */
export function trendSection(title: string, figure: string, trend: Trend | undefined): Section[] {
  if (!trend) return []
  return [{ kind: 'section', title: 'Week by week', nodes: [chartOf(title, figure, trend)] }]
}

/** Returns the line of a trend that the rules do not allow. */
export function noTrend(): Section {
  const says = 'No clear trend: it takes 10 finished weeks of 5 contacts or more.'
  return { kind: 'section', title: 'Week by week', nodes: [line([says])] }
}
