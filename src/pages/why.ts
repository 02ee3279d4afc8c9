import type { Day } from '../model/day.ts'
import type { PurposeTouched } from '../reports/meaning.ts'
import { formatDate } from './dates.ts'
import { type Field, joined, type Pieces, typed, words } from './page.ts'
import { countFigure, shareFigure } from './share.ts'

const ANSWERS = ['not at all', 'a little', 'much', 'wholly'] as const

/** The rep's own sentence in its versions, oldest first. */
export type Sentence = readonly { readonly text: string; readonly since: Day }[]

function answerFigures({ answers }: PurposeTouched): Pieces[] {
  return answers.map((count, index): Pieces => {
    const rest = { group: String(index) }
    return [countFigure('purposeTouched.answers', ANSWERS[index] ?? '', count, rest)]
  })
}

/** Returns how often the work touched why it is done, in the rep's own rating. */
export function touchedFields(touched: PurposeTouched): Field[] {
  if (touched.touched.n === 0) return []
  const share = shareFigure('purposeTouched.touched', 'much or wholly', touched.touched)
  const told: Field = {
    label: 'It touched why',
    pieces: [...joined(answerFigures(touched), words(', ')), words('; '), share],
  }
  return [told, ...blockedField(touched)]
}

function blockedField({ blocked }: PurposeTouched): Field[] {
  if (blocked === 0) return []
  const figure = countFigure('purposeTouched.blocked', 'a rule stood in the way', blocked, {
    text: blocked === 1 ? '1 time' : `${blocked} times`,
  })
  return [{ label: 'Of those', pieces: [figure] }]
}

/** Returns the rep's own sentence, each version with the day it was written. */
export function sentenceFields(sentence: Sentence, today: Day): Field[] {
  return sentence.map(({ text, since }, index) => ({
    label: index === sentence.length - 1 ? 'Your sentence' : 'Before that',
    pieces: [typed(text)],
    aside: [words(`since ${formatDate(since, today)}`)],
  }))
}
