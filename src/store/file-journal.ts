import { type Day, type DayRange, dayOf, instantOf, monthOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import { erasedOn } from './erased.ts'
import type { HistoryLine } from './history-line.ts'
import { dayTest, dueTest, hintTest } from './index-hint.ts'
import type { MonthNote } from './index-note.ts'
import { type Noted, Shelf } from './index-shelf.ts'
import type { Change, Edit, Hint, Journal, Undone } from './journal.ts'
import { listMonths, withLines } from './month-folder.ts'
import { entriesWhere, entryAt, lastEntries } from './month-lines.ts'
import { linesToAdd } from './open-lines.ts'
import { mergeInOrder } from './order.ts'
import { isDueIn, recordedLast } from './selection.ts'

// A month's first instant somewhere on earth to its first instant everywhere: offsets reach 14 hours either way.
const EDGE_MS = 14 * 3_600_000
/** More files at once are read no faster, and all of them at once may not fit into memory. */
const AT_ONCE = 8

/** Which entries a question is about, and how to come by them where a month is noted in the index. */
interface Question {
  readonly isMeant: (entry: Entry) => boolean
  /** Returns whether a month can hold any. */
  readonly isIn?: (note: MonthNote) => boolean
  /** Returns the entries of a month that may be meant. */
  readonly pick: (text: string, note: MonthNote) => Entry[]
}

/** The journal on disk: one file a month, of which a question reads only those it needs. */
export class FileJournal implements Journal {
  readonly #disk: Disk
  readonly #shelf: Shelf
  readonly #notices = new Set<string>()
  #hasChanged = false
  #toAdd: readonly HistoryLine[] = []

  constructor(disk: Disk) {
    this.#disk = disk
    this.#shelf = new Shelf(disk)
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

  async open(): Promise<Entry[]> {
    const { hasSomethingOpen } = await import('../model/follow-up.ts')
    return this.#askAll({
      isMeant: hasSomethingOpen,
      isIn: ({ open }) => open.length > 0,
      pick: (text, { open }) => open.map((start) => entryAt(text, start)),
    })
  }

  async due(range: DayRange): Promise<Entry[]> {
    const canBeDue = dueTest(range)
    return this.#askAll({
      isMeant: (entry) => isDueIn(entry, range),
      isIn: ({ due }) => due !== undefined && overlaps(due, range),
      pick: (text) => entriesWhere(text, canBeDue),
    })
  }

  async lastRecorded(): Promise<Entry | undefined> {
    const months = await this.#months()
    const noted = await this.#shelf.noted(months)
    const latest = Math.max(...[...noted.values()].map(({ note }) => note.recorded?.[0] ?? 0))
    const found = await this.#askAll({
      isMeant: () => true,
      isIn: ({ recorded }) => recorded !== undefined && recorded[0] >= latest,
      pick: (text, { recorded }) => (recorded ? [entryAt(text, recorded[1])] : []),
    })
    return recordedLast(found)
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
    const question = { ...inRange({}), pick: (text: string) => lastEntries(text, count) }
    let chosen: Entry[] = []
    for (let index = months.length - 1; index >= 0; index--) {
      if (reachesBack(chosen, count, months[index + 1])) break
      const [entries = []] = await this.#ask(months.slice(index, index + 1), question)
      chosen = lastOf(mergeInOrder([entries, chosen]), count)
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

  async #askAll(question: Question): Promise<Entry[]> {
    const months = await this.#months()
    const found = mergeInOrder(await this.#ask(months, question))
    await this.#shelf.keep(months)
    return found
  }

  /** Returns what is meant, a list a month. */
  async #ask(months: readonly string[], question: Question): Promise<Entry[][]> {
    const noted = await this.#shelf.noted(months)
    const found: Entry[][] = []
    for (let first = 0; first < months.length; first += AT_ONCE)
      found.push(
        ...(await Promise.all(
          months
            .slice(first, first + AT_ONCE)
            .map((month) => this.#askMonth(month, noted.get(month), question)),
        )),
      )
    return found
  }

  async #askMonth(month: string, noted: Noted | undefined, question: Question): Promise<Entry[]> {
    const picked = noted && this.#isSettled(month) ? await pickFrom(noted, question) : undefined
    if (picked === undefined) return (await this.#wholeMonth(month)).filter(question.isMeant)
    const erased = await erasedOn(this.#disk)
    return picked.filter((entry) => question.isMeant(entry) && !erased.has(entry))
  }

  async #wholeMonth(month: string): Promise<readonly Entry[]> {
    const { data, adapter } = await this.#shelf.whole(month)
    if (adapter.isEditedByHand)
      this.#notices.add(
        `${adapter.label} was edited outside afterword; it is valid and taken as it is.`,
      )
    return withLines(data, this.#toAdd)
  }

  /** Returns whether the month's file holds all there is of it. */
  #isSettled(month: string): boolean {
    return this.#toAdd.every((line) => line.month !== month)
  }

  async #monthsOf({ from = '', to = '9999-12-31' }: DayRange): Promise<readonly string[]> {
    const months = await this.#months()
    return months.filter((month) => month >= monthOf(from) && month <= monthOf(to))
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
}

function inRange(range: DayRange, hint?: Hint): Question {
  const [canBeThen, canBeMeant] = [dayTest(range), hintTest(hint)]
  return {
    isMeant: ({ at }) => within(dayOf(at), range),
    pick: (text) => entriesWhere(text, (line) => canBeThen(line) && canBeMeant(line)),
  }
}

/** Returns what a noted month holds of it, or nothing where the index is wrong about the month after all. */
async function pickFrom({ note, text }: Noted, { isIn, pick }: Question) {
  if (isIn && !isIn(note)) return []
  try {
    const found = await text()
    return found === undefined ? undefined : pick(found, note)
  } catch {
    return undefined
  }
}

function overlaps([first, last]: readonly [Day, Day], { from = '', to = '9999-12-31' }: DayRange) {
  return first <= to && last >= from
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
