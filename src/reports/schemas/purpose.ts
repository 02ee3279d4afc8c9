import * as v from 'valibot'
import {
  average,
  chosen,
  difference,
  group,
  many,
  purposeTouched,
  quote,
  ref,
  sentence,
  share,
  words,
} from './pieces.ts'

const lift = group({ touched: average, other: average, difference, text: words })

export const PurposeSchema = group({
  ...chosen('purpose'),
  tooFew: v.boolean(),
  line: v.optional(words),
  sentence,
  purposeTouched,
  blocked: many(ref),
  atStake: many(quote),
  values: many(group({ value: words, share })),
  commonGround: share,
  lift: group({ unhappy: lift, neither: lift, well: lift }),
})
