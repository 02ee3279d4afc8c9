import type { Context } from '../context.ts'

export interface OutFlags {
  readonly out?: string
  readonly force?: boolean
}

/** Prints a text on stdout, or writes it to the file or into the folder that `--out` names, and says where. */
export async function printOrWrite(
  ctx: Context,
  { out, force = false }: OutFlags,
  name: string,
  text: string,
): Promise<void> {
  if (out === undefined || out === '-') return ctx.print(text)
  const { writeOutput } = await import('../store/output-file.ts')
  const path = await writeOutput({ out, name, force, home: ctx.home }, text)
  ctx.remark(`Written: ${path}`)
}
