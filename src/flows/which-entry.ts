import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { find } from '../queries/find.ts'

/** Returns the one entry an id, `last` or a name means. Throws a Refusal that lists the candidates. */
export async function findEntry(ctx: Context, id: string): Promise<Entry> {
  return find(await ctx.journal.read(), id)
}

/** Returns the one entry with something open that an id, `last` or a name means. Throws a Refusal that lists the candidates. */
export async function findOpen(ctx: Context, id: string): Promise<Entry> {
  return find(await ctx.journal.read(), id, 'open')
}
