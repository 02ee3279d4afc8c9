import * as v from 'valibot'
import { count, customerFeeling, day, group, id, many, oneOf, words } from './pieces.ts'

export const followUpItem = group({
  id,
  kind: oneOf(['unhappy', 'follow-up', 'hand-off']),
  customer: words,
  summary: words,
  action: v.optional(words),
  due: v.optional(day),
  promised: v.boolean(),
  daysOverdue: count,
  felt: customerFeeling,
})

export const FollowUpsSchema = many(followUpItem)
