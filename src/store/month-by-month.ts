import { randomBytes } from 'node:crypto'
import type { Entry } from '../model/entry.ts'
import { ensureFolder } from './disk.ts'
import type { HistoryLine } from './history-line.ts'
import type { Change } from './journal.ts'
import { openMonth } from './month-file.ts'
import { putInPlace, stageMonth, type Work } from './transaction.ts'
import { naming } from './trouble.ts'

/** What a change does to one month, decided from its entries as they are inside the lock. */
export interface Share {
  readonly month: string
  readonly decide: (entries: readonly Entry[]) => readonly Change[]
}

/** A change that memory may not hold: its word, how many months it is about, and each one's share, made when its turn comes. */
export interface BigChange {
  readonly word: string
  readonly of: number
  readonly shares: () => AsyncIterable<Share>
}

/** Returns whether the change was saved, all of it; if not, another program has changed a file meanwhile. Never are more than one month's entries in memory. */
export async function saveEach(work: Work, big: BigChange): Promise<boolean> {
  const { disk, history, months } = work
  await naming(disk.home.journal, 'write', () => ensureFolder(disk, disk.home.journal))
  try {
    const change = randomBytes(8).toString('hex')
    const pending = await history.appendEach(change, stageEach(work, change, big))
    return await putInPlace(work, pending)
  } finally {
    await months.write.discard()
  }
}

/** Makes each month's new file beside the old one, and yields the line that says what changes in it. */
async function* stageEach(
  { disk, months: { write } }: Work,
  change: string,
  { word, of, shares }: BigChange,
): AsyncGenerator<HistoryLine> {
  const at = new Date(disk.machine.now()).toISOString()
  let part = 0
  for await (const { month, decide } of shares()) {
    // Opened here rather than kept among the others, so that it can go when its line is written.
    const database = openMonth(disk, month, write)
    await database.read()
    const pairs = decide(database.data.entries)
    const sums = await stageMonth(database, pairs)
    yield { at, change, word, part: ++part, of, month, ...sums, pairs }
  }
}
