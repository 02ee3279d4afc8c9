import type { Context } from '../context.ts'
import { select } from '../queries/filter.ts'
import type { ChosenInput } from '../reports/input.ts'
import { type FilterFlags, filterOf } from './filter-flags.ts'

/** What a report over chosen entries is made of, before it is known who will read it. */
export type GatheredChoice = Omit<ChosenInput, 'audience'>

/** Reads the entries that fit the filters, and what the figures need besides. */
export async function gatherChosen(ctx: Context, flags: FilterFlags): Promise<GatheredChoice> {
  const filter = await filterOf(ctx, flags)
  const { from, to } = filter
  return {
    entries: select(await ctx.journal.read(filter), filter),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    now: await ctx.now(),
    settings: await ctx.settings.read(),
  }
}
