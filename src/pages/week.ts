import { addDays } from '../model/day.ts'
import type { WeekFigures } from '../reports/week-figures.ts'
import { coachSection } from './coach.ts'
import { periodWords, runningTitle } from './dates.ts'
import { listedTable } from './entries.ts'
import type { PeriodExtra } from './extra.ts'
import { firstCards, firstNodes, openNodes } from './first.ts'
import { coverageFooter, leftOutFooter } from './footer.ts'
import { leavingSection } from './leaving.ts'
import { type Line, line, type Node, type Page, typed, words } from './page.ts'
import { restFields } from './rest.ts'
import { trendSection } from './trend.ts'

const TRIED = { yes: 'tried: yes', partly: 'tried: partly', no: 'tried: no' } as const

/** Returns what was to be tried, and how it went. */
export function intentionNodes({ intention }: WeekFigures): Node[] {
  if (!intention) return []
  const { tryNext, tried, note } = intention
  const result = tried ? [words(TRIED[tried])] : []
  const remark = tried && note ? [words(', '), typed(note)] : []
  return [line(['You said you would: ', typed(tryNext)], [...result, ...remark])]
}

/** Returns what landed, in the rep's words. */
export function landedNodes({ landed }: PeriodExtra): Node[] {
  if (landed.length === 0) return []
  const nodes = landed.map(({ text }): Node => ({ kind: 'quote', text }))
  return [{ kind: 'section', title: 'What landed, in your words', nodes }]
}

function fullNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  return [
    { kind: 'cards', cards: firstCards(figures) },
    { kind: 'section', title: 'First', nodes: firstNodes(figures, extra) },
    leavingSection(figures),
    ...trendSection('Left well, everyone', 'trend', figures.trend),
    ...landedNodes(extra),
    ...restFields(figures, extra),
  ]
}

/** Returns the few contacts of a period, a line each, and what is open. */
export function fewNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  const open = openNodes(figures, extra)
  return [
    listedTable(figures.listed ?? [], extra, figures.period),
    ...(open.length > 0 ? [{ kind: 'section', title: 'Still open', nodes: open } as const] : []),
  ]
}

function emptySentence({ period }: WeekFigures, { today }: PeriodExtra): string {
  const name = periodWords(period, today)
  if (period.from > today) return `Nothing recorded in ${name}: it has not begun.`
  return `Nothing recorded in ${name}${period.soFar ? ' so far' : ''}.`
}

/** Returns what a period without a contact still has to say. */
export function emptyNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  return openNodes(figures, extra, emptySentence(figures, extra))
}

function footer(figures: WeekFigures, extra: PeriodExtra): Line[] {
  if (figures.entries === 0) return leftOutFooter(extra)
  if (figures.tooFew) return [line(['Summaries start at 5.']), ...leftOutFooter(extra)]
  return [...coverageFooter(figures), ...leftOutFooter(extra)]
}

function nodesOf(figures: WeekFigures, extra: PeriodExtra): Node[] {
  if (figures.entries === 0) return emptyNodes(figures, extra)
  return figures.tooFew ? fewNodes(figures, extra) : fullNodes(figures, extra)
}

const DAYS_UNTIL_NAMED = 7

function closeCommand({ period }: WeekFigures, { today }: PeriodExtra): string {
  const recent = addDays(period.to, DAYS_UNTIL_NAMED) >= today
  return recent ? 'afterword review' : `afterword review ${period.name}`
}

/** Returns the page of a week: promises and people first, then how they left, what helped and what stood in the way. */
export function weekPage(figures: WeekFigures, extra: PeriodExtra): Page {
  const { period, purpose, report } = figures
  return {
    report,
    title: runningTitle(period, extra.today),
    ...(purpose ? { motto: purpose } : {}),
    nodes: [
      ...intentionNodes(figures),
      ...nodesOf(figures, extra),
      ...coachSection(extra, figures),
    ],
    footer: footer(figures, extra),
    ...(period.from > extra.today
      ? {}
      : {
          close: {
            label: 'Close the week',
            command: closeCommand(figures, extra),
            questions: extra.questions,
          },
        }),
  }
}
