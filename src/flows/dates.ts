import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import type { Day } from '../model/day.ts'
import { formatWhen, readWhen, unreadWhen, type When } from '../model/when.ts'
import type { Lean } from '../model/when-day.ts'
import { bothGrammars } from './understood.ts'

/** Returns the day a text means, today or later. Throws a misuse where it is not understood or has passed. */
export async function readFutureDay(ctx: Context, text: string): Promise<Day> {
  const { day } = await readAnyWhen(ctx, text, 'future')
  if (day >= (await ctx.today())) return day
  throw misuse(`${JSON.stringify(text)} is ${formatWhen(day)}, which has passed.`)
}

/** Returns the day a text means, looking back. Throws a misuse where it is not understood. */
export async function readPastDay(ctx: Context, text: string): Promise<Day> {
  return (await readAnyWhen(ctx, text, 'past')).day
}

async function readAnyWhen(ctx: Context, text: string, lean: Lean): Promise<When> {
  const now = await ctx.now()
  const when = readWhen(text, now, lean) ?? (await bothGrammars())(text, now, lean)
  if (when) return when
  throw unreadWhen(text)
}
