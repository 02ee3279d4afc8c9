import type { Context } from '../context.ts'
import { type Counting, type Counts, countEntries } from '../model/counts.ts'
import { type Filter, isRangeAlone, select } from '../queries/filter.ts'
import type { ChosenInput } from '../reports/input.ts'
import { type FilterFlags, filterOf } from './filter-flags.ts'

type Asked = Pick<ChosenInput, 'from' | 'to'>

/** What a report over chosen entries is made of, before it is known who will read it. */
export type GatheredChoice = Omit<ChosenInput, 'audience'>

/** What a report that only counts the chosen entries is made of. */
export interface CountedChoice extends Asked, Pick<ChosenInput, 'now'> {
  readonly counts: Counts
}

/** Reads the entries that fit the filters, and what the figures need besides. */
export async function gatherChosen(ctx: Context, flags: FilterFlags): Promise<GatheredChoice> {
  const filter = await filterOf(ctx, flags)
  return {
    entries: select(await ctx.journal.read(filter), filter),
    ...asked(filter),
    now: await ctx.now(),
    settings: await ctx.settings.read(),
  }
}

/** Counts the entries that fit the filters; what was counted of a month before is not read again. */
export async function countChosen(
  ctx: Context,
  flags: FilterFlags,
  counting: Counting,
): Promise<CountedChoice> {
  const filter = await filterOf(ctx, flags)
  const counts = isRangeAlone(filter)
    ? await ctx.journal.counts(counting, filter)
    : countEntries(select(await ctx.journal.read(filter), filter), counting)
  return { counts, ...asked(filter), now: await ctx.now() }
}

function asked({ from, to }: Filter): Asked {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
