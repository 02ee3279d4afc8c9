import * as v from 'valibot'
import { TRIED } from '../../model/review.ts'
import { BLOCKERS } from '../../model/vocabulary.ts'
import {
  count,
  day,
  difference,
  group,
  leaving,
  many,
  named,
  oneOf,
  ref,
  share,
  spread,
  words,
} from './pieces.ts'

const { felt, ...left } = leaving

export const blockerCount = { blocker: oneOf(BLOCKERS), count, customers: count } as const

const trend = group({
  points: many(group({ week: words, k: count, n: count })),
  median: v.number(),
  reading: words,
})

/** Returns the keys of a week, which a day and a month have too, under their own name. */
export const weekKeys = (report: string) => ({
  report: named(report),
  period: group({ name: words, from: day, to: day, soFar: v.boolean() }),
  purpose: v.optional(words),
  intention: v.optional(
    group({ tryNext: words, tried: v.optional(oneOf(TRIED)), note: v.optional(words) }),
  ),
  entries: count,
  felt,
  tooFew: v.boolean(),
  listed: v.optional(many(ref)),
  first: group({
    leftUnhappyNothingPlanned: many(ref),
    overdue: many(ref),
    outOfSight: many(ref),
  }),
  followUps: group({ due: count, onTime: count, late: count, overdue: count, kept: share }),
  handoffs: group({ passedOn: count, checkedBack: count, outOfSight: count }),
  ...left,
  extraSteps: group({ taken: share, minutes: spread }),
  blockers: many(group(blockerCount)),
  trend: v.optional(trend),
  stories: many(ref),
  toThank: many(words),
  change: v.optional(group({ previous: share, difference, text: words })),
  coverage: group({
    daysLogged: count,
    workDays: count,
    writtenLate: share,
    guesses: share,
  }),
  noticing: many(words),
})

export const WeekSchema = group(weekKeys('week'))
