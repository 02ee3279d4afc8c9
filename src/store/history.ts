import type { Disk } from './disk.ts'
import { type Ends, ifThere } from './files.ts'
import {
  beginningOf,
  doneIn,
  type HistoryLine,
  type LastChange,
  lastChangeIn,
  lineIn,
  renderDone,
  renderLines,
  wholeLength,
} from './history-line.ts'
import { linesFromTheEnd, type Place } from './lines-from-the-end.ts'
import { naming } from './trouble.ts'

const ROTATE_BYTES = 5_000_000
const ROTATE_MS = 90 * 86_400_000
const ENDS = 128

/** A change on record that is not yet the journal's. */
export interface Pending {
  /** Takes the record back: the change did not happen. */
  cut(): Promise<void>
  /** Notes that the change is in place. */
  done(): Promise<void>
}

/** One line of the last change, and where it stands. */
export interface PlacedLine {
  readonly line: HistoryLine
  readonly place: Place
}

/** The record of every change, in the state folder; only the holder of the lock writes it. */
export class History {
  readonly #disk: Disk
  /** The file in which the last change was found. */
  #lastIn: string | undefined

  constructor(disk: Disk) {
    this.#disk = disk
  }

  get #path(): string {
    return this.#disk.home.history
  }

  /** Puts the lines of one change on record, on the disk on return; throws a Refusal when it cannot. */
  async append(lines: readonly HistoryLine[]): Promise<Pending> {
    return naming(this.#path, 'write', async () => {
      const ends = await this.#rotate()
      const pending = this.#pending(lines[0]?.change ?? '', ends?.size ?? 0)
      try {
        await this.#write(renderLines(lines), { flush: true, ends })
        if (ends === undefined) await this.#disk.files.syncFolder(this.#disk.home.state)
      } catch (error) {
        await pending.cut()
        throw error
      }
      return pending
    })
  }

  /** Puts the lines of one change on record as they are made, one write for each: never all of them are in memory. */
  async appendEach(change: string, lines: AsyncIterable<HistoryLine>): Promise<Pending> {
    return naming(this.#path, 'write', async () => {
      const ends = await this.#rotate()
      const pending = this.#pending(change, ends?.size ?? 0)
      try {
        let last = ends
        for await (const line of lines) {
          await this.#write(renderLines([line]), { flush: true, ends: last })
          last = undefined
        }
        if (ends === undefined) await this.#disk.files.syncFolder(this.#disk.home.state)
      } catch (error) {
        await pending.cut()
        throw error
      }
      return pending
    })
  }

  /** Yields the lines of the last change on record, which the older file may hold; the last of them first. */
  async *lastLines(): AsyncGenerator<PlacedLine> {
    this.#lastIn = undefined
    for (const path of [this.#path, this.#disk.home.olderHistory]) {
      yield* this.#lastLinesOf(path)
      if (this.#lastIn !== undefined) return
    }
  }

  /** Returns a line of the last change once more, though its file may have been set aside meanwhile. */
  async lineAt({ start, length }: Place): Promise<HistoryLine> {
    const path = this.#lastIn ?? this.#path
    const line = lineIn(await this.#part(path, start, length))
    if (line) return line
    throw new Error(`${path}: the line at byte ${start} is another by now`)
  }

  /** Returns the last change where nothing says yet that it is in place. */
  async unfinished(): Promise<LastChange | undefined> {
    const bytes = await this.#unfinishedBytes()
    const last = bytes && lastChangeIn(bytes.subarray(0, wholeLength(bytes)))
    return last?.isDone ? undefined : last
  }

  /** Cuts off a torn end, then returns the same. */
  async unsettled(): Promise<LastChange | undefined> {
    return naming(this.#path, 'write', async () => {
      const bytes = await this.#unfinishedBytes()
      if (bytes === undefined) return undefined
      const length = wholeLength(bytes)
      if (length < bytes.length) await this.#disk.files.truncate(this.#path, length)
      const last = lastChangeIn(bytes.subarray(0, length))
      return last?.isDone ? undefined : last
    })
  }

  /** The whole history is read only when its last line does not say that all is done. */
  async #unfinishedBytes(): Promise<Buffer | undefined> {
    const ends = await ifThere(this.#disk.files.readEnds(this.#path, ENDS))
    if (ends === undefined || ends.size === 0 || doneIn(ends.tail) !== undefined) return undefined
    return this.#disk.files.read(this.#path)
  }

  /** Takes back the record of a change that never became the journal's. */
  async cut({ start }: LastChange): Promise<void> {
    await naming(this.#path, 'write', () => this.#disk.files.truncate(this.#path, start))
  }

  /** Notes that a change found on record is in place. */
  async markDone(change: string): Promise<void> {
    const ends = await ifThere(this.#disk.files.readEnds(this.#path, 1)).catch(() => undefined)
    await this.#noteDone(change, ends)
  }

  /** The change is in place whether this is noted or not: without the note the sums tell. */
  async #noteDone(change: string, ends?: Ends): Promise<void> {
    await this.#write(renderDone(change), { flush: false, ends }).catch(() => undefined)
  }

  async *#lastLinesOf(path: string): AsyncGenerator<PlacedLine> {
    const ends = await naming(path, 'read', () => ifThere(this.#disk.files.readEnds(path, 1)))
    let change: string | undefined
    const read = (start: number, length: number) => this.#part(path, start, length)
    for await (const { bytes, ...place } of linesFromTheEnd(ends?.size ?? 0, read)) {
      const line = lineIn(bytes)
      if (line === undefined) continue
      change ??= line.change
      if (line.change !== change) return
      this.#lastIn = path
      yield { line, place }
    }
  }

  #part(path: string, start: number, length: number): Promise<Buffer> {
    return naming(path, 'read', () => this.#disk.files.readPart(path, start, length))
  }

  #pending(change: string, size: number): Pending {
    return {
      // What cannot be cut now is cut by the next writer.
      cut: () => this.#disk.files.truncate(this.#path, size).catch(() => undefined),
      done: () => this.#noteDone(change),
    }
  }

  /** A line of its own even where the last one was left without its end. */
  async #write(text: string, { flush, ends }: { flush: boolean; ends: Ends | undefined }) {
    const isOpen = ends !== undefined && ends.size > 0 && ends.tail.at(-1) !== 10
    const bytes = Buffer.from(isOpen ? `\n${text}` : text)
    await this.#disk.files.append(this.#path, bytes, { flush })
  }

  /** Sets a big or old history aside; returns the ends of the one to write to, where there is one. */
  async #rotate(): Promise<Ends | undefined> {
    const { files, machine, home } = this.#disk
    const ends = await ifThere(files.readEnds(this.#path, ENDS))
    if (ends === undefined) return undefined
    const began = beginningOf(ends.head) ?? machine.now()
    if (ends.size < ROTATE_BYTES && machine.now() - began < ROTATE_MS) return ends
    // What is being taken back must not go with the older file.
    if (this.#lastIn === home.olderHistory) return ends
    await files.rename(this.#path, home.olderHistory)
    if (this.#lastIn === this.#path) this.#lastIn = home.olderHistory
    await files.syncFolder(home.state)
    return undefined
  }
}
