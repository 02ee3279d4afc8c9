import { Refusal } from '../errors.ts'
import { type Counting, type Counts, countEntries } from '../model/counts.ts'
import { type Day, type DayRange, dayOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { hasSomethingOpen } from '../model/follow-up.ts'
import { planChanges, requireUntouched, reverse } from './edits.ts'
import type { Change, Edit, Journal, Undone } from './journal.ts'
import { inOrder } from './order.ts'
import { isDueIn, recordedLast } from './selection.ts'

/** A journal that lasts as long as its process, with the same contract as the one on disk. */
export class MemoryJournal implements Journal {
  readonly #entries = new Map<string, Entry>()
  #last: Omit<Undone, 'count'> | undefined

  constructor(entries: readonly Entry[] = []) {
    this.#apply(
      planChanges(
        entries.map((add) => ({ add })),
        this.#lookUp,
      ),
    )
  }

  async read(range: DayRange = {}): Promise<Entry[]> {
    return this.#pick(({ at }) => within(dayOf(at), range))
  }

  async *parts(range: DayRange = {}): AsyncGenerator<readonly Entry[]> {
    yield await this.read(range)
  }

  async counts(counting: Counting, range: DayRange = {}): Promise<Counts> {
    return countEntries(await this.read(range), counting)
  }

  async open(): Promise<Entry[]> {
    return this.#pick(hasSomethingOpen)
  }

  async due(range: DayRange): Promise<Entry[]> {
    return this.#pick((entry) => isDueIn(entry, range))
  }

  async firstDay(): Promise<Day | undefined> {
    return this.#pick(() => true)
      .map(({ at }) => dayOf(at))
      .sort()[0]
  }

  async newest(count: number): Promise<Entry[]> {
    const entries = this.#pick(() => true)
    return entries.slice(Math.max(0, entries.length - Math.max(0, count)))
  }

  async lastRecorded(): Promise<Entry | undefined> {
    return recordedLast(this.#pick(() => true))
  }

  async change(word: string, edits: readonly Edit[]): Promise<readonly Change[]> {
    const changes = planChanges(edits, this.#lookUp)
    if (changes.length > 0) this.#record(word, changes)
    return structuredClone(changes)
  }

  async addAll(word: string, entries: AsyncIterable<Entry>): Promise<number> {
    const added = new Map<string, Entry>()
    for await (const entry of entries) if (!added.has(entry.id)) added.set(entry.id, entry)
    const changes = [...added.values()]
      .filter(({ id }) => !this.#entries.has(id))
      .map((after) => ({ after }))
    if (changes.length > 0) this.#record(word, changes)
    return changes.length
  }

  async undo(): Promise<Undone> {
    if (this.#last === undefined) throw new Refusal('Nothing to undo: no change is on record.')
    const { word } = this.#last
    requireUntouched(word, this.#last.changes, this.#lookUp)
    const changes = reverse(this.#last.changes)
    this.#record('undo', changes)
    return structuredClone({ word, count: changes.length, changes })
  }

  hasChanged(): boolean {
    return this.#last !== undefined
  }

  notices(): readonly string[] {
    return []
  }

  readonly #lookUp = (id: string): Entry | undefined => this.#entries.get(id)

  #record(word: string, changes: readonly Change[]): void {
    this.#apply(changes)
    this.#last = { word, changes }
  }

  #apply(changes: readonly Change[]): void {
    for (const { before, after } of changes) {
      if (after) this.#entries.set(after.id, structuredClone(after))
      else if (before) this.#entries.delete(before.id)
    }
  }

  #pick(wanted: (entry: Entry) => boolean): Entry[] {
    return structuredClone(inOrder([...this.#entries.values()].filter(wanted)))
  }
}
