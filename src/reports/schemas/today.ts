import * as v from 'valibot'
import { DISPOSITIONS } from '../../model/vocabulary.ts'
import { customerFeeling, group, id, many, oneOf, ref, timestamp, words } from './pieces.ts'
import { weekKeys } from './week.ts'

const line = group({
  id,
  at: timestamp,
  customer: words,
  before: customerFeeling,
  after: customerFeeling,
  disposition: oneOf(DISPOSITIONS),
})

const moment = group({
  id,
  at: timestamp,
  customer: words,
  summary: words,
  before: words,
  after: words,
  customerWords: v.optional(words),
})

export const TodaySchema = group({
  ...weekKeys('today'),
  lines: many(line),
  dueToday: many(ref),
  dueTomorrow: many(ref),
  best: v.optional(moment),
  yearAgo: v.optional(moment),
  afterHours: v.boolean(),
})
