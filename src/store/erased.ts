import { createHmac, randomBytes } from 'node:crypto'
import { instantOf, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { Damage } from './damage.ts'
import type { Disk } from './disk.ts'
import { ifThere } from './files.ts'
import { stampOf } from './stamp.ts'
import { readStored } from './stored-file.ts'
import { naming } from './trouble.ts'

const LABEL = 'state/erased.json'

/** What is kept of customers who were forgotten: nothing that can be read back, only what tells them again. */
export interface ErasedList {
  readonly version: 1
  readonly key: string
  /** A keyed hash of each name, and when it was forgotten: what was written down before that is gone. */
  readonly names: readonly { readonly hash: string; readonly at: Timestamp }[]
  /** A keyed hash of each entry's id. */
  readonly entries: readonly string[]
}

/** Who was forgotten. */
export class Erased {
  readonly #list: ErasedList | undefined
  readonly #names: ReadonlyMap<string, number>
  readonly #entries: ReadonlySet<string>
  /** What tells this list from any other; empty where there is none, nothing where its file does not tell. */
  readonly stamp: string | undefined
  readonly #known = new Map<string, number | undefined>()

  constructor(list?: ErasedList, stamp?: string) {
    this.#list = list
    this.stamp = list === undefined ? '' : stamp
    this.#names = new Map(list?.names.map(({ hash, at }) => [hash, instantOf(at)]))
    this.#entries = new Set(list?.entries)
  }

  /** Whether nobody was forgotten. */
  get isEmpty(): boolean {
    return this.#list === undefined
  }

  /** Returns whether the entry is of a customer who was forgotten, and from before that. */
  has({ customer, recordedAt, id }: Entry): boolean {
    if (this.#list === undefined) return false
    const at = this.#since(customer)
    if (at === undefined) return false
    return instantOf(recordedAt) < at || this.#entries.has(hashOf(this.#list.key, 'entry', id))
  }

  /** Returns whether a customer of this name was forgotten. */
  knows(customer: string): boolean {
    return this.#list !== undefined && this.#since(customer) !== undefined
  }

  /** Returns the list with one more customer and their entries on it. */
  with(customer: string, at: Timestamp, ids: readonly string[]): ErasedList {
    const { key, names, entries } = this.#list ?? emptyList()
    const hash = hashOf(key, 'name', foldName(customer))
    const others = names.filter((name) => name.hash !== hash)
    const hashes = ids.map((id) => hashOf(key, 'entry', id))
    return {
      version: 1,
      key,
      names: [...others, { hash, at }],
      entries: [...new Set([...entries, ...hashes])],
    }
  }

  #since(customer: string): number | undefined {
    if (!this.#known.has(customer)) {
      const hash = hashOf(this.#list?.key ?? '', 'name', foldName(customer))
      this.#known.set(customer, this.#names.get(hash))
    }
    return this.#known.get(customer)
  }
}

const lists = new WeakMap<Disk, Promise<Erased>>()

/** Returns who was forgotten, as it was when this disk was first asked. */
export function erasedOn(disk: Disk): Promise<Erased> {
  const known = lists.get(disk)
  return known ?? freshErased(disk)
}

/** Returns who was forgotten, read anew: another process may have forgotten somebody since. */
export function freshErased(disk: Disk): Promise<Erased> {
  const list = readList(disk)
  lists.set(disk, list)
  return list
}

/** Returns a name as it is compared: composed, trimmed, in lower case. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

function emptyList(): ErasedList {
  return { version: 1, key: randomBytes(32).toString('hex'), names: [], entries: [] }
}

function hashOf(key: string, kind: 'name' | 'entry', text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`${kind}\n${text}`).digest('hex')
}

async function readList(disk: Disk): Promise<Erased> {
  // Looked at first: a list that is written anew meanwhile has another stamp then than what was read.
  const stat = await naming(disk.home.erased, 'read', () =>
    ifThere(disk.files.lstat(disk.home.erased)),
  )
  const stored = stat && (await readStored(disk, disk.home.erased, { label: LABEL }))
  if (stored === undefined) return new Erased()
  try {
    const list: unknown = JSON.parse(stored.bytes.toString('utf8'))
    if (isList(list)) return new Erased(list, stat && stampOf(stat))
  } catch {
    // Told below, like a list of another shape.
  }
  const says = 'is not the list of who was forgotten'
  const remedy = `Put it back from a backup, or move it away and forget them again: ${disk.home.erased}`
  throw new Damage({ label: LABEL, says, remedy })
}

function isList(value: unknown): value is ErasedList {
  if (typeof value !== 'object' || value === null) return false
  const { version, key, names, entries } = value as Partial<ErasedList>
  const isHash = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
  return (
    version === 1 &&
    isHash(key) &&
    Array.isArray(names) &&
    names.every(({ hash, at }) => isHash(hash) && !Number.isNaN(Date.parse(at))) &&
    Array.isArray(entries) &&
    entries.every(isHash)
  )
}
