import type { Context } from '../context.ts'
import { carryOver } from '../model/carry-over.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Ask } from '../prompts/ask.ts'
import { askReflect, type Reflection } from '../prompts/reflect.ts'
import { fillWorld } from './fill-world.ts'
import { tellingStop } from './keeping-answers.ts'
import { closeDay } from './reviews.ts'

/** Asks the deeper questions about an entry; what was answered is kept even when they stop half-way. */
export async function reflectOn(ctx: Context, ask: Ask, entry: Entry): Promise<Entry> {
  let isKept = false
  const save = async (reflection: Reflection) => {
    await keep(ctx, entry, reflection)
    isKept = true
  }
  const world = await fillWorld(ctx)
  const reflection = await tellingStop(
    () => askReflect(ask, entry, save, world),
    async () => (isKept ? STOPPED : undefined),
  )
  return reflection.entry
}

const STOPPED = 'Stopped. What you answered is kept.'

async function keep(ctx: Context, before: Entry, { entry: after, helped }: Reflection) {
  const at = await ctx.now()
  const to = (current: Entry) => carryOver(current, { before, after, at })
  if (after !== before) await ctx.journal.change('reflect', [{ of: before, to }])
  if (helped !== undefined) await closeDay(ctx, { date: dayOf(at), helped })
}
