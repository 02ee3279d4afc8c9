import { CUSTOMER_FEELINGS, groupOf } from '../model/feelings.ts'
import { feltOf, numberOf, type WithFelt } from './leaving.ts'

/** A table of two ways needs this many (rule R7). */
const GRID_FROM = 20

const GROUPS: readonly string[] = [
  ...new Set(CUSTOMER_FEELINGS.flatMap(({ group }) => group ?? [])),
]

/** How many went from each group of feelings to each. */
export interface FeelingGrid {
  readonly groups: readonly string[]
  /** One row a group of arrival, one count a group of leaving, both in the order of `groups`. */
  readonly rows: readonly { readonly arrived: string; readonly left: readonly number[] }[]
}

/** Returns the grid of feelings before and after by their groups, from twenty people with both known. */
export function feelingGrid(people: readonly WithFelt[]): FeelingGrid | undefined {
  const felt = feltOf(people)
  if (numberOf(felt) < GRID_FROM) return undefined
  const rows = GROUPS.map((arrived) => {
    const came = felt.filter((each) => groupOf(each.felt.before) === arrived)
    const left = GROUPS.map((group) =>
      numberOf(came.filter((each) => groupOf(each.felt.after) === group)),
    )
    return { arrived, left }
  })
  return { groups: GROUPS, rows }
}
