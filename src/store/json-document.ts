import { dirname } from 'node:path'
import { Refusal } from '../errors.ts'
import type { Checked } from '../model/fields.ts'
import { Damage, decodeText, hasMergeMarks, lineOfFault } from './damage.ts'
import type { Disk } from './disk.ts'
import type { Document } from './document.ts'
import { DurableWrite } from './durable-write.ts'
import { type Lock, withLock } from './lock.ts'
import { newer } from './month-text.ts'
import { readStored, type Stored } from './stored-file.ts'
import { naming } from './trouble.ts'

const ATTEMPTS = 5

/** What kind of document a file is. */
export interface Kind<T> {
  readonly path: string
  /** How people are told of it: `config.json`. */
  readonly label: string
  readonly absent: T
  /** The version this program writes; a document without versions has none. */
  readonly version?: number
  /** Whether the file may be a link to one kept elsewhere. */
  readonly mayLeave?: boolean
  /** Loads the check, which is not needed where no file is. */
  readonly loadCheck: () => Promise<(value: unknown) => Checked<T>>
}

/** A small JSON file, checked whenever it is read and written as durably as a month. */
export class JsonDocument<T> implements Document<T> {
  readonly #disk: Disk
  readonly #kind: Kind<T>

  constructor(disk: Disk, kind: Kind<T>) {
    this.#disk = disk
    this.#kind = kind
  }

  async read(): Promise<T> {
    return this.#valueOf(await this.#stored())
  }

  async change(edit: (current: T) => T): Promise<T> {
    return withLock(this.#disk, async (lock) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const stored = await this.#stored()
        const value = await this.#checked(edit(structuredClone(await this.#valueOf(stored))))
        if (await this.#save(lock, value, stored)) return value
      }
      throw new Refusal(
        `Another program keeps changing ${this.#kind.path}. Nothing changed; try again.`,
      )
    })
  }

  #stored(): Promise<Stored | undefined> {
    const { path, label, mayLeave = false } = this.#kind
    return readStored(this.#disk, path, { label, mayLeave })
  }

  async #valueOf(stored: Stored | undefined): Promise<T> {
    if (stored === undefined) return this.#kind.absent
    const text = decodeText(stored.bytes)
    if (text === undefined) throw this.#damage('is not UTF-8 text')
    const value = this.#parse(text)
    this.#refuseNewer(value)
    const result = (await this.#kind.loadCheck())(value)
    if (!result.ok) throw this.#damage(result.faults.map(({ says }) => says).join('; '))
    return result.value
  }

  /** Checks before writing, so that a value that could not be read again is never stored. */
  async #checked(value: T): Promise<T> {
    const result = (await this.#kind.loadCheck())(value)
    if (result.ok) return result.value
    throw new Refusal(`${result.faults.map(({ says }) => says).join('; ')}. Nothing changed.`)
  }

  /** Returns whether it was saved; if not, another program has changed the file meanwhile. */
  async #save(lock: Lock, value: T, stored: Stored | undefined): Promise<boolean> {
    const path = stored?.path ?? this.#kind.path
    const write = new DurableWrite(this.#disk)
    await naming(path, 'write', () => this.#disk.files.makeFolder(dirname(path)))
    try {
      const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
      await write.stage(path, bytes, stored?.bytes ?? null)
      if (!(await write.mayCommit(lock))) return false
      await write.commit()
      return true
    } finally {
      await write.discard()
    }
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch (error) {
      const says = hasMergeMarks(text) ? 'holds both sides of an unfinished merge' : 'is not JSON'
      throw this.#damage(text.trim() === '' ? 'is empty' : says, lineOfFault(text, error))
    }
  }

  #refuseNewer(value: unknown): void {
    const { label, version } = this.#kind
    const found = typeof value === 'object' && value !== null && 'version' in value && value.version
    if (version !== undefined && typeof found === 'number' && found > version)
      throw newer(label, found, version)
  }

  #damage(says: string, line?: number): Damage {
    const { path, label } = this.#kind
    return new Damage({ label, says, line, remedy: `Fix it, or move it away: ${path}` })
  }
}
