import type { Context } from '../context.ts'
import { withDay, withWeek } from '../model/closing.ts'
import type { DayReview, WeekReview } from '../model/review.ts'

/** Keeps what closes a day beside what is kept of it already. */
export async function closeDay(ctx: Context, review: DayReview): Promise<void> {
  await ctx.reviews.change((reviews) => withDay(reviews, review))
}

/** Keeps what closes a week beside what is kept of it already. */
export async function closeWeek(ctx: Context, review: WeekReview): Promise<void> {
  await ctx.reviews.change((reviews) => withWeek(reviews, review))
}
