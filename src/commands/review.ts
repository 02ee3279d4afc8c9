import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { reviewDay, reviewWeek } from '../flows/closing.ts'
import type { ReviewFlags } from '../flows/review-flags.ts'

export function reviewCommand(command: Command, ctx: Context): void {
  command
    .argument('[period]', 'today, a day, this, last, or 2026-W46')
    .option('--best <text>', 'the best moment of the week (private)')
    .option('--hard <text>', 'the hardest (private)')
    .option('--try <text>', 'one thing to try next week')
    .option('--tried <yes|partly|no>', 'whether you tried what you said')
    .option('--tried-note <text>', 'what came of it')
    .option('--treated <-2..2>', 'how you were treated at work (private)')
    .option('--answer <text>', "the answer to the week's question")
    .option('--helped <text>', 'of a day: whom you helped')
    .option('--thank <name>', 'of a day: whom to thank; may be given again', gather)
    .option('--felt <word>', 'of a day: how it left you (private)')
    .action((period: string | undefined, flags: ReviewFlags) => runReview(ctx, period, flags))
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const gather = (value: string, before: readonly string[] = []) => [...before, value]

async function runReview(
  ctx: Context,
  typed: string | undefined,
  flags: ReviewFlags,
): Promise<void> {
  const isDay = typed === 'today' || DAY.test(typed ?? '')
  if (typed !== undefined && isDay) await reviewDay(ctx, typed, flags)
  else await reviewWeek(ctx, typed, flags)
}
