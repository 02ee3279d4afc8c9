import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import { erasedOn } from './erased.ts'
import { type Share, saveEach } from './month-by-month.ts'
import { Spool } from './spool.ts'
import { underLock } from './transaction.ts'

/** Yields every entry there is, some at a time. */
type Walk = () => AsyncIterable<readonly Entry[]>

/** What is to be added: the months it goes to, and how to get at a month's entries. */
interface Plan {
  readonly count: number
  readonly months: readonly string[]
  readonly read: (month: string) => Promise<readonly Entry[]>
}

/** Adds every entry the journal does not have yet, all as one change or none; returns how many. Never are more than one month's in memory. */
export async function addEntries(
  disk: Disk,
  word: string,
  entries: AsyncIterable<Entry>,
  walk: Walk,
): Promise<number> {
  const spool = await Spool.open(disk)
  try {
    const erased = await erasedOn(disk)
    // Who was forgotten does not come back with an old file.
    for await (const entry of entries) {
      if (!erased.has(entry)) spool.add(entry)
      if (spool.isFull) await spool.flush()
    }
    let added = 0
    if (spool.size > 0)
      await underLock(disk, async (work) => {
        const plan = await planAdding(spool, walk)
        added = plan.count
        if (plan.count === 0) return true
        return saveEach(work, { word, of: plan.months.length, shares: () => sharesOf(plan) })
      })
    return added
  } finally {
    await spool.close()
  }
}

/** What the source took for new may have been added by another process since: it is looked for again, inside the lock. */
async function planAdding(spool: Spool, walk: Walk): Promise<Plan> {
  const known = new Set<string>()
  const left = new Map(spool.counts)
  for await (const part of walk())
    for (const { id } of part) {
      const month = spool.monthOf(id)
      if (month === undefined || known.has(id)) continue
      known.add(id)
      left.set(month, (left.get(month) ?? 0) - 1)
    }
  const months = [...left].flatMap(([month, count]) => (count > 0 ? month : [])).sort()
  const read = async (month: string) => (await spool.read(month)).filter(({ id }) => !known.has(id))
  return { count: spool.size - known.size, months, read }
}

async function* sharesOf({ months, read }: Plan): AsyncGenerator<Share> {
  for (const month of months) {
    const pairs = (await read(month)).map((after) => ({ after }))
    yield { month, decide: () => pairs }
  }
}
