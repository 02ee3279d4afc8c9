import * as v from 'valibot'
import {
  average,
  chosen,
  count,
  counts,
  effort,
  group,
  groupRow,
  leaving,
  many,
  share,
  words,
} from './pieces.ts'

const grid = group({
  groups: many(words),
  rows: many(group({ arrived: words, left: many(count) })),
})

export const FeelingsSchema = group({
  ...chosen('feelings'),
  tooFew: v.boolean(),
  ...leaving,
  stuck: share,
  lift: group({ unhappy: average, neither: average, well: average }),
  grid: v.optional(grid),
  by: group({
    channel: many(groupRow),
    moment: many(groupRow),
    load: many(groupRow),
    firstMet: many(groupRow),
  }),
  finding: v.optional(words),
  endings: counts,
  effort,
  guesses: share,
})
