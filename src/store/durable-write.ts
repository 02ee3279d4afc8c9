import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { Refusal } from '../errors.ts'
import type { Disk } from './disk.ts'
import { codeOf, ifThere } from './files.ts'
import type { Lock } from './lock.ts'
import { tempBeside } from './sweep.ts'
import { naming, shortWrite, Unconfirmed } from './trouble.ts'

interface Staged {
  readonly target: string
  readonly temp: string
  /** What the target held when it was read, as its hash; `null` where there was no file, absent where it does not matter. */
  readonly seen?: string | null
}

/** One or several files that are replaced together: made beside their targets first, then renamed over them. */
export class DurableWrite {
  readonly #disk: Disk
  #staged: Staged[] = []
  #renamed = 0

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** Writes the bytes to a temporary file, on the disk and of full length; throws a Refusal naming the target. */
  async stage(target: string, bytes: Uint8Array, seen?: Buffer | null): Promise<void> {
    const { files, litter } = this.#disk
    const temp = tempBeside(target)
    litter.add(temp)
    this.#staged.push({ target, temp, ...(seen !== undefined && { seen: seen && hashOf(seen) }) })
    await naming(target, 'write', async () => {
      await files.create(temp, bytes, { flush: true })
      // Some file systems report a short write as a success; in such a file the rest would be lost.
      if ((await files.lstat(temp)).size !== bytes.length) throw shortWrite()
    })
  }

  /**
   * Returns whether every target still holds what it held when it was read: an editor or a sync tool knows no lock.
   * Throws a Refusal when the lock is no longer ours.
   */
  async mayCommit(lock: Lock): Promise<boolean> {
    const { home } = this.#disk
    if (!(await naming(home.lock, 'write', () => lock.isOurs())))
      throw new Refusal('Another afterword has taken the journal over. Nothing changed; try again.')
    for (const { target, seen } of this.#staged) {
      const isSame = () => this.#holds(target, seen)
      if (!(await naming(target, 'write', isSame))) return false
    }
    return true
  }

  /** Puts the new files in place; throws a Refusal when nothing changed, Unconfirmed when it did. */
  async commit(): Promise<void> {
    const [first, ...rest] = this.#staged
    if (!first) return
    await naming(first.target, 'write', () => this.#rename(first))
    try {
      for (const staged of rest) await this.#rename(staged)
      const folders = new Set([first, ...rest].map(({ target }) => dirname(target)))
      for (const folder of folders) await this.#disk.files.syncFolder(folder)
    } catch (error) {
      throw new Unconfirmed(
        `Saved, but the disk did not confirm it (${codeOf(error) ?? error}): ${first.target}. Do not type it again; check the disk.`,
      )
    }
  }

  /** Returns how many of the staged files are in place. */
  get progress(): 'none' | 'some' | 'all' {
    if (this.#renamed === 0) return 'none'
    return this.#staged.length === 0 ? 'all' : 'some'
  }

  /** Removes what was not put in place. */
  async discard(): Promise<void> {
    for (const { temp } of this.#staged) {
      await this.#disk.files.remove(temp).catch(() => undefined)
      this.#disk.litter.drop(temp)
    }
    this.#staged = []
  }

  async #rename(staged: Staged): Promise<void> {
    await this.#disk.files.rename(staged.temp, staged.target)
    this.#disk.litter.drop(staged.temp)
    this.#staged = this.#staged.filter((other) => other !== staged)
    this.#renamed++
  }

  async #holds(target: string, seen: string | null | undefined): Promise<boolean> {
    if (seen === undefined) return true
    const now = await ifThere(this.#disk.files.read(target))
    return seen === null ? now === undefined : now !== undefined && hashOf(now) === seen
  }
}

// Of a change to very many months the hashes are kept, and not the bytes.
function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64')
}
