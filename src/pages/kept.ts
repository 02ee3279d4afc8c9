import type { WeekFigures } from '../reports/week-figures.ts'
import type { PeriodExtra } from './extra.ts'
import { type Figure, joined, line, type Node, type Piece, type Pieces, words } from './page.ts'
import { countFigure, shareFigure } from './share.ts'
import { closing, duePieces, entryOf, told } from './told.ts'
import { counted } from './wording.ts'

function keptFigure({ followUps, tooFew }: WeekFigures): Figure {
  const { onTime, kept } = followUps
  if (tooFew) return countFigure('followUps.onTime', 'on time', onTime, { shape: 'value-first' })
  return shareFigure('followUps.kept', 'on time', kept, { shape: 'value-first' })
}

function aheadOf({ followUps: { due, onTime, late, overdue } }: WeekFigures): number {
  return due - onTime - late - overdue
}

function dueParts(figures: WeekFigures): Pieces[] {
  const { onTime, late, overdue } = figures.followUps
  const ahead = aheadOf(figures)
  const closed = onTime + late + overdue > 0
  const part = (name: string, label: string, k: number, tone?: 'bad'): Piece[] =>
    k > 0 ? [countFigure(`followUps.${name}`, label, k, { shape: 'value-first', tone })] : []
  return [
    closed ? [keptFigure(figures)] : [],
    part('late', 'late', late),
    part('overdue', 'overdue', overdue, 'bad'),
    ahead > 0 ? [words(`${ahead} still to come`)] : [],
  ]
}

function dueHead(figures: WeekFigures): Piece[] {
  const { due } = figures.followUps
  return [
    countFigure('followUps.due', 'Follow-ups due', due),
    words(': '),
    ...joined(dueParts(figures), words(', ')),
  ]
}

// What is overdue by now may have fallen due before the period: then it is counted apart.
function overdueHead(figures: WeekFigures, extra: PeriodExtra): Piece[] {
  const refs = figures.first.overdue
  const promises = refs.every((ref) => entryOf(ref, extra)?.followUp.promised)
  const noun = promises ? 'promise' : 'follow-up'
  const text = counted(refs.length, noun)
  return [
    countFigure('first.overdue', 'overdue', refs.length, {
      text,
      shape: 'value-first',
      tone: 'bad',
    }),
  ]
}

function overdueNodes(figures: WeekFigures, extra: PeriodExtra, head: Pieces): Node[] {
  return told(
    head,
    figures.first.overdue,
    (ref) => duePieces(ref, figures, extra),
    (ref) => closing('done', ref, extra),
  )
}

// What is still to come today is listed by name on the page of the day.
function isDayAhead(figures: WeekFigures): boolean {
  const { period, followUps } = figures
  return period.from === period.to && aheadOf(figures) === followUps.due
}

/** Returns the follow-ups due in the period and how they were kept, and everything overdue by its end. */
export function followUpNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  const { first, followUps } = figures
  const apart = first.overdue.length > followUps.overdue
  if (followUps.due === 0 || isDayAhead(figures))
    return apart ? overdueNodes(figures, extra, overdueHead(figures, extra)) : []
  if (!apart) return overdueNodes(figures, extra, dueHead(figures))
  const inAll = followUps.overdue > 0 ? [words(' in all')] : []
  const head = [...overdueHead(figures, extra), ...inAll]
  return [
    line(dueHead(figures)),
    ...(first.overdue.length > 0 ? overdueNodes(figures, extra, head) : []),
  ]
}
