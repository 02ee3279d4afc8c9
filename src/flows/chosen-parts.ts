import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { type Filter, namesCalled, namesToSay, select } from '../queries/filter.ts'

type Parts = AsyncIterable<readonly Entry[]>

/** What a filter chooses, some entries at a time. */
export interface Chosen {
  /** The customers that `--who` means; nothing where it was not given. */
  readonly names?: ReadonlySet<string>
  /** Those of them that may be said aloud. */
  readonly sayable?: ReadonlySet<string>
  /** Yields the entries, oldest first; it may be asked again. */
  parts(): Parts
}

/** Returns what the filter chooses of the whole journal, the same as `select` but never all of it in memory. */
export async function choose(ctx: Context, filter: Filter): Promise<Chosen> {
  const { who, limit, ...rest } = filter
  const known = who === undefined ? undefined : await customersIn(ctx, filter)
  const names = who !== undefined && known ? namesCalled(who, known.all) : undefined
  const fitting = async function* () {
    for await (const part of ctx.journal.parts(filter)) {
      const chosen = select(part, rest)
      yield names ? chosen.filter(({ customer }) => names.has(customer)) : chosen
    }
  }
  const parts = limit === undefined ? fitting : () => newest(fitting(), limit)
  return { ...(names && known && { names, sayable: both(names, known.sayable) }), parts }
}

async function customersIn(ctx: Context, filter: Filter) {
  const [all, sayable] = [new Set<string>(), new Set<string>()]
  for await (const part of ctx.journal.parts(filter)) {
    for (const { customer } of part) all.add(customer)
    for (const customer of namesToSay(part, ctx.isWatched())) sayable.add(customer)
  }
  return { all, sayable }
}

function both(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...some].filter((each) => others.has(each)))
}

async function* newest(parts: Parts, limit: number): AsyncGenerator<readonly Entry[]> {
  let kept: Entry[] = []
  for await (const part of parts) kept = [...kept, ...part].slice(-limit)
  yield kept
}
