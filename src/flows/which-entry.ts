import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { find, takesEveryId } from '../queries/find.ts'

/** Returns the one entry an id, `last` or a name means. Throws a Refusal that lists the candidates. */
export async function findEntry(ctx: Context, id: string): Promise<Entry> {
  return findAmong(ctx, id)
}

/** Returns the one entry with something open that an id, `last` or a name means. Throws a Refusal that lists the candidates. */
export async function findOpen(ctx: Context, id: string): Promise<Entry> {
  return findAmong(ctx, id, 'open')
}

async function findAmong(ctx: Context, id: string, among?: 'open'): Promise<Entry> {
  const { journal } = ctx
  const search = { among, isWatched: ctx.isWatched() }
  const last = id === 'last' ? await journal.lastRecorded() : undefined
  if (last) return last
  const fitting = await journal.read({}, { means: id })
  return find(takesEveryId(fitting, id, search) ? await journal.read() : fitting, id, search)
}
