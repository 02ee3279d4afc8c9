import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { sayChanged } from '../flows/say.ts'
import type { Change } from '../store/journal.ts'

export function undoCommand(command: Command, ctx: Context): void {
  command.action(() => runUndo(ctx))
}

async function runUndo(ctx: Context): Promise<void> {
  const { word, changes } = await ctx.journal.undo()
  for (const change of changes) await sayUndone(ctx, change, word)
}

async function sayUndone(ctx: Context, { before, after }: Change, word: string): Promise<void> {
  const entry = after ?? before
  if (!entry) return
  const how = after === undefined ? 'taken out' : before === undefined ? 'back again' : 'as it was'
  await sayChanged(ctx, entry, `Undid ${word}, ${how}:`)
}
