import { dirname, join } from 'node:path'
import { codeOf, type Ends, type Files, ifThere, type Stat } from '../files.ts'
import { TEMP, tempBeside } from '../sweep.ts'
import { shortWrite } from '../trouble.ts'
import type { Codec } from './age.ts'
import { newestOf, partsOf, type Segment, segmentName, segmentsIn } from './segment-names.ts'

/** An age file cannot grow, so the last piece is written anew at each change until it has this many bytes. */
const PIECE = 64 * 1024
const ATTEMPTS = 5

/** A piece, and the bytes it holds; nothing where it cannot be opened. */
interface Opened extends Segment {
  readonly bytes: Buffer | undefined
  readonly size: number
}

/** Where a file that only grows lies: in a folder, piece by piece, each an age file; or still in plain. */
export interface SegmentPlace {
  readonly folder: string
  readonly plain: string
}

/** A file that only grows, encrypted. Each step leaves the old bytes or the new ones, wherever it stops. */
export class Segments {
  readonly #files: Files
  readonly #codec: Codec
  readonly #place: SegmentPlace

  constructor(files: Files, codec: Codec, place: SegmentPlace) {
    this.#files = files
    this.#codec = codec
    this.#place = place
  }

  /** Returns all bytes; where a piece cannot be opened a line that says nothing stands for it. */
  async read(): Promise<Buffer> {
    return this.#again(async () => {
      const pieces = await this.#pieces()
      if (pieces.length === 0) return this.#files.read(this.#place.plain)
      const opened: Opened[] = []
      for (const piece of pieces) opened.push(await this.#open(piece))
      return Buffer.concat(opened.map((piece, index) => filled(piece, opened[index + 1])))
    })
  }

  /** Returns the name of a piece that cannot be opened, or that does not reach to the next, where there is one. */
  async broken(): Promise<string | undefined> {
    const pieces = await this.#pieces()
    for (const [index, piece] of pieces.entries()) {
      const { bytes, size } = await this.#open(piece)
      const next = pieces[index + 1]
      if (bytes === undefined || (next && next.start !== piece.start + size)) return piece.name
    }
    return undefined
  }

  /** Returns whether a piece of it is there. */
  async isThere(): Promise<boolean> {
    return (await this.#pieces()).length > 0
  }

  async ends(length: number): Promise<Ends> {
    return this.#again(async () => {
      const pieces = await this.#pieces()
      const [first, last] = [pieces[0], pieces.at(-1)]
      if (!first || !last) return this.#files.readEnds(this.#place.plain, length)
      const head = filled(await this.#open(first))
      const tail = first === last ? head : filled(await this.#open(last))
      return {
        size: last.start + tail.length,
        head: head.subarray(0, length),
        tail: tail.subarray(Math.max(0, tail.length - length)),
      }
    })
  }

  /** Returns so many bytes from a place on; no more pieces are opened than hold them. */
  async part(position: number, length: number): Promise<Buffer> {
    return this.#again(async () => {
      const pieces = await this.#pieces()
      if (pieces.length === 0) return this.#files.readPart(this.#place.plain, position, length)
      const parts: Buffer[] = []
      for (const [index, piece] of pieces.entries()) {
        const next = pieces[index + 1]
        if (piece.start >= position + length || (next && next.start <= position)) continue
        const bytes = filled(await this.#open(piece), next)
        const from = Math.max(0, position - piece.start)
        parts.push(bytes.subarray(from, Math.max(from, position + length - piece.start)))
      }
      return Buffer.concat(parts)
    })
  }

  async append(bytes: Uint8Array, { flush }: { flush: boolean }): Promise<void> {
    const last = (await this.#settled()).at(-1)
    if (!last) return this.replace(bytes)
    const { start, generation, size, bytes: held } = await this.#open(last)
    const grows = held && size > 0 && size + bytes.length > PIECE
    // What cannot be opened is not written over: somebody may still find the key, or a copy.
    if (held === undefined || grows) await this.#put(segmentName(generation, start + size), bytes)
    else await this.#put(last.name, Buffer.concat([held, bytes]))
    if (flush) await this.#files.syncFolder(this.#place.folder)
  }

  /** Cuts off all that comes after so many bytes. */
  async truncate(size: number): Promise<void> {
    const pieces = await this.#settled()
    const kept = pieces.filter(({ start }, index) => index === 0 || start < size)
    for (const { name } of pieces.slice(kept.length).reverse()) await this.#remove(name)
    const last = kept.at(-1)
    const opened = last && (await this.#open(last))
    if (opened?.bytes && opened.start + opened.size > size)
      await this.#put(opened.name, opened.bytes.subarray(0, size - opened.start))
    await this.#files.syncFolder(this.#place.folder)
  }

  /** Puts other bytes in its place, all of them in one step; with `keep` a plain file of it stays. */
  async replace(bytes: Uint8Array, { keep = false } = {}): Promise<void> {
    await this.#makeFolder()
    const old = await this.#names()
    const generation = Math.max(0, ...segmentsIn(old).map((each) => each.generation)) + 1
    let end = bytes.length
    // The first piece comes last: only with it does the new writing count.
    for (const part of partsOf(Buffer.from(bytes), PIECE).reverse()) {
      end -= part.length
      await this.#put(segmentName(generation, end), part)
    }
    await this.#files.syncFolder(this.#place.folder)
    for (const name of old.filter(isPiece)) await this.#remove(name)
    if (!keep) await ifThere(this.#files.remove(this.#place.plain))
  }

  /** Returns what a plain file of the same bytes would be. */
  async stat(): Promise<Stat> {
    const pieces = await this.#pieces()
    const last = pieces.at(-1)
    if (!last) return this.#files.lstat(this.#place.plain)
    const stats = await this.#files.lstatMany(
      this.#place.folder,
      pieces.map(({ name }) => name),
    )
    const mode = stats.reduce((bits, stat) => bits | (stat?.mode ?? 0), 0)
    const stat = await this.#files.lstat(this.#path(last.name))
    return { ...stat, mode, size: last.start + this.#codec.sizeWithin(stat.size) }
  }

  async chmod(mode: number): Promise<void> {
    const pieces = await this.#pieces()
    for (const { name } of pieces) await this.#files.chmod(this.#path(name), mode)
    if (pieces.length === 0) await this.#files.chmod(this.#place.plain, mode)
  }

  /** Removes all of it; throws ENOENT where there is none. */
  async remove(): Promise<void> {
    const isThere = await this.isThere()
    await this.removePieces()
    const plain = this.#files.remove(this.#place.plain)
    await (isThere ? ifThere(plain) : plain)
  }

  /** Removes what of it is encrypted. Without its first piece a writing does not count, so that goes first; older ones before. */
  async removePieces(): Promise<void> {
    for (const name of (await this.#names()).toSorted()) await this.#remove(name)
    await ifThere(this.#files.removeFolder(this.#place.folder))
  }

  /** Takes the place of another, which is no longer wanted. */
  async moveTo(other: Segments): Promise<void> {
    await this.#settled()
    await ifThere(other.remove())
    await this.#files.rename(this.#place.folder, other.#place.folder)
  }

  /** Returns the pieces; what is still in plain is encrypted, and what a writer that died left is swept. Only the holder of the lock may call it. */
  async #settled(): Promise<Segment[]> {
    const names = await this.#names()
    const pieces = newestOf(segmentsIn(names))
    const known = new Set(pieces.map(({ name }) => name))
    for (const name of names.filter((each) => isPiece(each) && !known.has(each)))
      await this.#remove(name)
    if (pieces.length > 0) return pieces
    const plain = await ifThere(this.#files.read(this.#place.plain))
    if (plain === undefined) return []
    await this.replace(plain)
    return this.#pieces()
  }

  async #pieces(): Promise<Segment[]> {
    return newestOf(segmentsIn(await this.#names()))
  }

  async #names(): Promise<string[]> {
    return (await ifThere(this.#files.list(this.#place.folder))) ?? []
  }

  async #open(piece: Segment): Promise<Opened> {
    const sealed = await this.#files.read(this.#path(piece.name))
    const bytes = await this.#codec.open(sealed)
    return { ...piece, bytes, size: bytes?.length ?? this.#codec.sizeWithin(sealed.length) }
  }

  async #put(name: string, bytes: Uint8Array): Promise<void> {
    const temp = tempBeside(this.#path(name))
    const sealed = await this.#codec.seal(bytes)
    try {
      // Flushed in any case: an earlier change, which was, is in it too.
      await this.#files.create(temp, sealed, { flush: true })
      if ((await this.#files.lstat(temp)).size !== sealed.length) throw shortWrite()
      await this.#files.rename(temp, this.#path(name))
    } catch (error) {
      await this.#files.remove(temp).catch(() => undefined)
      throw error
    }
  }

  async #makeFolder(): Promise<void> {
    const { folder } = this.#place
    if ((await this.#files.makeFolder(folder)) !== undefined)
      await this.#files.syncFolder(dirname(folder))
  }

  /** A writer may put other pieces in place while these are read. */
  async #again<T>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await read()
      } catch (error) {
        const isGone = codeOf(error) === 'ENOENT' && (await this.isThere())
        if (!isGone || attempt >= ATTEMPTS) throw error
      }
    }
  }

  #remove(name: string): Promise<void> {
    return this.#files.remove(this.#path(name))
  }

  #path(name: string): string {
    return join(this.#place.folder, name)
  }
}

/** Returns whether it is a piece, or one that is or was being written. */
function isPiece(name: string): boolean {
  return TEMP.test(name) || segmentsIn([name]).length > 0
}

/** Returns the bytes of a piece up to where the next begins, with a line that says nothing in place of what is missing. */
function filled({ bytes, size, start }: Opened, next?: Segment): Buffer {
  const length = next ? next.start - start : size
  const held = (bytes ?? Buffer.alloc(0)).subarray(0, length)
  if (held.length === length) return held
  const missing = Buffer.alloc(length - held.length, '?')
  missing[missing.length - 1] = 10
  return Buffer.concat([held, missing])
}
