import type * as v from 'valibot'
import { expect, it } from 'vitest'
import type { BlockersFigures } from '../../src/reports/blockers.ts'
import type { CalendarFigures } from '../../src/reports/calendar.ts'
import type { CustomerFigures } from '../../src/reports/customer.ts'
import type { FeelingsFigures } from '../../src/reports/feelings.ts'
import type { FollowUpItem } from '../../src/reports/follow-ups.ts'
import type { MonthFigures } from '../../src/reports/month.ts'
import type { PurposeFigures } from '../../src/reports/purpose.ts'
import type { BlockersSchema } from '../../src/reports/schemas/blockers.ts'
import type { CalendarSchema } from '../../src/reports/schemas/calendar.ts'
import type { CustomerSchema } from '../../src/reports/schemas/customer.ts'
import type { FeelingsSchema } from '../../src/reports/schemas/feelings.ts'
import type { FollowUpsSchema } from '../../src/reports/schemas/follow-ups.ts'
import type { MonthSchema } from '../../src/reports/schemas/month.ts'
import type { PurposeSchema } from '../../src/reports/schemas/purpose.ts'
import type { StoriesSchema } from '../../src/reports/schemas/stories.ts'
import type { TodaySchema } from '../../src/reports/schemas/today.ts'
import type { WeekSchema } from '../../src/reports/schemas/week.ts'
import type { StoriesFigures } from '../../src/reports/stories.ts'
import type { TodayFigures } from '../../src/reports/today.ts'
import type { WeekFigures } from '../../src/reports/week-figures.ts'
import type { TeamFigures } from '../../src/team/figures.ts'
import type { TeamSchema } from '../../src/team/schema.ts'

// A schema and the figures it is of are written apart. The compiler holds them together: these lines do not compile
// when either has a key, a word or a type that the other has not.

/** The type without `readonly`, its parts joined into one. */
type Plain<T> = T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T

type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false

type Fits<Schema extends v.GenericSchema, Figures> = Same<v.InferOutput<Schema>, Figures>

const FIT: readonly true[] = [
  true satisfies Fits<typeof WeekSchema, WeekFigures>,
  true satisfies Fits<typeof TodaySchema, TodayFigures>,
  true satisfies Fits<typeof MonthSchema, MonthFigures>,
  true satisfies Fits<typeof FollowUpsSchema, readonly FollowUpItem[]>,
  true satisfies Fits<typeof CustomerSchema, CustomerFigures>,
  true satisfies Fits<typeof FeelingsSchema, FeelingsFigures>,
  true satisfies Fits<typeof StoriesSchema, StoriesFigures>,
  true satisfies Fits<typeof BlockersSchema, BlockersFigures>,
  true satisfies Fits<typeof PurposeSchema, PurposeFigures>,
  true satisfies Fits<typeof CalendarSchema, CalendarFigures>,
  true satisfies Fits<typeof TeamSchema, TeamFigures>,
]

const DIFFERENT: readonly false[] = [
  false satisfies Fits<typeof WeekSchema, WeekFigures & { readonly more?: string }>,
  false satisfies Fits<typeof WeekSchema, Omit<WeekFigures, 'purpose'>>,
  false satisfies Fits<typeof MonthSchema, Omit<MonthFigures, 'trend'> & { trend?: string }>,
  false satisfies Fits<typeof TeamSchema, TeamFigures & { readonly extra: 1 }>,
  false satisfies Fits<typeof FollowUpsSchema, readonly (FollowUpItem & { more: 1 })[]>,
]

it('has one schema a report, of the same type as its figures', () => {
  expect(FIT).toHaveLength(11)
  expect(DIFFERENT).toEqual([false, false, false, false, false])
})
