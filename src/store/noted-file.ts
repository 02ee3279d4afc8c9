import { type Disk, ensureFolder } from './disk.ts'
import { erasedOn } from './erased.ts'
import { replaceLightly } from './light-write.ts'
import { sweepTempsOf } from './sweep.ts'

/** Fewer bytes of months are read faster than what was noted of them. */
export const WORTH_NOTING = 200_000

interface Stored<Months> {
  readonly version: string
  /** What the list of who was forgotten was: of their entries nothing is noted. */
  readonly erased: string
  readonly months: Months
}

/** A file in the state folder that keeps what was noted of months. It only saves time: the months say the same. */
export class NotedFile<Months> {
  readonly #disk: Disk
  readonly #path: string
  readonly #version: string

  constructor(disk: Disk, path: string, version: string) {
    this.#disk = disk
    this.#path = path
    this.#version = version
  }

  /** Returns what is on disk; nothing where nothing is, or anything is amiss. */
  async load(): Promise<Months | undefined> {
    try {
      const bytes = await this.#disk.files.read(this.#path)
      const end = bytes.indexOf('\n')
      const body = bytes.subarray(end + 1)
      if (bytes.toString('latin1', 0, end) !== checkOf(body)) return undefined
      const { version, erased, months }: Stored<Months> = JSON.parse(body.toString('utf8'))
      const isOfNow = version === this.#version && erased === (await this.#erased())
      return isOfNow ? months : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps it for the next command, where that is possible; not even a full disk is worth a word. */
  async save(months: Months): Promise<void> {
    const { files, home } = this.#disk
    try {
      const erased = await this.#erased()
      if (erased === undefined) return
      await ensureFolder(this.#disk, home.state)
      const stored: Stored<Months> = { version: this.#version, erased, months }
      const body = Buffer.from(JSON.stringify(stored))
      const bytes = Buffer.concat([Buffer.from(`${checkOf(body)}\n`), body])
      await replaceLightly(this.#disk, this.#path, bytes)
      // It is written without the lock, so nobody else finds what the dead have left of it.
      await sweepTempsOf(files, this.#path)
    } catch {
      // The next command finds out anew.
    }
  }

  async #erased(): Promise<string | undefined> {
    return (await erasedOn(this.#disk)).stamp
  }
}

/** Returns an FNV-1a hash, four bytes at a time: a file half written, or half lost in a power cut, must not be believed. */
function checkOf(body: Buffer): string {
  const whole = body.length & ~3
  const words = new Int32Array(Uint8Array.prototype.slice.call(body, 0, whole).buffer)
  let hash = 0x811c9dc5 ^ body.length
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x01000193)
    // Multiplying brings nothing from the upper bits to the lower ones.
    hash ^= hash >>> 15
  }
  for (const byte of body.subarray(whole)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16)
}
