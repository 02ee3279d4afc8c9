import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { type Day, dayOf, type Timestamp } from '../model/day.ts'
import { readWhen, type When } from '../model/when.ts'

type Lean = 'past' | 'future'

/** Returns what a text in words means, by our own grammar, then by chrono. Throws a misuse where neither understands all of it. */
export async function understandWhen(text: string, now: Timestamp, lean: Lean): Promise<When> {
  const when = readWhen(text, now, lean) ?? (await readInWords(text, now, lean))
  if (when) return when
  throw misuse(
    `${JSON.stringify(text)} is not a time afterword understands. Try "fri", "in 3 days", "yesterday 16:40" or 2026-11-25.`,
  )
}

async function readInWords(text: string, now: Timestamp, lean: Lean): Promise<When | undefined> {
  const { readWords } = await import('../model/when-words.ts')
  return readWords(text, now, lean)
}

/** Returns the day a text means. Throws a misuse where it is not understood or has passed. */
export async function readFutureDay(ctx: Context, text: string): Promise<Day> {
  const now = await ctx.now()
  const { day } = await understandWhen(text, now, 'future')
  if (day < dayOf(now)) throw misuse(`${JSON.stringify(text)} is ${day}, which has passed.`)
  return day
}

/** Returns the day a text means, looking back. Throws a misuse where it is not understood. */
export async function readPastDay(ctx: Context, text: string): Promise<Day> {
  return (await understandWhen(text, await ctx.now(), 'past')).day
}
