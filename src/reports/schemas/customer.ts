import * as v from 'valibot'
import { CHANNELS, DISPOSITIONS, MOMENTS } from '../../model/vocabulary.ts'
import { followUpItem } from './follow-ups.ts'
import { count, customerFeeling, day, group, id, many, oneOf, timestamp, words } from './pieces.ts'

const followUp = group({
  promised: v.boolean(),
  due: v.optional(day),
  state: oneOf(['on-time', 'late', 'done', 'overdue', 'open', 'dropped']),
})

const historyLine = group({
  id,
  at: timestamp,
  gap: v.optional(count),
  channel: oneOf(CHANNELS),
  moment: v.optional(oneOf(MOMENTS)),
  before: customerFeeling,
  after: customerFeeling,
  disposition: oneOf(DISPOSITIONS),
  summary: words,
  relationship: v.optional(words),
  followUp: v.optional(followUp),
})

const said = group({ at: timestamp, text: words })

export const CustomerSchema = group({
  report: v.literal('customer'),
  customer: words,
  entries: count,
  know: group({
    last: v.optional(historyLine),
    open: many(followUpItem),
    atStake: v.optional(said),
    words: v.optional(said),
    relationship: v.optional(said),
  }),
  followUps: group({ due: count, onTime: count, late: count, overdue: count }),
  triedBefore: v.optional(group({ contacts: count, channels: many(words) })),
  timeline: many(historyLine),
})
