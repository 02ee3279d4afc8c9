import type { Entry } from '../model/entry.ts'
import { CUSTOMER_FEELINGS, groupOf } from '../model/feelings.ts'
import { feltOf } from './leaving.ts'

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

/** Returns the grid of feelings before and after by their groups, from twenty entries with both known. */
export function feelingGrid(entries: readonly Entry[]): FeelingGrid | undefined {
  const felt = feltOf(entries)
  if (felt.length < GRID_FROM) return undefined
  const rows = GROUPS.map((arrived) => {
    const came = felt.filter((entry) => groupOf(entry.felt.before) === arrived)
    const left = GROUPS.map(
      (group) => came.filter((entry) => groupOf(entry.felt.after) === group).length,
    )
    return { arrived, left }
  })
  return { groups: GROUPS, rows }
}
