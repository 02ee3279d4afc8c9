import type { Context } from '../context.ts'
import { carryOver } from '../model/carry-over.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Ask } from '../prompts/ask.ts'
import { askReflect, type Reflection } from '../prompts/reflect.ts'
import { fillWorld } from './fill-world.ts'
import { closeDay } from './reviews.ts'

/** Asks the deeper questions about an entry; what was answered is kept even when they stop half-way. */
export async function reflectOn(ctx: Context, ask: Ask, entry: Entry): Promise<Entry> {
  const save = (reflection: Reflection) => keep(ctx, entry, reflection)
  return (await askReflect(ask, entry, save, await fillWorld(ctx))).entry
}

async function keep(ctx: Context, before: Entry, { entry: after, helped }: Reflection) {
  const at = await ctx.now()
  const to = (current: Entry) => carryOver(current, { before, after, at })
  if (after !== before) await ctx.journal.change('reflect', [{ of: before, to }])
  if (helped !== undefined) await closeDay(ctx, { date: dayOf(at), helped })
}
