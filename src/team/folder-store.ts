import { Refusal } from '../errors.ts'
import type { Pack } from '../handover/pack.ts'
import { formatPack } from '../handover/pack-file.ts'
import { reopenPack } from '../handover/read-pack.ts'
import { admit, lineOf, outcomeOf } from './admission.ts'
import { type Folder, fileName, type PackFile, readFileName } from './folder.ts'
import type { CoachMemory, Keep } from './memory.ts'
import { type RowStore, type Tombstone, viewOfRows } from './row-view.ts'
import { type Rows, rowsOf, weekRows } from './rows.ts'
import type { Added, PackLine, TeamStore, TeamView } from './store.ts'

/** A pack as the folder holds it, without its contacts: those of a whole team need not be in memory at once. */
interface Held {
  readonly file: PackFile
  readonly pack: Omit<Pack, 'entries'>
  readonly line: PackLine
}

/** The packs of a team as files in one folder: for as many reps as one machine can read at once. */
export class FolderStore implements TeamStore {
  readonly #folder: Folder
  readonly #memory: Keep<CoachMemory>
  /** What was read for adding, by name: a thousand packs to add must not each read all that are there. */
  readonly #read = new Map<string, Held>()

  constructor(folder: Folder, memory: Keep<CoachMemory>) {
    this.#folder = folder
    this.#memory = memory
  }

  /** The memory lies in the folder itself. */
  async identity(): Promise<string> {
    return 'folder'
  }

  async add(packs: readonly Pack[]): Promise<readonly Added[]> {
    const added: Added[] = []
    for (const pack of packs) {
      const held = await this.#held(this.#read)
      const known = held.map((each) => each.pack)
      admit(pack, known)
      const outcome = outcomeOf(pack, known)
      if (outcome === 'added' || outcome === 'replaced') await this.#putIn(pack, held)
      added.push({ pack: lineOf(pack), outcome })
    }
    return added
  }

  async list(): Promise<readonly PackLine[]> {
    return (await this.#held()).map(({ line }) => line)
  }

  async read(exportId: string): Promise<Pack | undefined> {
    const found = await this.#find(exportId)
    return found && this.#open(found)
  }

  async withdraw(exportId: string): Promise<PackLine | undefined> {
    const found = await this.#find(exportId)
    if (!found) return undefined
    const held = heldAs(found, await this.#open(found))
    await this.#takeOut([held])
    return held.line
  }

  async newestWeek(): Promise<string | undefined> {
    const held = await this.#held()
    const weeks = held.flatMap(({ pack }) => pack.counts.filter(({ entries }) => entries > 0))
    return weeks
      .map(({ week }) => week)
      .toSorted()
      .at(-1)
  }

  async look<T>(work: (view: TeamView) => Promise<T>): Promise<T> {
    const { clock, gone } = await this.#memory.read()
    const store: RowStore = { rows: await this.#rows(), tombstones: gone, now: clock }
    return work(viewOfRows(store))
  }

  async close(): Promise<void> {}

  async #putIn(pack: Pack, held: readonly Held[]): Promise<void> {
    const last = held.reduce((most, { file }) => Math.max(most, file.arrived), 0)
    const { clock } = await this.#memory.change((memory) => ({
      ...memory,
      clock: Math.max(memory.clock, last) + 1,
    }))
    const name = fileName(pack, clock)
    await this.#folder.write(name, formatPack(pack))
    await this.#takeOut(held.filter((each) => isSamePlace(each.pack, pack)))
  }

  /** Remembers what went before it goes: cut off half-way, the next try finds the pack and goes on. */
  async #takeOut(held: readonly Held[]): Promise<void> {
    if (held.length === 0) return
    await this.#memory.change((memory) => {
      const clock = memory.clock + 1
      const gone = held.flatMap((each) => tombstonesOf(each, clock))
      return { ...memory, clock, gone: [...memory.gone, ...gone] }
    })
    for (const { file } of held) await this.#folder.remove(file.name)
  }

  async #files(): Promise<PackFile[]> {
    const names = await this.#folder.names()
    return names
      .flatMap((name) => readFileName(name) ?? [])
      .toSorted((a, b) => a.arrived - b.arrived)
  }

  async #find(exportId: string): Promise<PackFile | undefined> {
    const found = (await this.#files()).filter((file) => file.exportId.startsWith(exportId))
    if (found.length < 2) return found[0]
    const ids = found.map((file) => file.exportId).join(', ')
    throw new Refusal(`${exportId} fits ${found.length} packs: ${ids}. Type more of it.`)
  }

  async #held(read = new Map<string, Held>()): Promise<Held[]> {
    const held: Held[] = []
    for (const file of await this.#files()) {
      const known = read.get(file.name) ?? heldAs(file, await this.#open(file))
      read.set(file.name, known)
      held.push(known)
    }
    return held
  }

  async #rows(): Promise<Rows> {
    const rows: Rows[] = []
    for (const file of await this.#files()) rows.push(rowsOf(await this.#open(file), file.arrived))
    return {
      weeks: rows.flatMap(({ weeks }) => weeks),
      contacts: rows.flatMap(({ contacts }) => contacts),
      texts: rows.flatMap(({ texts }) => texts),
    }
  }

  async #open({ name }: PackFile): Promise<Pack> {
    return reopenPack(await this.#folder.read(name), `team/${name}`)
  }
}

function heldAs(file: PackFile, pack: Pack): Held {
  const { entries: _, ...head } = pack
  return { file, pack: head, line: lineOf(pack) }
}

type Place = Pick<Pack, 'rep' | 'period'>

function isSamePlace(held: Place, pack: Place): boolean {
  return held.rep === pack.rep && held.period.name === pack.period.name
}

function tombstonesOf({ file, pack }: Held, gone: number): Tombstone[] {
  return weekRows(pack, file.arrived).map(({ pack, rep, week, made, arrived, entries }) => ({
    ...{ pack, rep, week, made, arrived, entries },
    gone,
  }))
}
