import { addDays } from '../model/day.ts'
import type { MonthFigures } from '../reports/month.ts'
import { beforeSections } from './before.ts'
import { runningTitle } from './dates.ts'
import type { PeriodExtra } from './extra.ts'
import { firstCards, firstNodes } from './first.ts'
import { coverageFooter, leftOutFooter } from './footer.ts'
import { fewFooter, findingSection, groupsSection, shareCell } from './groups.ts'
import { leavingSection } from './leaving.ts'
import {
  command,
  type Field,
  type Line,
  line,
  type Node,
  type Page,
  type Pieces,
  type Section,
  words,
} from './page.ts'
import { quotesSection } from './quotes.ts'
import { restFields } from './rest.ts'
import { shareFigure } from './share.ts'
import { noTrend, trendSection } from './trend.ts'
import { emptyNodes, fewNodes, landedNodes } from './week.ts'
import { sentenceFields, touchedFields } from './why.ts'
import { spoken } from './wording.ts'

const SHOWN = 'Arrived unhappy, left well'

function groupSections({ byChannel, byMoment, finding }: MonthFigures): Section[] {
  return [
    ...groupsSection({ title: 'By channel', figure: 'byChannel', shown: SHOWN, rows: byChannel }),
    ...groupsSection({ title: 'By moment', figure: 'byMoment', shown: SHOWN, rows: byMoment }),
    findingSection('What goes with leaving well', finding),
  ]
}

function intendedSection({ intended }: MonthFigures): Section[] {
  if (intended.length === 0) return []
  const rows = intended.map((each): Pieces[] => {
    const label = spoken(each.moment)
    return [
      [words(label)],
      [shareCell('intended.left', label, each.left, each.moment)],
      [words(each.intended.join(', '))],
    ]
  })
  const title = 'As you meant them to leave'
  const columns = [{ title: '' }, { title: 'Left so' }, { title: 'Meant', least: 12 }]
  return [{ kind: 'section', title, nodes: [{ kind: 'table', title, columns, rows }] }]
}

function authorityField({ authorityGap }: MonthFigures): Field[] {
  if (authorityGap.n === 0) return []
  const figure = shareFigure('authorityGap', 'not had', authorityGap)
  return [{ label: 'Authority needed', pieces: [figure] }]
}

function whyNodes({ purposeTouched, sentence }: MonthFigures, { today }: PeriodExtra): Section[] {
  const fields = [...touchedFields(purposeTouched), ...sentenceFields(sentence, today)]
  if (fields.length === 0) return []
  const asks = [words('still true? '), command('afterword purpose')]
  const aside = sentence.length > 0 ? { aside: asks } : {}
  return [
    { kind: 'section', title: 'Why you do it', ...aside, nodes: [{ kind: 'fields', fields }] },
  ]
}

function fullNodes(figures: MonthFigures, extra: PeriodExtra): Node[] {
  const { trend, learned, supportWanted, period } = figures
  const shows = `afterword month ${period.name} --json`
  return [
    { kind: 'cards', cards: firstCards(figures) },
    { kind: 'section', title: 'First', nodes: firstNodes(figures, extra) },
    leavingSection(figures, 'the month before'),
    ...(trend ? trendSection(SHOWN, 'trend', trend) : [noTrend()]),
    ...groupSections(figures),
    ...intendedSection(figures),
    ...beforeSections(figures),
    ...landedNodes(extra),
    ...restFields(figures, extra, authorityField(figures)),
    ...quotesSection('What would have helped', supportWanted, shows),
    ...quotesSection('Learned', learned, shows),
    ...whyNodes(figures, extra),
  ]
}

function footer(figures: MonthFigures, extra: PeriodExtra): Line[] {
  if (figures.entries === 0) return leftOutFooter(extra)
  if (figures.tooFew) return [line(['Summaries start at 5.']), ...leftOutFooter(extra)]
  const { byChannel, byMoment, priorEffort, intended } = figures
  const rows = [...byChannel, ...byMoment, ...priorEffort.arrivedUnhappy].map(({ share }) => share)
  return [
    ...fewFooter([...rows, ...intended.map(({ left }) => left)]),
    ...coverageFooter(figures, { more: rows }),
    ...leftOutFooter(extra),
  ]
}

function nodesOf(figures: MonthFigures, extra: PeriodExtra): Node[] {
  if (figures.entries === 0) return emptyNodes(figures, extra)
  return figures.tooFew ? fewNodes(figures, extra) : fullNodes(figures, extra)
}

const DAYS_OF_A_MONTH = 31

/** Returns the page of a month: a week's lines, and what only more contacts can show. */
export function monthPage(figures: MonthFigures, extra: PeriodExtra): Page {
  const { period, purpose, report } = figures
  const recent = period.from <= extra.today && addDays(period.to, DAYS_OF_A_MONTH) >= extra.today
  return {
    report,
    title: runningTitle(period, extra.today),
    ...(purpose ? { motto: purpose } : {}),
    nodes: nodesOf(figures, extra),
    footer: footer(figures, extra),
    ...(recent
      ? {
          close: {
            label: 'Close the week',
            command: 'afterword review',
            questions: extra.questions,
          },
        }
      : {}),
  }
}
