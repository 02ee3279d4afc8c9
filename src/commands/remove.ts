import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { sayChanged } from '../flows/say.ts'
import { findEntry } from '../flows/which-entry.ts'
import { dayOf } from '../model/day.ts'
import { removedLine } from '../pages/confirmation.ts'

interface RemoveOptions {
  readonly yes?: boolean
}

export function removeCommand(command: Command, ctx: Context): void {
  command
    .argument('<id>', 'the beginning of an id, last, or a name')
    .option('-y, --yes', 'do not ask')
    .action((id: string, options: RemoveOptions) => runRemove(ctx, id, options))
}

async function runRemove(ctx: Context, id: string, { yes }: RemoveOptions): Promise<void> {
  const entry = await findEntry(ctx, id)
  if (!yes) await confirm(ctx, `Remove ${entry.customer}, ${dayOf(entry.at)}: ${entry.summary}?`)
  await ctx.journal.change('remove', [{ remove: entry }])
  await sayChanged(ctx, entry, removedLine)
}

async function confirm(ctx: Context, question: string): Promise<void> {
  const ask = await ctx.ask()
  if (!ask) throw misuse('remove asks before it removes. Without a terminal, give --yes.')
  if (!(await ask.confirm(question))) throw new Refusal('Nothing was removed.')
}
