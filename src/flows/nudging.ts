import type { Context } from '../context.ts'
import { carryOver } from '../model/carry-over.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Ask } from '../prompts/ask.ts'
import { askNudge, chooseNudge } from '../prompts/nudge.ts'
import type { Nudge } from '../prompts/nudge-table.ts'
import { fillWorld } from './fill-world.ts'

/** Asks at most one question about an entry that is saved already, and keeps the answer. */
export async function nudgeAbout(ctx: Context, ask: Ask, entry: Entry): Promise<void> {
  const nudge = await choose(ctx, entry)
  if (!nudge) return
  const after = await askNudge(ask, nudge, entry, await fillWorld(ctx))
  if (!after) return
  const at = await ctx.now()
  const to = (current: Entry) => carryOver(current, { before: entry, after, at })
  await ctx.journal.change('log', [{ of: entry, to }])
}

async function choose(ctx: Context, entry: Entry): Promise<Nudge | undefined> {
  const day = dayOf(entry.at)
  const { nudge, memory } = chooseNudge(entry, {
    todayEntries: await ctx.journal.read({ from: day, to: day }),
    memory: await ctx.nudges.read(),
    settings: await ctx.settings.read(),
    now: await ctx.now(),
  })
  await ctx.nudges.change(() => memory)
  return nudge
}
