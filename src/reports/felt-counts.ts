import type { Counts } from '../model/counts.ts'
import { CUSTOMER_FEELINGS, type CustomerFeeling } from '../model/feelings.ts'
import type { WithFelt } from './leaving.ts'

const WORDS = CUSTOMER_FEELINGS.map(({ word }) => word)

/** Returns the name under which somebody who arrived and left so is counted. */
export function feltName({ felt: { before, after } }: WithFelt): string {
  return nameOf(before, after)
}

/** Returns the people who were counted under the names of `feltName`. */
export function feltIn(counts: Counts): readonly WithFelt[] {
  return WORDS.flatMap((before) =>
    WORDS.flatMap((after) => {
      const times = counts.get(nameOf(before, after))
      return times === undefined ? [] : [{ felt: { before, after }, times }]
    }),
  )
}

function nameOf(before: CustomerFeeling, after: CustomerFeeling): string {
  return `felt ${before} ${after}`
}
