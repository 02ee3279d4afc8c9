import type { Context } from '../context.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { ANON, isCheckBackOpen, isPlanned, openDue } from '../model/follow-up.ts'
import { complete } from '../model/follow-up-change.ts'
import { closedLine } from '../pages/confirmation.ts'
import type { Ask } from '../prompts/ask.ts'
import { formatNear } from '../prompts/known.ts'
import { sayChanged } from './say.ts'

/** Offers to close with one key what the customer still had open, with the feeling this contact left. */
export async function offerToClose(ctx: Context, ask: Ask, entry: Entry): Promise<void> {
  if (entry.customer === ANON) return
  const waiting = (await ctx.journal.open()).filter(
    (each) => each.customer === entry.customer && each.id !== entry.id && isWaiting(each),
  )
  for (const each of waiting) await offerOne(ctx, ask, entry, each)
}

const isWaiting = (entry: Entry) => isPlanned(entry) || isCheckBackOpen(entry)

async function offerOne(ctx: Context, ask: Ask, entry: Entry, open: Entry): Promise<void> {
  const what = open.followUp.action ?? open.summary
  const due = openDue(open)
  const when = due === undefined ? '' : ` (due ${formatNear(due, dayOf(entry.at))})`
  const key = await ask.key(
    `  c closes "${what}"${when} with: ${entry.felt.after}   Enter: leave it`,
  )
  if (key.toLowerCase() !== 'c') return
  const at = await ctx.now()
  const to = (current: Entry) => complete(current, { at, felt: entry.felt.after })
  const [change] = await ctx.journal.change('done', [{ of: open, to }])
  if (change?.after) await sayChanged(ctx, change.after, closedLine)
}
