import { addCounts, type Counting, type Counts, countEntries } from '../model/counts.ts'
import {
  addDays,
  type Day,
  type DayRange,
  dayOf,
  instantOf,
  monthOf,
  within,
} from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { countNoted } from './counted-lines.ts'
import { EDGE_MS } from './days-slice.ts'
import type { Disk } from './disk.ts'
import { erasedOn } from './erased.ts'
import type { HistoryLine } from './history-line.ts'
import {
  amongLast,
  fallsDue,
  inRange,
  isOpen,
  pickFrom,
  type Question,
  recordedSince,
} from './index-question.ts'
import { type Noted, Shelf } from './index-shelf.ts'
import type { Change, Edit, Hint, Journal, Undone } from './journal.ts'
import { listMonths, withLines } from './month-folder.ts'
import { linesToAdd } from './open-lines.ts'
import { mergeInOrder } from './order.ts'
import { recordedLast } from './selection.ts'

/** More files at once are read no faster, for Node reads no more at a time, and all of them may not fit into memory. */
const AT_ONCE = 4

/** What a question found in a month; with the stamp of its file, where that file is all there is of the month. */
interface Answer {
  readonly entries: readonly Entry[]
  readonly stamp?: string | undefined
}

/** The journal on disk: one file a month, of which a question reads only those it needs. */
export class FileJournal implements Journal {
  readonly #disk: Disk
  readonly #shelf: Shelf
  readonly #notices = new Set<string>()
  #hasChanged = false
  #toAdd: readonly HistoryLine[] = []
  /** The months as they were when they were looked for in this turn of the event loop. */
  #listed: Promise<readonly string[]> | undefined

  constructor(disk: Disk, shelf = new Shelf(disk)) {
    this.#disk = disk
    this.#shelf = shelf
  }

  async read(range: DayRange = {}, hint?: Hint): Promise<Entry[]> {
    return mergeInOrder(await this.#ask(await this.#monthsOf(range), inRange(range, hint)))
  }

  async *parts(range: DayRange = {}): AsyncGenerator<readonly Entry[]> {
    const months = await this.#monthsOf(range)
    let kept: readonly Entry[] = []
    for (const [index, month] of months.entries()) {
      const [entries = []] = await this.#ask([month], inRange({}))
      const merged = mergeInOrder([kept, entries])
      const edge = beginningOf(months[index + 1])
      const settled = merged.filter(({ at }) => instantOf(at) < edge)
      yield settled.filter(({ at }) => within(dayOf(at), range))
      kept = merged.slice(settled.length)
    }
  }

  async counts(counting: Counting, range: DayRange = {}): Promise<Counts> {
    const months = await this.#months()
    const kept = this.#shelf.countsOf(counting)
    const asked = months.filter((month) => isTouched(month, range))
    const whole = asked.filter((month) => this.#isSettled(month) && isInside(month, range))
    const known = await kept.known(await this.#shelf.stampsOf(whole))
    const unknown = asked.filter((month) => !known.has(month))
    const noted = await this.#shelf.noted(unknown)
    const others: Counts[] = []
    // One at a time: a journal that was never counted may not fit into memory.
    for (const month of unknown) {
      const { counts, stamp } = await this.#countMonth(month, noted.get(month), counting, range)
      if (stamp !== undefined && isInside(month, range)) kept.learn(month, stamp, counts)
      others.push(counts)
    }
    await kept.keep(months)
    await this.#shelf.keep(months)
    return addCounts([kept.sum(known), ...others])
  }

  async open(): Promise<Entry[]> {
    return this.#askAll(isOpen)
  }

  async due(range: DayRange): Promise<Entry[]> {
    return this.#askAll(fallsDue(range))
  }

  async lastRecorded(): Promise<Entry | undefined> {
    const months = await this.#months()
    const noted = await this.#shelf.noted(months)
    const latest = Math.max(...[...noted.values()].map(({ note }) => note.recorded?.[0] ?? 0))
    return recordedLast(await this.#askAll(recordedSince(latest)))
  }

  async firstDay(): Promise<Day | undefined> {
    const months = await this.#months()
    const noted = await this.#shelf.noted(months.slice(0, 1))
    for (const month of months) {
      const note = this.#isSettled(month) ? noted.get(month)?.note : undefined
      if (note?.firstDay) return note.firstDay
      const [entries = []] = await this.#ask([month], inRange({}))
      const days = entries.map(({ at }) => dayOf(at))
      if (days.length > 0) return days.reduce((first, day) => (day < first ? day : first))
    }
    return undefined
  }

  async newest(count: number): Promise<Entry[]> {
    const months = await this.#months()
    const question = amongLast(count)
    let chosen: Entry[] = []
    for (let index = months.length - 1; index >= 0; index--) {
      if (reachesBack(chosen, count, months[index + 1])) break
      const [entries = []] = await this.#ask(months.slice(index, index + 1), question)
      chosen = lastOf(mergeInOrder([entries, chosen]), count)
    }
    return chosen
  }

  async change(word: string, edits: readonly Edit[]): Promise<readonly Change[]> {
    this.#changes()
    const { changeEntries } = await import('./changing.ts')
    return changeEntries(this.#disk, word, edits, (months) => this.#shelf.wrote(months))
  }

  async addAll(word: string, entries: AsyncIterable<Entry>): Promise<number> {
    this.#changes()
    const { addEntries } = await import('./adding.ts')
    return addEntries(this.#disk, word, entries, () => this.parts())
  }

  async undo(): Promise<Undone> {
    this.#changes()
    const { undoLast } = await import('./undoing.ts')
    return undoLast(this.#disk)
  }

  #changes(): void {
    this.#hasChanged = true
    this.#forgetList()
  }

  hasChanged(): boolean {
    return this.#hasChanged
  }

  notices(): readonly string[] {
    return [...this.#notices]
  }

  async #askAll(question: Question): Promise<Entry[]> {
    const months = await this.#months()
    const found = mergeInOrder(await this.#ask(months, question))
    await this.#shelf.keep(months)
    return found
  }

  async #countMonth(
    month: string,
    noted: Noted | undefined,
    counting: Counting,
    range: DayRange,
  ): Promise<{ counts: Counts; stamp?: string | undefined }> {
    const whose = { range, erased: await erasedOn(this.#disk) }
    const counts = noted && this.#isSettled(month) && (await countNoted(noted, counting, whose))
    if (counts) return { counts, stamp: noted.note.stamp }
    const { entries, stamp } = await this.#askMonth(month, undefined, inRange(range))
    return { counts: countEntries(entries, counting), stamp }
  }

  /** Returns what is meant, a list a month. */
  async #ask(months: readonly string[], question: Question): Promise<(readonly Entry[])[]> {
    const noted = await this.#shelf.noted(months)
    const found: Answer[] = []
    for (let first = 0; first < months.length; first += AT_ONCE) {
      const some = months.slice(first, first + AT_ONCE)
      const asked = some.map((month) => this.#askMonth(month, noted.get(month), question))
      found.push(...(await inTurn(asked)))
    }
    return found.map(({ entries }) => entries)
  }

  async #askMonth(month: string, noted: Noted | undefined, question: Question): Promise<Answer> {
    const isSettled = this.#isSettled(month)
    const picked = noted && isSettled ? await pickFrom(noted, question) : undefined
    if (noted === undefined || picked === undefined) {
      const { entries, stamp } = await this.#wholeMonth(month)
      return { entries: entries.filter(question.isMeant), stamp: isSettled ? stamp : undefined }
    }
    const erased = await erasedOn(this.#disk)
    const entries = picked.filter((entry) => question.isMeant(entry) && !erased.has(entry))
    return { entries, stamp: noted.note.stamp }
  }

  async #wholeMonth(month: string): Promise<Answer> {
    const written = await this.#shelf.written(month)
    if (written) return { entries: await withLines({ month, entries: written }, this.#toAdd) }
    const { database, stamp } = await this.#shelf.whole(month)
    const { data, adapter } = database
    if (adapter.isEditedByHand)
      this.#notices.add(
        `${adapter.label} was edited outside afterword; it is valid and taken as it is.`,
      )
    return { entries: await withLines(data, this.#toAdd), stamp }
  }

  /** Returns whether the month's file holds all there is of it. */
  #isSettled(month: string): boolean {
    return this.#toAdd.every((line) => line.month !== month)
  }

  async #monthsOf(range: DayRange): Promise<readonly string[]> {
    const months = await this.#months()
    return months.filter((month) => isTouched(month, range))
  }

  /** A report asks a dozen questions, and what the folder holds does not change meanwhile. */
  #months(): Promise<readonly string[]> {
    if (this.#listed) return this.#listed
    this.#listed = this.#list()
    setImmediate(() => this.#forgetList())
    return this.#listed
  }

  #forgetList(): void {
    this.#listed = undefined
  }

  async #list(): Promise<readonly string[]> {
    const { months, copies } = await listMonths(this.#disk)
    this.#toAdd = await linesToAdd(this.#disk)
    for (const name of copies)
      this.#notices.add(
        `journal/${name} is not a month but perhaps a copy of one: it is not read. Unite it with: afterword doctor --repair`,
      )
    return [...new Set([...months, ...this.#toAdd.map(({ month }) => month)])].sort()
  }
}

/** Returns whether days of the month lie in the range. */
function isTouched(month: string, { from = '', to = '9999-12-31' }: DayRange): boolean {
  return month >= monthOf(from) && month <= monthOf(to)
}

/** Returns whether every day of the month does. */
function isInside(month: string, { from = '', to }: DayRange): boolean {
  return `${month}-01` >= from && (to === undefined || month < monthOf(addDays(to, 1)))
}

/** Returns what all of them return; throws what the first of them throws that fails, whichever failed soonest. */
async function inTurn<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(work)
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

/** Whether no entry of an earlier month can be newer than those chosen, which reach back into `month`. */
function reachesBack(chosen: readonly Entry[], count: number, month: string | undefined): boolean {
  const [oldest] = chosen
  if (count <= 0) return true
  if (!oldest || !month || chosen.length < count) return false
  return instantOf(oldest.at) >= Date.parse(`${month}-01T00:00:00Z`) + EDGE_MS
}

/** Returns the first instant that an entry of this month or a later one can have. */
function beginningOf(month: string | undefined): number {
  return month === undefined
    ? Number.POSITIVE_INFINITY
    : Date.parse(`${month}-01T00:00:00Z`) - EDGE_MS
}

function lastOf(entries: readonly Entry[], count: number): Entry[] {
  return entries.slice(Math.max(0, entries.length - count))
}
