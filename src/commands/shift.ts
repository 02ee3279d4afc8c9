import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { reviewDay } from '../flows/closing.ts'
import { recordContact } from '../flows/record.ts'
import { formatStatus, statusOf } from '../model/status.ts'
import type { Ask } from '../prompts/ask.ts'

export function shiftCommand(command: Command, ctx: Context): void {
  command.action(() => runShift(ctx))
}

async function runShift(ctx: Context): Promise<void> {
  const ask = await ctx.ask()
  if (!ask) throw misuse('shift asks, so it needs a terminal. Without one: afterword log')
  while (await isAnother(ctx, ask)) await logOne(ctx)
  await reviewDay(ctx, 'today', {})
}

/** Shows what waits, read anew each time, and returns whether there is another contact to write down. */
async function isAnother(ctx: Context, ask: Ask): Promise<boolean> {
  const status = statusOf(await ctx.journal.open(), await ctx.today())
  const waiting = formatStatus(status)
  if (waiting) ask.say(`Waiting: ${waiting}`, status.overdue > 0 ? 'bad' : 'dim')
  const key = await ask.key('Enter: log the contact you just had   q: close the day')
  return key.toLowerCase() !== 'q'
}

/** A contact that is stopped or cannot be saved is kept as a draft, and the shift goes on. */
async function logOne(ctx: Context): Promise<void> {
  try {
    await recordContact(ctx, {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.note(`afterword: ${error.message}`)
  }
}
