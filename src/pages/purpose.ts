import { dayOf } from '../model/day.ts'
import type { PurposeFigures } from '../reports/purpose.ts'
import { type ChosenExtra, chosenTitle, contactsLine, emptyPage } from './chosen.ts'
import { formatDate } from './dates.ts'
import { leftOutFooter, likelyFooter } from './footer.ts'
import { fewFooter } from './groups.ts'
import { ARRIVED, averageCell } from './lift.ts'
import {
  type Field,
  joined,
  type Line,
  line,
  type Node,
  type Page,
  type Pieces,
  type Section,
  typed,
  words,
} from './page.ts'
import { listOf, quotesSection } from './quotes.ts'
import { plainShare } from './share.ts'
import { sentenceFields, touchedFields } from './why.ts'

const TITLE = 'Why you do it'
const WHOLE = 'afterword report purpose --format markdown'

function sentenceNodes({ sentence }: PurposeFigures, { today }: ChosenExtra): Node[] {
  if (sentence.length === 0)
    return [line(['No sentence of yours yet.'], [words('afterword purpose "..."')])]
  return [{ kind: 'fields', fields: sentenceFields(sentence, today) }]
}

function valuesField({ values }: PurposeFigures): Field[] {
  const shown = values.map(
    ({ value, share }): Pieces => [plainShare('values.share', value, share, { group: value })],
  )
  return shown.length > 0 ? [{ label: 'Values shown', pieces: joined(shown, words(', ')) }] : []
}

function groundField({ commonGround }: PurposeFigures): Field[] {
  if (commonGround.k === 0) return []
  const share = plainShare('commonGround', 'named in', commonGround)
  return [{ label: 'Common ground', pieces: [share] }]
}

function touchedSection(figures: PurposeFigures): Section[] {
  const fields = [
    ...touchedFields(figures.purposeTouched),
    ...valuesField(figures),
    ...groundField(figures),
  ]
  const nodes: Node[] =
    fields.length > 0
      ? [{ kind: 'fields', fields }]
      : [line(['Not noted yet: afterword reflect asks it.'])]
  return [{ kind: 'section', title: 'What the work touched', nodes }]
}

function blockedSection({ blocked }: PurposeFigures, { today }: ChosenExtra): Section[] {
  if (blocked.length === 0) return []
  const lines = blocked.map(({ customer, at, summary }) =>
    line([typed(customer), ': ', typed(summary)], [words(formatDate(dayOf(at), today))]),
  )
  return [{ kind: 'section', title: 'When a rule stood in the way', nodes: listOf(lines, WHOLE) }]
}

function liftRows({ lift }: PurposeFigures): Pieces[][] {
  return ARRIVED.filter(([arrival]) => lift[arrival].touched.n + lift[arrival].other.n > 0).map(
    ([arrival, label]) => {
      const { touched, other, text } = lift[arrival]
      return [
        [words(label)],
        [averageCell(`lift.${arrival}.touched`, label, touched)],
        [averageCell(`lift.${arrival}.other`, label, other)],
        [words(text)],
      ]
    },
  )
}

function liftSection(figures: PurposeFigures): Section[] {
  const rows = liftRows(figures)
  if (rows.length === 0) return []
  const title = 'Change of feeling, from -4 to +4'
  const columns = ['', 'Touched it', 'Did not', 'Difference'].map((name) => ({ title: name }))
  const note = line([words('People who arrive upset have only one way to go.', 'dim')])
  const aside = [words('both ratings are yours')]
  const table: Node = { kind: 'table', title, columns, rows }
  return [{ kind: 'section', title, aside, nodes: [table, note] }]
}

function fullNodes(figures: PurposeFigures, extra: ChosenExtra): Node[] {
  const { atStake } = figures
  return [
    contactsLine(figures),
    ...sentenceNodes(figures, extra),
    ...(figures.tooFew ? [] : touchedSection(figures)),
    ...quotesSection('What was at stake for them', atStake, WHOLE),
    ...blockedSection(figures, extra),
    ...(figures.tooFew ? [] : liftSection(figures)),
  ]
}

function footer({ tooFew, lift }: PurposeFigures, extra: ChosenExtra): Line[] {
  if (tooFew) return [line(['Summaries start at 5.']), ...leftOutFooter(extra)]
  const averages = Object.values(lift).flatMap(({ touched, other }) =>
    touched.n + other.n > 0 ? [touched, other] : [],
  )
  return [
    ...fewFooter(averages),
    ...likelyFooter(averages),
    line(['Not at all is an answer like any other.']),
    ...leftOutFooter(extra),
  ]
}

/** Returns whether the work touches why it is done, in the rep's own ratings, and when a rule stood in the way. */
export function purposePage(figures: PurposeFigures, extra: ChosenExtra): Page {
  const motto = figures.line ? { motto: figures.line } : {}
  if (figures.entries === 0) return { ...emptyPage(TITLE, figures, extra), ...motto }
  return {
    report: figures.report,
    title: chosenTitle(TITLE, figures, extra),
    ...motto,
    nodes: fullNodes(figures, extra),
    footer: footer(figures, extra),
  }
}
