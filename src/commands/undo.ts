import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { formatUndone } from '../pages/confirmation.ts'

export function undoCommand(command: Command, ctx: Context): void {
  command.action(() => runUndo(ctx))
}

async function runUndo(ctx: Context): Promise<void> {
  const undone = await ctx.journal.undo()
  ctx.remark(formatUndone(undone))
}
