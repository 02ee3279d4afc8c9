import * as v from 'valibot'
import { REP_FEELINGS } from './feelings.ts'
import { day, feeling, group, listOf, oneOf, text, whole } from './fields.ts'

export const TRIED = ['yes', 'partly', 'no'] as const

const dayReview = group({
  date: day,
  helped: v.optional(text(280)),
  emotion: v.optional(feeling(REP_FEELINGS)),
})

const weekReview = group({
  week: v.pipe(
    v.string('is not a week'),
    v.regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'is not a week such as 2026-W46'),
  ),
  best: v.optional(text(600)),
  hard: v.optional(text(600)),
  tryNext: v.optional(text(280)),
  tried: v.optional(oneOf(TRIED)),
  triedNote: v.optional(text(280)),
  climate: v.optional(whole(-2, 2)),
  question: v.optional(text(280)),
  answer: v.optional(text(600)),
})

export const ReviewsSchema = group({
  version: v.literal(1, 'is not a version this afterword knows'),
  days: listOf(dayReview, 100_000),
  weeks: listOf(weekReview, 100_000),
})

/** The closings of days and weeks: `best`, `hard` and `climate` of a week and `emotion` of a day are private. */
export type Reviews = v.InferOutput<typeof ReviewsSchema>
export type DayReview = Reviews['days'][number]
export type WeekReview = Reviews['weeks'][number]

export const NO_REVIEWS: Reviews = { version: 1, days: [], weeks: [] }
