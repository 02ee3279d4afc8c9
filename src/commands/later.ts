import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { changeOne, type Outcome } from '../flows/change-one.ts'
import { readFutureDay } from '../flows/dates.ts'
import { findOpen } from '../flows/which-entry.ts'
import { postpone } from '../model/follow-up-change.ts'
import { postponedLine } from '../pages/confirmation.ts'

export function laterCommand(command: Command, ctx: Context): void {
  command
    .argument('<id>', 'the beginning of an id, last, or a name with one thing open')
    .argument('<when...>', 'fri, in 3 days, 2026-11-25')
    .option('--json', 'print the entry as JSON')
    .action((id: string, when: string[], options: Outcome) => runLater(ctx, id, when, options))
}

async function runLater(
  ctx: Context,
  id: string,
  when: readonly string[],
  options: Outcome,
): Promise<void> {
  const to = await readFutureDay(ctx, when.join(' '))
  const entry = await findOpen(ctx, id)
  const at = await ctx.now()
  await changeOne(ctx, options, {
    word: 'later',
    entry,
    to: (current) => postpone(current, { to, at }),
    says: postponedLine,
  })
}
