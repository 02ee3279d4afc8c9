import { basename, dirname, join, sep } from 'node:path'
import type { Home } from '../home.ts'
import { TEMP } from '../sweep.ts'

export const AGE = '.age'

/** Which files of ours are encrypted, and what they are called then. */
export class Places {
  readonly #home: Home
  readonly #roots: readonly string[]
  readonly #never: ReadonlySet<string>

  constructor(home: Home) {
    const { configFolder, data, state, journal, drafts, aside, team } = home
    this.#home = home
    this.#roots = [configFolder, data, state].map((root) => root + sep)
    const folders = [configFolder, data, state, journal, drafts, aside, team]
    this.#never = new Set([...folders, home.encryption, home.identity])
  }

  /** Returns whether the file is one of those that are encrypted. */
  isSealed(path: string): boolean {
    if (this.#never.has(path) || this.isLock(path)) return false
    return this.#roots.some((root) => path.startsWith(root))
  }

  /** Returns whether the file is the lock, or a ticket for it: it holds nothing of anybody. */
  isLock(path: string): boolean {
    return path === this.#home.lock || path.startsWith(`${this.#home.lock}.`)
  }

  /** Returns where an encrypted file lies; a file that is being written keeps its name. */
  sealedPath(path: string): string {
    return TEMP.test(basename(path)) ? path : path + AGE
  }

  /** Returns a folder's names as the store knows them. */
  names(folder: string, onDisk: readonly string[]): string[] {
    return [...new Set(onDisk.map((name) => this.#name(folder, name)))]
  }

  /** Returns the folder that an encrypted history lies in, piece by piece. */
  folderOf(history: string): string {
    return join(dirname(history), basename(history, '.jsonl'))
  }

  #name(folder: string, name: string): string {
    const { history, olderHistory, identity } = this.#home
    const path = join(folder, name)
    for (const each of [history, olderHistory])
      if (path === this.folderOf(each)) return basename(each)
    return name.endsWith(AGE) && path !== identity ? name.slice(0, -AGE.length) : name
  }
}
