import { basename } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Files } from '../files.ts'
import type { Home } from '../home.ts'
import { realFiles } from '../real-files.ts'

/** A file system that is encrypted where the journal is, and what there is to say about that. */
export interface GatedFiles extends Files {
  notices(): readonly string[]
}

/** The way to the files, as it was when it was last looked for. */
export interface Passage {
  readonly files: Files
  readonly notices: readonly string[]
}

type Call = Exclude<keyof Files, 'removeNow'>

/**
 * Returns the file system of a home. Whether it is encrypted is looked up before each call: another process may
 * encrypt it, or take that back, while this one asks a question. Only an encrypted one loads what that takes.
 */
export function filesAt(
  home: Home,
  passphrase: () => Promise<string>,
  base: Files = realFiles,
): GatedFiles {
  const gate = new Gate(home, passphrase, base)
  const calls = (Object.keys(base) as (keyof Files)[]).filter((name) => name !== 'removeNow')
  const through = (call: keyof Files) => {
    return async (...args: unknown[]) => {
      const files = await gate.pass(String(args[0]))
      return (files[call as Call] as (...all: unknown[]) => Promise<unknown>)(...args)
    }
  }
  return {
    ...base,
    ...Object.fromEntries(calls.map((call) => [call, through(call)])),
    notices: () => gate.notices,
  }
}

class Gate {
  readonly #home: Home
  readonly #passphrase: () => Promise<string>
  readonly #base: Files
  #stamp: string | undefined
  #passage: Promise<Passage> | undefined
  notices: readonly string[] = []

  constructor(home: Home, passphrase: () => Promise<string>, base: Files) {
    this.#home = home
    this.#passphrase = passphrase
    this.#base = base
  }

  async pass(path: string): Promise<Files> {
    // A process must be able to let go of its lock, whatever has happened.
    if (this.#passage && isLock(this.#home, path)) return this.#base
    const stamp = await this.#look()
    if (this.#passage && stamp !== this.#stamp) this.#turn(stamp)
    this.#stamp = stamp
    this.#passage ??= this.#open(stamp)
    const { files, notices } = await this.#passage
    this.notices = notices
    return files
  }

  /** What was begun in one way cannot be ended in the other. */
  #turn(stamp: string | undefined): void {
    this.#passage = undefined
    if (stamp !== undefined && this.#stamp !== undefined) return
    const was = stamp === undefined ? 'decrypted' : 'encrypted'
    throw new Refusal(`The journal has just been ${was} elsewhere. Nothing changed; try again.`)
  }

  async #look(): Promise<string | undefined> {
    const { configFolder, encryption } = this.#home
    const [stat] = await this.#base
      .lstatMany(configFolder, [basename(encryption)])
      .catch(() => [undefined])
    return stat && [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino].join(' ')
  }

  async #open(stamp: string | undefined): Promise<Passage> {
    if (stamp !== undefined) {
      const { openSealed } = await import('./open-sealed.ts')
      return openSealed(this.#base, this.#home, this.#passphrase)
    }
    await refuseWithoutMarker(this.#base, this.#home)
    return { files: this.#base, notices: [] }
  }
}

function isLock({ lock }: Home, path: string): boolean {
  return path === lock || path.startsWith(`${lock}.`)
}

/** Months that cannot be read must not look like an empty journal. */
async function refuseWithoutMarker(files: Files, { journal, encryption, identity }: Home) {
  const names = await files.list(journal).catch(() => [])
  const sealed = names.find((name) => /^\d{4}-\d\d\.json\.age$/.test(name))
  if (sealed === undefined) return
  throw new Refusal(
    `The journal is encrypted (journal/${sealed}), and what opens it is not here. Put ${identity} and ${encryption} back from a backup, or run: afterword encrypt --identity FILE. Nothing changed.`,
  )
}
