import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { reflectOn } from '../flows/reflecting.ts'
import { sayChanged } from '../flows/say.ts'
import { findEntry } from '../flows/which-entry.ts'
import { savedLine } from '../pages/confirmation.ts'

export function reflectCommand(command: Command, ctx: Context): void {
  command
    .argument('[id]', 'the beginning of an id, last, or a name; the last entry unless told')
    .action((id: string | undefined) => runReflect(ctx, id))
}

async function runReflect(ctx: Context, id = 'last'): Promise<void> {
  const entry = await findEntry(ctx, id)
  const ask = await ctx.ask()
  if (!ask) throw misuse('reflect asks. Without a terminal: afterword edit ID --set FIELD=VALUE.')
  const reflected = await reflectOn(ctx, ask, entry)
  await sayChanged(ctx, reflected, (changed, said) =>
    savedLine(changed, { ...said, word: 'Reflected on' }),
  )
}
