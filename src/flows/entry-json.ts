import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { toJson } from './json.ts'

/** What is said where a drawer was not opened (rule R18). */
const SHUT = 'What is private is shown on a terminal only, as text.'

/** Prints an entry, or a list of them, as JSON: without the private drawer, which leaves by no flag, and a line says so. */
export async function printEntries(ctx: Context, given: Entry | readonly Entry[]): Promise<void> {
  const entries = [given].flat()
  if (entries.some((entry) => entry.private)) ctx.note(SHUT)
  const shown = entries.map(shut)
  await ctx.print(toJson(Array.isArray(given) ? shown : shown[0]), 'pager')
}

/** Returns the entry without its private drawer, and says so where it had one. */
export function withoutDrawer(ctx: Context, entry: Entry): Entry {
  if (entry.private) ctx.note(SHUT)
  return shut(entry)
}

function shut({ private: _drawer, ...rest }: Entry): Entry {
  return rest
}
