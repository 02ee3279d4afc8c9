import { CUSTOMER_FEELINGS } from '../model/feelings.ts'
import type { Share } from '../reports/figure.ts'
import type { Leaving } from '../reports/leaving.ts'
import { TOO_FEW } from '../reports/share.ts'
import type { WeekFigures } from '../reports/week-figures.ts'
import {
  type Bar,
  DOT,
  type Figure,
  joined,
  type Line,
  line,
  type Node,
  type Part,
  type Piece,
  type Section,
  words,
} from './page.ts'
import { countFigure, plainShare, shareFigure } from './share.ts'

const WORDS_SHOWN = 3

const LEVELS: readonly { readonly level: number; readonly label: string }[] = [
  { level: -2, label: 'very unhappy' },
  { level: -1, label: 'unhappy' },
  { level: 0, label: 'neither' },
  { level: 1, label: 'well' },
  { level: 2, label: 'very well' },
]

type Counts = Readonly<Record<string, number>>

// A day is told in counts, whatever its n.
type Telling = typeof shareFigure

/** How people left, and what more may be said of it. */
interface Left extends Leaving, Pick<WeekFigures, 'change'> {
  /** Of those who arrived unhappy, those who left unhappy. */
  readonly stuck?: Share
}

function stuckPieces({ stuck }: Left): Piece[] {
  return stuck && stuck.n > 0 ? [DOT, shareFigure('stuck', 'still unhappy', stuck)] : []
}

function unhappyLine(left: Left, tell: Telling): Line {
  const share = left.arrivedUnhappyLeftWell
  if (share.n === 0) {
    const none = { shape: 'value-first', text: 'Nobody' } as const
    return line([{ ...plainShare('arrivedUnhappyLeftWell', 'arrived unhappy', share), ...none }])
  }
  const figure = tell('arrivedUnhappyLeftWell', 'left well', share)
  return line([`Arrived unhappy ${share.n}: `, figure, ...stuckPieces(left)])
}

function fineLine({ slipped: share }: Leaving): Line {
  if (share.n === 0) {
    const none = { shape: 'value-first', text: 'Nobody' } as const
    return line([{ ...plainShare('slipped', 'arrived fine', share), ...none }])
  }
  return line([`Arrived fine ${share.n}: `, shareFigure('slipped', 'left unhappy', share)])
}

function changeAside({ change }: Left, before: string): Piece[] {
  if (!change || change.previous.n === 0) return []
  if (change.previous.text === TOO_FEW) return [words(`${before}: ${change.text}`)]
  return [plainShare('change.previous', before, change.previous), words(`: ${change.text}`)]
}

function everyoneLine(figures: Left, before: string, tell: Telling = shareFigure): Line {
  const figure = tell('leftWell', 'Left well, everyone', figures.leftWell, {
    shape: 'colon',
  })
  return line([figure], changeAside(figures, before))
}

function topWords(figure: string, counts: Counts): Figure[] {
  const top = Object.entries(counts).slice(0, WORDS_SHOWN)
  return top.map(([word, count]) => countFigure(figure, word, count, { group: word }))
}

/** Returns the words people arrived and left with most. */
export function wordsLine({ arrivedAs, leftAs }: Leaving): Line {
  const listed = (figures: Figure[]) =>
    joined(
      figures.map((figure) => [figure]),
      words(', '),
    )
  return line([
    words('They arrived '),
    ...listed(topWords('arrivedAs', arrivedAs)),
    DOT,
    words('they left '),
    ...listed(topWords('leftAs', leftAs)),
  ])
}

function partsOf(counts: Counts): Part[] {
  const felt = new Map(Object.entries(counts))
  return LEVELS.flatMap(({ level, label }) => {
    const met = CUSTOMER_FEELINGS.flatMap(({ word, valence }) =>
      valence === level ? [{ word, count: felt.get(word) ?? 0 }] : [],
    ).filter(({ count }) => count > 0)
    const count = met.reduce((sum, one) => sum + one.count, 0)
    const sorted = met.toSorted((a, b) => b.count - a.count)
    const inWords = sorted.map((one) => `${one.word} ${one.count}`).join(', ')
    return count > 0 ? [{ label, count, level, words: inWords }] : []
  })
}

function barsOf(figures: Leaving): Node {
  const bars: Bar[] = [
    { label: 'Arrived', parts: partsOf(figures.arrivedAs) },
    { label: 'Left', parts: partsOf(figures.leftAs) },
  ]
  return {
    kind: 'bars',
    title: 'How people arrived and how they left',
    bars,
    brief: [wordsLine(figures)],
  }
}

/** Returns whose reading the feelings are, and how many of them were guesses. */
function readAside(guesses: Share, figure: string): Piece[] {
  if (guesses.n === 0) return [words('feelings are as you read them')]
  const share = plainShare(figure, 'were guesses', guesses, { shape: 'value-first' })
  return [words('feelings are as you read them; '), share]
}

function leftNodes(left: Left, before: string): Node[] {
  if (left.felt === 0) return [line(['No contact has both feelings written down.'])]
  return [
    unhappyLine(left, shareFigure),
    fineLine(left),
    everyoneLine(left, before),
    barsOf(left),
    line([words('People who arrive upset have only one way to go.', 'dim')]),
  ]
}

/** Returns how people arrived and left; `before` names the period compared with. */
export function leavingSection(figures: WeekFigures, before = 'last week'): Section {
  const aside = readAside(figures.coverage.guesses, 'coverage.guesses')
  return { kind: 'section', title: 'How people left', aside, nodes: leftNodes(figures, before) }
}

/** Returns how people arrived and left over any entries. */
export function leavingOfChosen(left: Left, guesses: Share): Section {
  const aside = readAside(guesses, 'guesses')
  return { kind: 'section', title: 'How people left', aside, nodes: leftNodes(left, '') }
}

/** Returns how people left on one day: counts only, since a day holds few. */
export function leavingToday(figures: WeekFigures): Section[] {
  if (figures.felt === 0) return []
  const nodes = [
    unhappyLine(figures, plainShare),
    fineLine(figures),
    everyoneLine(figures, 'the day before', plainShare),
  ]
  const aside = readAside(figures.coverage.guesses, 'coverage.guesses')
  return [{ kind: 'section', title: 'How people left', aside, nodes }]
}
