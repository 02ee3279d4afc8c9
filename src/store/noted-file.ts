import { type Disk, ensureFolder } from './disk.ts'
import { erasedOn } from './erased.ts'
import { tempBeside } from './sweep.ts'

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
      const text = (await this.#disk.files.read(this.#path)).toString('utf8')
      const end = text.indexOf('\n')
      if (text.slice(0, end) !== checkOf(text.slice(end + 1))) return undefined
      const { version, erased, months }: Stored<Months> = JSON.parse(text.slice(end + 1))
      const isOfNow = version === this.#version && erased === (await this.#erased())
      return isOfNow ? months : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps it for the next command, where that is possible; not even a full disk is worth a word. */
  async save(months: Months): Promise<void> {
    const { files, home, litter } = this.#disk
    const temp = tempBeside(this.#path)
    litter.add(temp)
    try {
      const erased = await this.#erased()
      if (erased === undefined) return
      await ensureFolder(this.#disk, home.state)
      const stored: Stored<Months> = { version: this.#version, erased, months }
      const text = JSON.stringify(stored)
      await files.create(temp, Buffer.from(`${checkOf(text)}\n${text}`), { flush: false })
      await files.rename(temp, this.#path)
    } catch {
      await files.remove(temp).catch(() => undefined)
    } finally {
      litter.drop(temp)
    }
  }

  async #erased(): Promise<string | undefined> {
    return (await erasedOn(this.#disk)).stamp
  }
}

/** Returns the text's FNV-1a hash: a file half written, or half lost in a power cut, must not be believed. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16)
}
