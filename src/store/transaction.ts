import { randomBytes } from 'node:crypto'
import { Refusal } from '../errors.ts'
import { type Disk, ensureFolder } from './disk.ts'
import { DurableWrite } from './durable-write.ts'
import { applyShare, byMonth } from './edits.ts'
import { freshErased } from './erased.ts'
import { History, type Pending } from './history.ts'
import type { HistoryLine } from './history-line.ts'
import type { Change } from './journal.ts'
import { type Lock, withLock } from './lock.ts'
import { type MonthDatabase, openMonth } from './month-file.ts'
import { openLines } from './open-lines.ts'
import { naming } from './trouble.ts'

const ATTEMPTS = 5

/** The months of one attempt, each read once, inside the lock. */
export class Months {
  readonly write: DurableWrite
  readonly #disk: Disk
  readonly #read = new Map<string, MonthDatabase>()

  constructor(disk: Disk) {
    this.#disk = disk
    this.write = new DurableWrite(disk)
  }

  async get(month: string): Promise<MonthDatabase> {
    const known = this.#read.get(month)
    if (known) return known
    const database = openMonth(this.#disk, month, this.write)
    await database.read()
    this.#read.set(month, database)
    return database
  }

  /** Returns the months read so far. */
  get all(): MonthDatabase[] {
    return [...this.#read.values()]
  }
}

/** What a change is called, and how it is decided from the months as they are inside the lock. */
export interface Intent {
  readonly word: string
  readonly decide: (months: Months) => Promise<readonly Change[]>
  /** Hears of the months, still inside the lock, once the change is saved; it must not fail. */
  readonly saved?: (months: readonly MonthDatabase[]) => Promise<void>
}

/** Does one change as one read-modify-write: all of it or nothing; returns what changed. */
export async function transact(disk: Disk, intent: Intent): Promise<readonly Change[]> {
  let changes: readonly Change[] = []
  await underLock(disk, async (work) => {
    changes = await intent.decide(work.months)
    const isSaved = await save(work, intent.word, changes)
    if (isSaved) await intent.saved?.(work.months.all)
    return isSaved
  })
  return changes
}

/** Works inside the lock, again where `once` says that another program changed a file meanwhile. */
export async function underLock(disk: Disk, once: (work: Work) => Promise<boolean>): Promise<void> {
  const history = new History(disk)
  return withLock(disk, async (lock) => {
    await freshErased(disk)
    await settle(disk, lock, history)
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++)
      if (await once({ disk, lock, history, months: new Months(disk) })) return
    throw new Refusal(
      `Another program keeps changing files in ${disk.home.journal}. Nothing changed; try again when it has finished.`,
    )
  })
}

/** What one attempt at a change works with, inside the lock. */
export interface Work {
  readonly disk: Disk
  readonly lock: Lock
  readonly history: History
  readonly months: Months
}

/** What goes on without a line in the history. */
const NO_RECORD: Pending = { cut: async () => {}, done: async () => {} }

/** Returns whether the change was saved; if not, a file has been changed by another program meanwhile. */
async function save(work: Work, word: string, changes: readonly Change[]): Promise<boolean> {
  const { disk, history, months } = work
  const purged = months.all.filter(({ adapter }) => adapter.erased > 0)
  if (changes.length === 0 && purged.length === 0) return true
  await naming(disk.home.journal, 'write', () => ensureFolder(disk, disk.home.journal))
  try {
    const lines = await stageMonths(work, word, byMonth(changes))
    const inLines = new Set(lines.map(({ month }) => month))
    // An older copy brought back who was forgotten: they go again, and no line of the history names them.
    for (const database of purged) if (!inLines.has(database.data.month)) await database.write()
    const pending = lines.length > 0 ? await history.append(lines) : NO_RECORD
    return await putInPlace(work, pending)
  } finally {
    await months.write.discard()
  }
}

/** Makes each month's new file beside the old one; returns the lines that say what changes. */
async function stageMonths(
  { disk, months }: Work,
  word: string,
  shares: ReadonlyMap<string, readonly Change[]>,
): Promise<HistoryLine[]> {
  const at = new Date(disk.machine.now()).toISOString()
  const change = randomBytes(8).toString('hex')
  const lines: HistoryLine[] = []
  for (const [month, pairs] of shares) {
    const sums = await stageMonth(await months.get(month), pairs)
    lines.push({ at, change, word, part: lines.length + 1, of: shares.size, month, ...sums, pairs })
  }
  return lines
}

/** Makes the month's new file beside the old one; returns the sums of both. */
export async function stageMonth(database: MonthDatabase, pairs: readonly Change[]) {
  const { data, adapter } = database
  database.data = { month: data.month, entries: applyShare(data.entries, pairs) }
  await database.write()
  return { oldSum: adapter.oldSum, newSum: adapter.newSum }
}

/** Returns whether the staged files are in place; if not, another program has changed one of them. */
export async function putInPlace(work: Work, pending: Pending): Promise<boolean> {
  const { write } = work.months
  try {
    if (await write.mayCommit(work.lock)) await write.commit()
  } finally {
    // Where only some are in place the record stays, and the next writer brings the others.
    if (write.progress === 'none') await pending.cut()
    if (write.progress === 'all') await pending.done()
  }
  return write.progress === 'all'
}

/** Brings a change to its end that an earlier writer began: taken off the record, or finished. */
async function settle(disk: Disk, lock: Lock, history: History): Promise<void> {
  const last = await history.unsettled()
  if (last === undefined) return
  const open = await openLines(disk, last)
  if (open.length === last.lines.length) return history.cut(last)
  await finish(disk, lock, open)
  await history.markDone(last.lines[0]?.change ?? '')
}

async function finish(disk: Disk, lock: Lock, lines: readonly HistoryLine[]): Promise<void> {
  const months = new Months(disk)
  try {
    for (const { month, pairs } of lines) await stageMonth(await months.get(month), pairs)
    if (await months.write.mayCommit(lock)) await months.write.commit()
  } finally {
    await months.write.discard()
  }
}
