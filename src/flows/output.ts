import type { Context } from '../context.ts'
import type { Text } from '../store/output-file.ts'

export interface OutFlags {
  readonly out?: string
  readonly force?: boolean
}

/** Prints a text on stdout, or writes it to the file or into the folder that `--out` names, and says where. */
export async function printOrWrite(
  ctx: Context,
  { out, force = false }: OutFlags,
  name: string,
  text: Text,
): Promise<void> {
  if (out === undefined || out === '-') return printPieces(ctx, text)
  const { writeOutput } = await import('../store/output-file.ts')
  const path = await writeOutput({ out, name, force, home: ctx.home }, text)
  ctx.remark(`Written: ${path}`)
}

async function printPieces(ctx: Context, text: Text): Promise<void> {
  if (typeof text === 'string') return ctx.print(text, 'pager')
  for await (const piece of text) await ctx.print(piece)
}
