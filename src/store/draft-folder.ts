import { join } from 'node:path'
import { type Disk, ensureFolder } from './disk.ts'
import type { Draft, Drafts } from './drafts.ts'
import { DurableWrite } from './durable-write.ts'
import { ifThere } from './files.ts'
import { fateOf, type Identity, identityOf } from './machine.ts'
import { readStored } from './stored-file.ts'
import { naming } from './trouble.ts'

interface StoredDraft extends Draft {
  readonly by: Identity
}

/** The drafts in the state folder: one file each, with the identity of the process that wrote it. */
export class DraftFolder implements Drafts {
  readonly #disk: Disk

  constructor(disk: Disk) {
    this.#disk = disk
  }

  async save(draft: Draft): Promise<string> {
    const path = this.#pathOf(draft.id)
    const stored: StoredDraft = { ...draft, by: identityOf(this.#disk.machine) }
    const write = new DurableWrite(this.#disk)
    await naming(path, 'write', () => ensureFolder(this.#disk, this.#disk.home.drafts))
    try {
      await write.stage(path, Buffer.from(`${JSON.stringify(stored)}\n`))
      await write.commit()
    } finally {
      await write.discard()
    }
    return path
  }

  async abandoned(): Promise<Draft[]> {
    const { drafts } = this.#disk.home
    const names = await naming(drafts, 'read', () => ifThere(this.#disk.files.list(drafts)))
    const found = await Promise.all(
      (names ?? []).filter(isDraftName).map((name) => this.#read(name)),
    )
    return found
      .flatMap((draft) => (draft && this.#isAbandoned(draft) ? withoutAuthor(draft) : []))
      .sort((one, other) => Date.parse(other.savedAt) - Date.parse(one.savedAt))
  }

  async remove(id: string): Promise<void> {
    const path = this.#pathOf(id)
    await naming(path, 'write', () => ifThere(this.#disk.files.remove(path)))
  }

  #pathOf(id: string): string {
    if (!/^[0-9a-z]+$/.test(id)) throw new Error(`${JSON.stringify(id)} cannot name a draft`)
    return join(this.#disk.home.drafts, `${id}.json`)
  }

  /** A draft that cannot be read is passed over and kept: somebody may still want its text. */
  async #read(name: string): Promise<StoredDraft | undefined> {
    try {
      const path = join(this.#disk.home.drafts, name)
      const stored = await readStored(this.#disk, path, { label: `drafts/${name}` })
      const value: unknown = stored && JSON.parse(stored.bytes.toString('utf8'))
      return isDraft(value) ? value : undefined
    } catch {
      return undefined
    }
  }

  /** Only a process that still runs, on this very machine, can still save its own draft. */
  #isAbandoned({ by }: StoredDraft): boolean {
    return by.host !== this.#disk.machine.host || fateOf(this.#disk.machine, by) === 'ended'
  }
}

function isDraftName(name: string): boolean {
  return /^[0-9a-z]+\.json$/.test(name)
}

function isDraft(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false
  const { id, savedAt, answers, by } = value as Partial<StoredDraft>
  return (
    typeof id === 'string' &&
    typeof savedAt === 'string' &&
    typeof by?.pid === 'number' &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.values(answers).every(isAnswer)
  )
}

function isAnswer(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.every((each) => typeof each === 'string')
  return typeof answer === 'string' || typeof answer === 'boolean'
}

function withoutAuthor({ id, savedAt, answers }: StoredDraft): Draft {
  return { id, savedAt, answers }
}
