import type { WeekFigures } from '../reports/week-figures.ts'
import type { PeriodExtra } from './extra.ts'
import { followUpNodes } from './kept.ts'
import { type Figure, type Line, line, type Node, type Piece, words } from './page.ts'
import { handoffNodes } from './passed-on.ts'
import { countFigure, plainShare } from './share.ts'
import { closing, leftPieces, told, wordForUnhappy } from './told.ts'
import { counted } from './wording.ts'

function unhappyFigure({ first: { leftUnhappyNothingPlanned: left } }: WeekFigures): Figure {
  return countFigure(
    'first.leftUnhappyNothingPlanned',
    'left unhappy with nothing planned',
    left.length,
    left.length > 0
      ? { text: counted(left.length, 'person', 'people'), shape: 'value-first', tone: 'bad' }
      : { text: 'Nobody', shape: 'value-first' },
  )
}

function unnamedWords({ unnamed }: PeriodExtra): Piece[] {
  return unnamed > 0 ? [words(` (but for ${unnamed} not named here)`)] : []
}

function unhappyNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  const refs = figures.first.leftUnhappyNothingPlanned
  return told(
    [unhappyFigure(figures), ...unnamedWords(extra)],
    refs,
    (ref) => leftPieces(ref, figures, extra),
    (ref) => closing(wordForUnhappy(ref), ref, extra),
  )
}

/** Returns the lines of everything that needs the person first. */
export function firstNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  return [
    ...unhappyNodes(figures, extra),
    ...followUpNodes(figures, extra),
    ...handoffNodes(figures, extra),
  ]
}

/** Returns only what is open, after a lead where there is one: what a period of few entries or none still has to say. */
export function openNodes(figures: WeekFigures, extra: PeriodExtra, lead = ''): Node[] {
  const unhappy = figures.first.leftUnhappyNothingPlanned.length > 0
  const nodes = [
    ...(unhappy ? unhappyNodes(figures, extra) : []),
    ...followUpNodes(figures, extra),
    ...handoffNodes(figures, extra),
  ]
  return lead === '' ? nodes : ledBy(lead, nodes)
}

function ledBy(lead: string, [start, ...rest]: readonly Node[]): Node[] {
  const begin = ({ pieces, ...rest }: Line): Line => ({
    ...rest,
    pieces: [words(`${lead} `), ...pieces],
  })
  if (start?.kind === 'line') return [begin(start), ...rest]
  if (start?.kind === 'list' && start.lead) return [{ ...start, lead: begin(start.lead) }, ...rest]
  return [line([lead])]
}

function outOfSightCard({ first, handoffs }: WeekFigures): Figure {
  const apart = first.outOfSight.length > handoffs.outOfSight
  return apart
    ? countFigure('first.outOfSight', 'out of sight', first.outOfSight.length)
    : countFigure('handoffs.outOfSight', 'out of sight', handoffs.outOfSight)
}

const worry = (figure: Figure): Figure => (figure.k ? { ...figure, tone: 'bad' } : figure)

/** Returns the four figures to see first. */
export function firstCards(figures: WeekFigures): Figure[] {
  const left = figures.first.leftUnhappyNothingPlanned.length
  return [
    worry(
      countFigure('first.leftUnhappyNothingPlanned', 'left unhappy with nothing planned', left),
    ),
    plainShare('followUps.kept', 'follow-ups kept on time', figures.followUps.kept),
    plainShare(
      'arrivedUnhappyLeftWell',
      'arrived unhappy and left well',
      figures.arrivedUnhappyLeftWell,
    ),
    worry(outOfSightCard(figures)),
  ]
}
