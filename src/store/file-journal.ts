import { type Day, type DayRange, dayOf, instantOf, monthOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import type { HistoryLine } from './history-line.ts'
import type { Change, Edit, Journal, Undone } from './journal.ts'
import { listMonths, readMonths } from './month-folder.ts'
import { linesToAdd } from './open-lines.ts'
import { mergeInOrder } from './order.ts'
import { isDueIn, recordedLast } from './selection.ts'

// A month's first instant somewhere on earth to its first instant everywhere: offsets reach 14 hours either way.
const EDGE_MS = 14 * 3_600_000

/** The journal on disk: one file a month, of which a question reads only those it needs. */
export class FileJournal implements Journal {
  readonly #disk: Disk
  readonly #notices = new Set<string>()
  #hasChanged = false
  #toAdd: readonly HistoryLine[] = []

  constructor(disk: Disk) {
    this.#disk = disk
  }

  async read(range: DayRange = {}): Promise<Entry[]> {
    const { from = '', to = '9999-12-31' } = range
    const months = (await this.#months()).filter(
      (month) => month >= monthOf(from) && month <= monthOf(to),
    )
    const entries = await this.#entriesOf(months)
    return entries.filter(({ at }) => within(dayOf(at), range))
  }

  async *parts(range: DayRange = {}): AsyncGenerator<readonly Entry[]> {
    const { from = '', to = '9999-12-31' } = range
    const months = (await this.#months()).filter(
      (month) => month >= monthOf(from) && month <= monthOf(to),
    )
    let kept: readonly Entry[] = []
    for (const [index, month] of months.entries()) {
      const merged = mergeInOrder([kept, await this.#entriesOf([month])])
      const edge = beginningOf(months[index + 1])
      const settled = merged.filter(({ at }) => instantOf(at) < edge)
      yield settled.filter(({ at }) => within(dayOf(at), range))
      kept = merged.slice(settled.length)
    }
  }

  // The next three look at every month; an index of the months' contents belongs in #pick.

  async open(): Promise<Entry[]> {
    const { hasSomethingOpen } = await import('../model/follow-up.ts')
    return this.#pick(hasSomethingOpen)
  }

  async due(range: DayRange): Promise<Entry[]> {
    return this.#pick((entry) => isDueIn(entry, range))
  }

  async lastRecorded(): Promise<Entry | undefined> {
    return recordedLast(await this.#pick(() => true))
  }

  async firstDay(): Promise<Day | undefined> {
    for (const month of await this.#months()) {
      const days = (await this.#entriesOf([month])).map(({ at }) => dayOf(at))
      if (days.length > 0) return days.reduce((first, day) => (day < first ? day : first))
    }
    return undefined
  }

  async newest(count: number): Promise<Entry[]> {
    const months = await this.#months()
    let chosen: Entry[] = []
    for (let index = months.length - 1; index >= 0; index--) {
      if (isSettled(chosen, count, months[index + 1])) break
      chosen = await this.#entriesOf(months.slice(index)).then((all) => lastOf(all, count))
    }
    return chosen
  }

  async change(word: string, edits: readonly Edit[]): Promise<readonly Change[]> {
    this.#hasChanged = true
    const { changeEntries } = await import('./changing.ts')
    return changeEntries(this.#disk, word, edits)
  }

  async addAll(word: string, entries: AsyncIterable<Entry>): Promise<number> {
    this.#hasChanged = true
    const { addEntries } = await import('./adding.ts')
    return addEntries(this.#disk, word, entries, () => this.parts())
  }

  async undo(): Promise<Undone> {
    this.#hasChanged = true
    const { undoLast } = await import('./changing.ts')
    return undoLast(this.#disk)
  }

  hasChanged(): boolean {
    return this.#hasChanged
  }

  notices(): readonly string[] {
    return [...this.#notices]
  }

  async #pick(wanted: (entry: Entry) => boolean): Promise<Entry[]> {
    return (await this.#entriesOf(await this.#months())).filter(wanted)
  }

  async #months(): Promise<readonly string[]> {
    const { months, copies } = await listMonths(this.#disk)
    this.#toAdd = await linesToAdd(this.#disk)
    for (const name of copies)
      this.#notices.add(
        `journal/${name} is not a month but perhaps a copy of one: it is not read. Unite it with: afterword doctor --repair`,
      )
    return [...new Set([...months, ...this.#toAdd.map(({ month }) => month)])].sort()
  }

  async #entriesOf(months: readonly string[]): Promise<Entry[]> {
    const { entries, editedByHand } = await readMonths(this.#disk, months, this.#toAdd)
    for (const label of editedByHand)
      this.#notices.add(`${label} was edited outside afterword; it is valid and taken as it is.`)
    return entries
  }
}

/** Whether no entry of an earlier month can be newer than those chosen, which reach back into `month`. */
function isSettled(chosen: readonly Entry[], count: number, month: string | undefined): boolean {
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
