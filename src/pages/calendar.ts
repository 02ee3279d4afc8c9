import { addDays, type Day, weekdayName } from '../model/day.ts'
import { weekOf } from '../model/period.ts'
import { type CalendarFigures, mondaysOf } from '../reports/calendar.ts'
import type { ChosenExtra } from './chosen.ts'
import { formatDays } from './dates.ts'
import { leftOutFooter } from './footer.ts'
import {
  command,
  DOT,
  type HeatCell,
  type HeatRow,
  joined,
  type Line,
  line,
  type Node,
  type Page,
  type Pieces,
  type Section,
  words,
} from './page.ts'
import { countFigure, plainShare } from './share.ts'
import { counted } from './wording.ts'

// Over more than a year the same dates come twice, and need their year.
const WEEKS_OF_A_YEAR = 52

const GAP: HeatCell = { level: null }
const SIGNS =
  '++ very well, + well, o neither, - unhappy, -- very unhappy, ? not known: the middle of the day'

type CellOf = (day: Day, row: string) => HeatCell | undefined

const daysFrom = (monday: Day) => Array.from({ length: 7 }, (_, index) => addDays(monday, index))

function rowsOf(figures: CalendarFigures, today: Day, cellOf: CellOf): HeatRow[] {
  const mondays = mondaysOf(figures.from, figures.to)
  const named = mondays.length > WEEKS_OF_A_YEAR
  return mondays.map((monday) => {
    const sunday = addDays(monday, 6)
    const label = formatDays(monday, sunday, named ? today : sunday)
    const inside = (day: Day) => day >= figures.from && day <= figures.to
    const cells = daysFrom(monday).map((day) =>
      inside(day) ? (cellOf(day, label) ?? GAP) : undefined,
    )
    return { label, cells }
  })
}

function heatOf(title: string, figures: CalendarFigures, today: Day, cellOf: CellOf): Node {
  const columns = daysFrom(weekOf(today).from).map(weekdayName)
  return { kind: 'heat', title, columns, rows: rowsOf(figures, today, cellOf) }
}

function daysSection(figures: CalendarFigures, { today }: ChosenExtra): Section {
  const days = new Map(figures.days.map((each) => [each.day, each]))
  const cellOf: CellOf = (day, label) => {
    const found = days.get(day)
    if (!found) return undefined
    const figure = countFigure('days.entries', label, found.entries, { group: day })
    return { level: found.level, figure }
  }
  const title = 'How people left, and how many'
  const heat = heatOf(title, figures, today, cellOf)
  return { kind: 'section', title, nodes: [heat, line([words(SIGNS, 'dim')])] }
}

function ownSection(figures: CalendarFigures, { today }: ChosenExtra): Section[] {
  const { own } = figures
  if (!own) return []
  const levels = new Map(own.map(({ day, level }) => [day, { level }]))
  const title = 'How it left you'
  const nodes = [heatOf(title, figures, today, (day) => levels.get(day))]
  return [{ kind: 'section', title, aside: [words('only here, on your screen')], nodes }]
}

function weeksLine({ weeks, entries }: CalendarFigures): Line {
  const { logged, current, longest } = weeks
  const parts: Pieces[] = [
    [countFigure('entries', entries === 1 ? 'contact' : 'contacts', entries, VALUE_FIRST)],
    logged.n > 0 ? [plainShare('weeks.logged', 'written in', logged), words(' weeks')] : [],
    current > 1 ? [weeksFigure('weeks.current', 'running', current, VALUE_FIRST)] : [],
    longest > current && longest > 1
      ? [weeksFigure('weeks.longest', 'the longest run', longest)]
      : [],
  ]
  return line(joined(parts, DOT))
}

const VALUE_FIRST = { shape: 'value-first' } as const

function weeksFigure(figure: string, label: string, count: number, rest = {}) {
  return countFigure(figure, label, count, { text: counted(count, 'week'), ...rest })
}

function stepsLine({ extraStepWeeks }: CalendarFigures): Line[] {
  if (extraStepWeeks.n === 0) return []
  const share = plainShare('extraStepWeeks', 'A small extra step in', extraStepWeeks)
  const weeks = extraStepWeeks.n === 1 ? 'week' : 'weeks'
  return [line([share, words(` recent ${weeks}`)])]
}

function nodesOf(figures: CalendarFigures, extra: ChosenExtra): Node[] {
  if (figures.entries === 0)
    return [line(['No contact fits, so there is nothing to tell yet.'], [command('afterword log')])]
  return [
    weeksLine(figures),
    ...stepsLine(figures),
    daysSection(figures, extra),
    ...ownSection(figures, extra),
  ]
}

/** Returns the days that were written down and how people left, week by week. */
export function calendarPage(figures: CalendarFigures, extra: ChosenExtra): Page {
  const { from, to, report } = figures
  return {
    report,
    title: `Calendar, ${formatDays(from, to, extra.today)}`,
    nodes: nodesOf(figures, extra),
    footer: leftOutFooter(extra),
  }
}
