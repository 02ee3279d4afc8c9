import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Ref } from '../reports/figure.ts'
import type { WeekFigures } from '../reports/week.ts'
import { formatWithin } from './dates.ts'
import type { PeriodExtra } from './extra.ts'
import {
  command,
  type Figure,
  joined,
  type Line,
  line,
  type Node,
  type Piece,
  type Pieces,
  typed,
  words,
} from './page.ts'
import { countFigure, plainShare, shareFigure } from './share.ts'
import { counted, endingWords } from './wording.ts'

const SHOWN = 5
const FOLLOWUPS = 'afterword followups'

/** Returns the words that say how many more there are and where. */
export function moreOf(items: readonly unknown[], shown = SHOWN): { readonly more?: Pieces } {
  const rest = items.length - shown
  return rest > 0 ? { more: [words(`and ${rest} more: `), command(FOLLOWUPS)] } : {}
}

const handle = ({ id }: Ref, { handles }: PeriodExtra) => handles.get(id) ?? id.slice(0, 4)

/** Returns the command that closes what is open. */
export const closing = (word: string, ref: Ref, extra: PeriodExtra) => [
  command(`afterword ${word} ${handle(ref, extra)}`),
]

const entryOf = ({ id }: Ref, { entries }: PeriodExtra): Entry | undefined =>
  entries.find((entry) => entry.id === id)

function leftPieces(ref: Ref, { period }: WeekFigures, extra: PeriodExtra): Piece[] {
  const entry = entryOf(ref, extra)
  const day = formatWithin(dayOf(ref.at), period, extra.today)
  const ending = entry ? `, ${endingWords(entry.disposition)}` : ''
  return [typed(ref.customer), words(` (${day}${ending})`)]
}

/** Returns whose follow-up it is, what is to be done, and by when. */
export function duePieces(ref: Ref, { period }: WeekFigures, extra: PeriodExtra): Piece[] {
  const followUp = entryOf(ref, extra)?.followUp
  const promised = followUp?.promised ? 'promised, ' : ''
  const due = ref.due ? ` (${promised}due ${formatWithin(ref.due, period, extra.today)})` : ''
  return [typed(ref.customer), words(', '), typed(followUp?.action ?? ref.summary), words(due)]
}

/** Returns the head with what it counts: one is said in the same breath, several get a line each. */
export function told(
  head: Pieces,
  refs: readonly Ref[],
  tell: (ref: Ref) => Pieces,
  aside: (ref: Ref) => Pieces,
): Node[] {
  const [only] = refs
  if (!only) return [line(head)]
  if (refs.length === 1) return [line([...head, words(': '), ...tell(only)], aside(only))]
  const items = refs.slice(0, SHOWN).map((ref) => line(tell(ref), aside(ref)))
  return [{ kind: 'list', lead: line([...head, words(':')]), items, ...moreOf(refs) }]
}

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

function unhappyNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  const refs = figures.first.leftUnhappyNothingPlanned
  return told(
    [unhappyFigure(figures)],
    refs,
    (ref) => leftPieces(ref, figures, extra),
    (ref) => closing('later', ref, extra),
  )
}

function keptFigure({ followUps, tooFew }: WeekFigures): Figure {
  const { onTime, kept } = followUps
  if (tooFew) return countFigure('followUps.onTime', 'on time', onTime, { shape: 'value-first' })
  return shareFigure('followUps.kept', 'on time', kept, { shape: 'value-first' })
}

function dueParts(figures: WeekFigures): Pieces[] {
  const { due, onTime, late, overdue } = figures.followUps
  const ahead = due - onTime - late - overdue
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

function followUpNodes(figures: WeekFigures, extra: PeriodExtra): Node[] {
  const { first, followUps } = figures
  const apart = first.overdue.length > followUps.overdue
  if (followUps.due === 0)
    return apart ? overdueNodes(figures, extra, overdueHead(figures, extra)) : []
  if (!apart) return overdueNodes(figures, extra, dueHead(figures))
  const head = [...overdueHead(figures, extra), words(' in all')]
  return [
    line(dueHead(figures)),
    ...(first.overdue.length > 0 ? overdueNodes(figures, extra, head) : []),
  ]
}

function oldest(refs: readonly Ref[], { period }: WeekFigures, { today }: PeriodExtra): Piece[] {
  const days = refs.flatMap(({ due }) => due ?? []).sort()
  return days[0] ? [words(`; the oldest since ${formatWithin(days[0], period, today)}`)] : []
}

function passedOnLine(figures: WeekFigures, since: Pieces): Line {
  const { passedOn, checkedBack, outOfSight } = figures.handoffs
  const ahead = passedOn - checkedBack - outOfSight
  const valueFirst = { shape: 'value-first' } as const
  const parts: Pieces[] = [
    [countFigure('handoffs.checkedBack', 'looked back at', checkedBack, valueFirst)],
    [
      countFigure('handoffs.outOfSight', 'not yet', outOfSight, {
        ...valueFirst,
        tone: outOfSight > 0 ? 'bad' : undefined,
      }),
    ],
    ahead > 0 ? [words(`${ahead} not due yet`)] : [],
  ]
  const head = countFigure('handoffs.passedOn', 'Passed on', passedOn)
  return line([head, words(': '), ...joined(parts, words(', ')), ...since])
}

function outOfSightLine(figures: WeekFigures, since: Pieces): Line {
  const count = figures.first.outOfSight.length
  return line([
    countFigure('first.outOfSight', 'out of sight', count, {
      text: counted(count, 'hand-off'),
      shape: 'value-first',
      tone: 'bad',
    }),
    ...(figures.handoffs.passedOn > 0 ? [words(' in all')] : []),
    ...since,
  ])
}

function handoffNodes(figures: WeekFigures, extra: PeriodExtra): Line[] {
  const { first, handoffs } = figures
  const since = oldest(first.outOfSight, figures, extra)
  const apart = first.outOfSight.length > handoffs.outOfSight
  const passedOn = handoffs.passedOn > 0 ? [passedOnLine(figures, apart ? [] : since)] : []
  return apart ? [...passedOn, outOfSightLine(figures, since)] : passedOn
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
