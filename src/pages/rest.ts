import type { WeekFigures } from '../reports/week-figures.ts'
import type { PeriodExtra } from './extra.ts'
import {
  command,
  DOT,
  type Field,
  joined,
  type Node,
  type Piece,
  type Pieces,
  typed,
  words,
} from './page.ts'
import { countFigure, plainShare } from './share.ts'
import { storyPieces } from './stories.ts'
import { argument, counted, spoken } from './wording.ts'

const SHOWN = 5

const COMMA = words(', ')

function stepsField({ extraSteps: { taken, minutes } }: WeekFigures): Field[] {
  const noted = plainShare('extraSteps.taken', 'noted in', taken)
  const spread: Piece[] =
    minutes.n === 0
      ? []
      : [
          COMMA,
          {
            kind: 'figure',
            figure: 'extraSteps.minutes',
            label: '',
            text: minutes.text,
            n: minutes.n,
            note: minutes.text,
          },
        ]
  return [{ label: 'Small extra steps', pieces: [noted, ...spread] }]
}

// The first number says what is counted; where nobody in particular was affected, there is none.
function blockerPieces({ blockers }: WeekFigures): Pieces[] {
  const named = blockers.findIndex(({ customers }) => customers > 0)
  return blockers.slice(0, SHOWN).map(({ blocker, count, customers }, index) => {
    const affected = index === named ? counted(customers, 'customer') : String(customers)
    const figure = countFigure('blockers', spoken(blocker), count, {
      group: blocker,
      note: counted(customers, 'customer'),
    })
    return customers === 0 ? [figure] : [figure, words(` (${affected})`)]
  })
}

function blockersField(figures: WeekFigures, { wouldHaveDone }: PeriodExtra): Field[] {
  const wishes = wouldHaveDone.slice(0, SHOWN).map((wish): Pieces => [typed(wish)])
  const would =
    wishes.length > 0 ? [words('would have done: '), ...joined(wishes, words('; '))] : []
  const pieces = joined([joined(blockerPieces(figures), COMMA), would], DOT)
  return pieces.length > 0 ? [{ label: 'In the way', pieces }] : []
}

function storiesField({ stories }: WeekFigures, extra: PeriodExtra): Field[] {
  if (stories.length === 0) return []
  const told = stories.slice(0, SHOWN).map((ref) => storyPieces(ref, extra.entries))
  return [{ label: 'Stories', pieces: joined(told, DOT) }]
}

function thanksField({ toThank }: WeekFigures): Field[] {
  const [first] = toThank
  if (first === undefined) return []
  const names = toThank.slice(0, SHOWN).map((name): Pieces => [typed(name)])
  const aside = [command(`afterword thank ${argument(first)} "..."`)]
  return [{ label: 'To thank', pieces: joined(names, COMMA), aside }]
}

function noticingField({ noticing }: WeekFigures): Field[] {
  const sentences = noticing.map((sentence): Pieces => [words(sentence)])
  return sentences.length > 0
    ? [{ label: 'Worth noticing', pieces: joined(sentences, words(' ')) }]
    : []
}

/** Returns the short lines: extra steps, what stood in the way, stories, whom to thank, what is worth noticing; `more` stands beside what was in the way. */
export function restFields(
  figures: WeekFigures,
  extra: PeriodExtra,
  more: readonly Field[] = [],
): Node[] {
  const fields = [
    ...stepsField(figures),
    ...blockersField(figures, extra),
    ...more,
    ...storiesField(figures, extra),
    ...thanksField(figures),
    ...noticingField(figures),
  ]
  return fields.length > 0 ? [{ kind: 'fields', fields }] : []
}
