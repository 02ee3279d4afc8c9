import { dayOf } from '../model/day.ts'
import type { Average } from '../reports/figure.ts'
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
  if (commonGround.n === 0) return []
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

function liftFields({ lift }: PurposeFigures): Field[] {
  return ARRIVED.filter(([arrival]) => lift[arrival].touched.n + lift[arrival].other.n > 0).map(
    ([arrival, label]) => {
      const { touched, other, text } = lift[arrival]
      const sides: Pieces[] = [
        averagePieces(`lift.${arrival}.touched`, 'touched it', touched),
        averagePieces(`lift.${arrival}.other`, 'did not', other),
      ]
      return { label, pieces: [...joined(sides, words('; ')), words(`: ${text}`)] }
    },
  )
}

function averagePieces(figure: string, label: string, average: Average): Pieces {
  const cell = averageCell(figure, label, average)
  return cell.kind === 'figure' ? [cell] : [words(`${label} `), cell]
}

function liftSection(figures: PurposeFigures): Section[] {
  const fields = liftFields(figures)
  if (fields.length === 0) return []
  const note = line([words('People who arrive upset have only one way to go.', 'dim')])
  return [
    {
      kind: 'section',
      title: 'Change of feeling (-4 to +4)',
      aside: [words('both ratings are yours')],
      nodes: [{ kind: 'fields', fields }, note],
    },
  ]
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
