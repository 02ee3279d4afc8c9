import * as v from 'valibot'
import { count, day, group, level, many, share } from './pieces.ts'

export const CalendarSchema = group({
  report: v.literal('calendar'),
  from: day,
  to: day,
  entries: count,
  days: many(group({ day, entries: count, level: v.nullable(level) })),
  weeks: group({ logged: share, current: count, longest: count }),
  extraStepWeeks: share,
  own: v.optional(many(group({ day, level }))),
})
