import type { Context } from '../context.ts'
import { shortestPrefixes } from '../model/ids.ts'
import { type Handles, handlesOf } from '../pages/handle.ts'

/** Returns what to type to mean each entry with something open. */
export async function openHandles(ctx: Context): Promise<Handles> {
  const open = await ctx.journal.open()
  return handlesOf(open, shortestPrefixes(open.map(({ id }) => id)))
}
