import { join } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import type { DurableWrite } from './durable-write.ts'
import { erasedOn } from './erased.ts'
import { checkMonth } from './month-check.ts'
import { type Month, parseMonth, renderMonth } from './month-text.ts'
import { readStored } from './stored-file.ts'

export type MonthDatabase = Low<Month> & { readonly adapter: MonthFile }

/** Returns lowdb's database of one month; without `into` it can only be read. */
export function openMonth(disk: Disk, month: string, into?: DurableWrite): MonthDatabase {
  const empty: Month = { month, entries: [] }
  return new Low(new MonthFile(disk, month, into), empty) as MonthDatabase
}

/** The lowdb adapter of one month file: checked when read, and made beside the old one when written. */
export class MonthFile implements Adapter<Month> {
  readonly #disk: Disk
  readonly #month: string
  readonly #into: DurableWrite | undefined
  #path: string
  /** The bytes that were read; `null` where there was no file. */
  #seen: Buffer | null = null
  /** The sum of the file as it was read, `null` where there was none, and as it was last staged. */
  oldSum: string | null = null
  newSum = ''
  isEditedByHand = false
  /** Whether the file was as we wrote it: its entries were checked at that time. */
  isOurs = false
  /** How many entries of customers who were forgotten the file holds; they are not among those read. */
  erased = 0

  constructor(disk: Disk, month: string, into?: DurableWrite) {
    this.#disk = disk
    this.#month = month
    this.#into = into
    this.#path = join(disk.home.journal, `${month}.json`)
  }

  get label(): string {
    return `journal/${this.#month}.json`
  }

  /** The bytes that were read; nothing where there was no file. */
  get bytes(): Buffer | undefined {
    return this.#seen ?? undefined
  }

  async read(): Promise<Month | null> {
    const stored = await readStored(this.#disk, this.#path, { label: this.label })
    this.#seen = stored?.bytes ?? null
    if (stored === undefined) return null
    this.#path = stored.path
    return { month: this.#month, entries: await this.#remembered(stored.bytes) }
  }

  async write(month: Month): Promise<void> {
    if (!this.#into) throw new Error(`${this.label} was opened to be read only`)
    const { bytes, sum } = renderMonth(month)
    await this.#into.stage(this.#path, bytes, this.#seen)
    this.newSum = sum
  }

  async #remembered(bytes: Buffer): Promise<readonly Entry[]> {
    const [entries, erased] = await Promise.all([this.#entriesOf(bytes), erasedOn(this.#disk)])
    const kept = entries.filter((entry) => !erased.has(entry))
    this.erased = entries.length - kept.length
    return kept
  }

  async #entriesOf(bytes: Buffer): Promise<readonly Entry[]> {
    const parsed = parseMonth(bytes, this.#month, this.label)
    this.oldSum = parsed.sum
    this.isOurs = parsed.trust === 'ours'
    if (this.isOurs) return parsed.entries as readonly Entry[]
    this.isEditedByHand = parsed.trust === 'edited'
    return checkMonth(parsed, this.#month, this.label)
  }
}
