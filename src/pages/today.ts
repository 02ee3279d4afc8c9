import { isUnhappy } from '../model/feelings.ts'
import type { BestMoment } from '../reports/best-moment.ts'
import type { Ref } from '../reports/figure.ts'
import type { TodayFigures } from '../reports/today.ts'
import { formatDate } from './dates.ts'
import { dayTable } from './entries.ts'
import type { PeriodExtra } from './extra.ts'
import { firstCards, firstNodes } from './first.ts'
import { coverageFooter, leftOutFooter } from './footer.ts'
import { leavingToday } from './leaving.ts'
import { type Line, line, type Node, type Page, type Section, typed } from './page.ts'
import { restFields } from './rest.ts'
import { countFigure } from './share.ts'
import { closing, duePieces, told } from './told.ts'

function dueNodes(figures: TodayFigures, extra: PeriodExtra): Node[] {
  const days = [
    { figure: 'dueToday', label: 'Still due today', refs: figures.dueToday },
    { figure: 'dueTomorrow', label: 'Due tomorrow', refs: figures.dueTomorrow },
  ]
  return days
    .filter(({ refs }) => refs.length > 0)
    .flatMap(({ figure, label, refs }) =>
      told(
        [countFigure(figure, label, refs.length)],
        refs,
        (ref) => duePieces({ ...ref, due: undefined }, figures, extra),
        (ref) => closing('done', ref, extra),
      ),
    )
}

function entriesNodes(figures: TodayFigures): Node[] {
  if (figures.entries === 0) return [line(['Nothing recorded today.'])]
  return figures.lines.length > 0 ? [dayTable(figures.lines, figures.afterHours)] : []
}

function momentSection(title: string, moment: BestMoment | undefined): Section[] {
  if (!moment) return []
  const { customer, before, after, summary, customerWords } = moment
  const told = line([typed(customer), `, ${before} -> ${after}: `, typed(summary)])
  const quote: Node[] = customerWords ? [{ kind: 'quote', text: customerWords }] : []
  return [{ kind: 'section', title, nodes: [told, ...quote] }]
}

function footer(figures: TodayFigures, extra: PeriodExtra): Line[] {
  const over = figures.afterHours
    ? [line(['Work is over: of hard contacts only what is to be done is shown.'])]
    : []
  const coverage = figures.entries > 0 ? coverageFooter(figures, { plain: true }) : []
  return [...over, ...coverage, ...leftOutFooter(extra), line(['Who did you help today?'])]
}

// After hours a hard contact is something to do, not something to go through again.
function softened(refs: readonly Ref[], { entries }: PeriodExtra): readonly Ref[] {
  return refs.map((ref) => {
    const entry = entries.find(({ id }) => id === ref.id)
    return entry && isUnhappy(entry.felt.after) ? { ...ref, summary: 'follow up' } : ref
  })
}

function quiet(figures: TodayFigures, extra: PeriodExtra): TodayFigures {
  const { first, dueToday, dueTomorrow } = figures
  return {
    ...figures,
    first: { ...first, overdue: softened(first.overdue, extra) },
    dueToday: softened(dueToday, extra),
    dueTomorrow: softened(dueTomorrow, extra),
  }
}

/** Returns the page of a day: who still needs something, the contacts a line each, the best moment, whom to thank. */
export function todayPage(given: TodayFigures, words: PeriodExtra): Page {
  const figures = given.afterHours ? quiet(given, words) : given
  const extra = given.afterHours ? { ...words, wouldHaveDone: [] } : words
  const { period, purpose, report } = figures
  const first = [...firstNodes(figures, extra), ...dueNodes(figures, extra)]
  return {
    report,
    title: `Today, ${formatDate(period.from, extra.today)}`,
    ...(purpose ? { motto: purpose } : {}),
    nodes: [
      { kind: 'cards', cards: firstCards(figures) },
      { kind: 'section', title: 'First', nodes: first },
      { kind: 'section', title: 'Contacts', nodes: entriesNodes(figures) },
      ...momentSection('Best moment', figures.best),
      ...momentSection('A year ago today', figures.yearAgo),
      ...leavingToday(figures),
      ...(figures.entries > 0 ? restFields(figures, extra) : []),
    ],
    footer: footer(figures, extra),
    close: {
      label: 'Close the day',
      command: 'afterword review today',
      questions: extra.questions,
    },
  }
}
