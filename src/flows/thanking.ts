import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Day } from '../model/day.ts'
import { entryToThankIn, type Recognition, withHelpers, withThanks } from '../model/thanks.ts'

/** How far back a helper is looked for. */
const REMEMBERED = 400

/** Notes a thanks in the entry it belongs to. Throws a Refusal where nothing is written down yet. */
export async function noteThanks(ctx: Context, thanks: Omit<Recognition, 'at'>): Promise<void> {
  const now = await ctx.now()
  const entry = entryToThankIn(await ctx.journal.newest(REMEMBERED), thanks.fromTo)
  if (!entry) throw nothingWritten()
  const dated: Recognition = { ...thanks, at: now.slice(0, 10) }
  await ctx.journal.change('thank', [
    { of: entry, to: (current) => withThanks(current, dated, now) },
  ])
}

/** Notes whom to thank for a day, in the day's last entry: they stand under "to thank" until they are thanked. */
export async function noteHelpers(ctx: Context, day: Day, names: readonly string[]): Promise<void> {
  const now = await ctx.now()
  const [ofDay, newest] = await Promise.all([
    ctx.journal.read({ from: day, to: day }),
    ctx.journal.newest(1),
  ])
  const entry = ofDay.at(-1) ?? newest.at(-1)
  if (!entry) throw nothingWritten()
  await ctx.journal.change('review', [
    { of: entry, to: (current) => withHelpers(current, names, now) },
  ])
}

function nothingWritten(): Refusal {
  return new Refusal('A thanks is kept with a contact, and none is written down yet: afterword log')
}
