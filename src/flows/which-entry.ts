import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import { find } from '../queries/find.ts'

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
  try {
    return find(await journal.read({}, { means: id }), id, search)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // To name the candidates, each by the shortest id that is its own, takes every id there is.
    return find(await journal.read(), id, search)
  }
}
