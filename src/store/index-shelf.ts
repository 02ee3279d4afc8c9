import { join } from 'node:path'
import type { Counting } from '../model/counts.ts'
import type { Entry } from '../model/entry.ts'
import { decodeText } from './damage.ts'
import type { Disk } from './disk.ts'
import type { Stat } from './files.ts'
import { type MonthNote, noteOf } from './index-note.ts'
import { MonthCounts } from './month-counts.ts'
import { type MonthDatabase, openMonth } from './month-file.ts'
import { NotedFile, WORTH_NOTING } from './noted-file.ts'
import { hasSettled, sizeIn, stampOf } from './stamp.ts'

/** A file that a command asks about several times is kept in memory: this many of them, the newest. */
const KEPT = 4
/** Raised when a note holds something else, or the same for other reasons. */
const VERSION = '4'

type Notes = ReadonlyMap<string, MonthNote>

/** A month of which nothing need be read to know what the index keeps of it. */
export interface Noted {
  readonly note: MonthNote
  /** Returns what the work makes of the month's bytes, which are gone afterwards; throws where its file is another by now. */
  once<T>(work: (bytes: Buffer) => T): Promise<T>
  /** Returns the month's bytes, kept for who asks again; throws where its file is another by now. */
  bytes(): Promise<Buffer>
  /** Returns the month's text, kept for who asks again; throws where its file is another by now. */
  text(): Promise<string>
}

/** A month as it was read: what its file was just before, its bytes, and what they say. */
interface Reading {
  readonly before: Stat
  readonly bytes: Buffer
  readonly entries: readonly Entry[]
}

/** A month's file that was read, and its text as soon as somebody asked for it. */
interface Kept {
  readonly stamp: string
  readonly bytes: Buffer
  text?: string
}

/** A month as this process has written it. */
interface Written {
  readonly stamp: string | undefined
  readonly entries: readonly Entry[]
}

/** The month files of a disk, with what the index knows of them. */
export class Shelf {
  readonly #disk: Disk
  readonly #worthNoting: number
  readonly #file: NotedFile<readonly (readonly [string, MonthNote])[]>
  #notes: Promise<Notes> | undefined
  readonly #learnt = new Map<string, MonthNote>()
  readonly #counts = new Map<string, MonthCounts>()
  readonly #read = new Map<string, Kept>()
  readonly #written = new Map<string, Written>()
  /** Memory that held a month and is free for the next. */
  readonly #spare: Buffer[] = []

  constructor(disk: Disk, worthNoting = WORTH_NOTING) {
    this.#disk = disk
    this.#worthNoting = worthNoting
    this.#file = new NotedFile(disk, disk.home.index, VERSION)
  }

  /** Returns those of the months whose files are as they were when they were noted. */
  async noted(months: readonly string[]): Promise<ReadonlyMap<string, Noted>> {
    this.#notes ??= this.#file.load().then((months) => new Map(months))
    const notes = await this.#notes
    const stamps = await this.stampsOf(months)
    const found = new Map<string, Noted>()
    for (const [month, stamp] of stamps) {
      const note = this.#learnt.get(month) ?? notes.get(month)
      if (note?.stamp !== stamp) continue
      const bytes = async () => (await this.#readAs(month, stamp)).bytes
      const once = <T>(work: (bytes: Buffer) => T) => this.#once(month, stamp, work)
      found.set(month, { note, bytes, once, text: () => this.#textOf(month, stamp) })
    }
    return found
  }

  /** Returns a month read and checked whole, and takes note of it; the stamp is there where that could be done. */
  async whole(month: string): Promise<{ database: MonthDatabase; stamp: string | undefined }> {
    const [before] = await this.#statsOf([month])
    const database = openMonth(this.#disk, month)
    await database.read()
    const { bytes, isOurs, erased } = database.adapter
    const isNotable = before && bytes && isOurs && erased === 0
    const { entries } = database.data
    const stamp = isNotable ? await this.#learn(month, { before, bytes, entries }) : undefined
    return { database, stamp }
  }

  /** Takes down the months that this process has just written, inside the lock. */
  async wrote(databases: readonly MonthDatabase[]): Promise<void> {
    const written = databases.filter(({ adapter }) => adapter.newSum !== '').map(({ data }) => data)
    const stamps = await this.stampsOf(written.map(({ month }) => month))
    for (const { month, entries } of written)
      this.#written.set(month, { stamp: stamps.get(month), entries })
  }

  /** Returns what this process wrote of a month a moment ago, where nobody has written it since; a file that has settled is read again. */
  async written(month: string): Promise<readonly Entry[] | undefined> {
    const written = this.#written.get(month)
    if (written === undefined) return undefined
    const [stat] = await this.#statsOf([month])
    const isOurs = stat && stampOf(stat) === written.stamp
    return isOurs && !hasSettled(stat, this.#disk.machine.now()) ? written.entries : undefined
  }

  async #learn(month: string, { before, bytes, entries }: Reading): Promise<string | undefined> {
    const stamp = stampOf(before)
    if (stamp === undefined || !hasSettled(before, this.#disk.machine.now())) return undefined
    if ((await this.stampsOf([month])).get(month) !== stamp) return undefined
    const text = decodeText(bytes) ?? ''
    const note = noteOf({ bytes, text }, entries, stamp)
    if (note === undefined) return undefined
    this.#learnt.set(month, note)
    this.#keep(month, { stamp, bytes, text })
    return stamp
  }

  /** Keeps what was learnt for the next command; `months` are all there are. */
  async keep(months: readonly string[]): Promise<void> {
    if (this.#learnt.size === 0) return
    const known = new Map([...((await this.#notes) ?? []), ...this.#learnt])
    const notes = new Map(
      months.flatMap((month) => {
        const note = known.get(month)
        return note ? [[month, note] as const] : []
      }),
    )
    const stamps = [...notes.values()].map(({ stamp }) => stamp)
    if (sizeIn(stamps) >= this.#worthNoting) await this.#file.save([...notes])
    this.#notes = Promise.resolve(notes)
    this.#learnt.clear()
  }

  /** Returns what is known of months without reading them, of one counting. */
  countsOf(counting: Counting): MonthCounts {
    const known = this.#counts.get(counting.name)
    const counts = known ?? new MonthCounts(this.#disk, counting, this.#worthNoting)
    this.#counts.set(counting.name, counts)
    return counts
  }

  async #readAs(month: string, stamp: string): Promise<Kept> {
    return (
      this.#keptAs(month, stamp) ??
      this.#keep(month, { stamp, bytes: await this.#bytesOf(month, stamp) })
    )
  }

  async #once<T>(month: string, stamp: string, work: (bytes: Buffer) => T): Promise<T> {
    const kept = this.#keptAs(month, stamp)
    if (kept) return work(kept.bytes)
    const memory = this.#spare.pop()
    const bytes = await this.#bytesOf(month, stamp, memory)
    const found = work(bytes)
    this.#spare.push(memory && bytes.buffer === memory.buffer ? memory : bytes)
    return found
  }

  #keptAs(month: string, stamp: string): Kept | undefined {
    const kept = this.#read.get(month)
    return kept?.stamp === stamp ? kept : undefined
  }

  async #bytesOf(month: string, stamp: string, into?: Buffer): Promise<Buffer> {
    const path = join(this.#disk.home.journal, fileOf(month))
    const bytes = await this.#disk.files.read(path, into)
    if ((await this.stampsOf([month])).get(month) === stamp) return bytes
    throw new Error(`${fileOf(month)} is another file by now`)
  }

  async #textOf(month: string, stamp: string): Promise<string> {
    const kept = await this.#readAs(month, stamp)
    kept.text ??= decodeText(kept.bytes)
    if (kept.text === undefined) throw new Error(`${fileOf(month)} is not text after all`)
    return kept.text
  }

  #keep(month: string, read: Kept): Kept {
    this.#read.delete(month)
    this.#read.set(month, read)
    const [oldest] = this.#read.keys()
    if (this.#read.size > KEPT && oldest !== undefined) this.#read.delete(oldest)
    return read
  }

  /** Returns what tells each month's file from any other that may take its place. */
  async stampsOf(months: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stats = await this.#statsOf(months)
    return new Map(
      months.flatMap((month, index) => {
        const stat = stats[index]
        const stamp = stat && stampOf(stat)
        return stamp === undefined ? [] : [[month, stamp] as const]
      }),
    )
  }

  /** What cannot be looked at is not noted; reading it tells why. */
  #statsOf(months: readonly string[]): Promise<(Stat | undefined)[]> {
    const { files, home } = this.#disk
    return files.lstatMany(home.journal, months.map(fileOf)).catch(() => [])
  }
}

function fileOf(month: string): string {
  return `${month}.json`
}
