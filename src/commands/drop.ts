import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { changeOne, type Outcome } from '../flows/change-one.ts'
import { findOpen } from '../flows/which-entry.ts'
import { drop } from '../model/follow-up-change.ts'
import { droppedLine } from '../pages/confirmation.ts'

export function dropCommand(command: Command, ctx: Context): void {
  command
    .argument('<id>', 'the beginning of an id, last, or a name with one thing open')
    .argument('<why...>', 'a few words for later')
    .option('--json', 'print the entry as JSON')
    .action((id: string, why: string[], options: Outcome) => runDrop(ctx, id, why, options))
}

async function runDrop(
  ctx: Context,
  id: string,
  why: readonly string[],
  options: Outcome,
): Promise<void> {
  const entry = await findOpen(ctx, id)
  const at = await ctx.now()
  await changeOne(ctx, options, {
    word: 'drop',
    entry,
    to: (current) => drop(current, { why: why.join(' '), at }),
    says: droppedLine,
  })
}
