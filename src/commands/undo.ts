import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { sayLine } from '../flows/say.ts'
import { undoneLine } from '../pages/confirmation.ts'

export function undoCommand(command: Command, ctx: Context): void {
  command.action(() => runUndo(ctx))
}

async function runUndo(ctx: Context): Promise<void> {
  sayLine(ctx, undoneLine(await ctx.journal.undo()))
}
