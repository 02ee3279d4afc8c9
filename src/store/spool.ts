import { join } from 'node:path'
import { monthOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { IdMap } from '../model/id-map.ts'
import { type Disk, ensureFolder } from './disk.ts'
import type { Scratch } from './files.ts'
import { tempBeside } from './sweep.ts'
import { naming } from './trouble.ts'

/** So much text waits in memory before it goes to the file. */
const WAITING = 4 * 1024 * 1024

interface Place {
  readonly position: number
  readonly length: number
}

/** Entries on their way into the journal, month by month, in a file without a name: only their ids are in memory. */
export class Spool {
  readonly #folder: string
  readonly #file: Scratch
  /** The number of each id's month. */
  readonly #months = new IdMap()
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #counts = new Map<string, number>()
  readonly #places = new Map<string, Place[]>()
  readonly #waiting = new Map<string, string>()
  #waitingLength = 0
  #end = 0

  private constructor(folder: string, file: Scratch) {
    this.#folder = folder
    this.#file = file
  }

  /** Returns an empty spool in the state folder; throws a Refusal where none can be made. */
  static async open(disk: Disk): Promise<Spool> {
    const { state } = disk.home
    const path = tempBeside(join(state, 'spool'))
    return naming(state, 'write', async () => {
      await ensureFolder(disk, state)
      return new Spool(state, await disk.files.scratch(path))
    })
  }

  /** Takes an entry in, unless one of its id is there already. */
  add(entry: Entry): void {
    if (this.#months.get(entry.id) !== undefined) return
    const month = monthOf(entry.at)
    const line = `${JSON.stringify(entry)}\n`
    this.#count(entry.id, month)
    this.#waiting.set(month, (this.#waiting.get(month) ?? '') + line)
    this.#waitingLength += line.length
  }

  /** Whether so much waits in memory that it is time to flush. */
  get isFull(): boolean {
    return this.#waitingLength >= WAITING
  }

  get size(): number {
    return this.#months.size
  }

  /** Returns the month of an entry of this id, or nothing where none is here. */
  monthOf(id: string): string | undefined {
    const number = this.#months.get(id)
    return number === undefined ? undefined : this.#names[number]
  }

  /** Returns how many entries each month has here. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts
  }

  /** Returns the entries of one month, in the order they came. */
  async read(month: string): Promise<Entry[]> {
    if (this.#waitingLength > 0) await this.flush()
    const parts: Buffer[] = []
    for (const { position, length } of this.#places.get(month) ?? [])
      parts.push(await naming(this.#folder, 'read', () => this.#file.read(position, length)))
    const lines = Buffer.concat(parts).toString('utf8').split('\n')
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  /** Writes what waits in memory to the file. */
  async flush(): Promise<void> {
    const parts = [...this.#waiting].map(([month, text]) => ({ month, bytes: Buffer.from(text) }))
    this.#waiting.clear()
    this.#waitingLength = 0
    await naming(this.#folder, 'write', () =>
      this.#file.write(Buffer.concat(parts.map(({ bytes }) => bytes))),
    )
    for (const { month, bytes } of parts) this.#note(month, bytes.length)
  }

  #count(id: string, month: string): void {
    const number = this.#numbers.get(month) ?? this.#names.push(month) - 1
    this.#numbers.set(month, number)
    this.#months.set(id, number)
    this.#counts.set(month, (this.#counts.get(month) ?? 0) + 1)
  }

  #note(month: string, length: number): void {
    const place = { position: this.#end, length }
    const places = this.#places.get(month)
    if (places) places.push(place)
    else this.#places.set(month, [place])
    this.#end += length
  }
}
