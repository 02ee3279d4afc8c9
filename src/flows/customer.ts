import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import { ANON } from '../model/follow-up.ts'
import { eitherOf } from '../model/words.ts'
import { namesToSay, select } from '../queries/filter.ts'

const LISTED = 5

/** One customer and every entry with them, oldest first. */
export interface CustomerEntries {
  readonly customer: string
  readonly entries: readonly Entry[]
}

/** Returns the one customer a name or its beginning means. Throws a Refusal where nobody or several fit. */
export async function customerEntries(ctx: Context, typed: string): Promise<CustomerEntries> {
  if (typed === ANON)
    throw new Refusal('anon is nobody in particular: there is no history of anon.')
  const entries = select(await ctx.journal.read({}, { customer: typed }), { who: typed })
  const names = [...new Set(entries.map(({ customer }) => customer))]
  const [customer, ...others] = names
  if (customer === undefined) {
    throw new Refusal(
      `Nobody called ${JSON.stringify(typed)} is in the journal. Names: afterword list`,
    )
  }
  if (others.length === 0) return { customer, entries }
  throw new Refusal(
    `${JSON.stringify(typed)} fits ${names.length} customers${some(ctx, entries, names.length)}. Type more of the name.`,
  )
}

function some(ctx: Context, entries: readonly Entry[], count: number): string {
  const names = [...namesToSay(entries, ctx.isWatched())].slice(0, LISTED)
  if (names.length === 0) return ''
  return `: ${eitherOf(names)}${count > names.length ? ', among others' : ''}`
}
