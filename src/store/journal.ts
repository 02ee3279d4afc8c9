import type { Counting, Counts } from '../model/counts.ts'
import type { Day, DayRange } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'

/** One wish for the journal. `to` gets the entry as it is inside the lock, which may be newer than `of`. */
export type Edit =
  | { readonly add: Entry }
  | { readonly of: Entry; readonly to: (current: Entry) => Entry }
  | { readonly remove: Entry }

/** One thing that happened: an entry before and after; added where `before` is missing, removed where `after` is. */
export interface Change {
  readonly before?: Entry
  readonly after?: Entry
}

/** What an undo took back: the word of the change it reversed, and what it changed itself. */
export interface Undone {
  readonly word: string
  /** How many entries it changed. */
  readonly count: number
  /** Every change where they are few, else only the first. */
  readonly changes: readonly Change[]
}

/** What a reader looks for. A journal may leave out entries that are not it, and need not: the reader still chooses. */
export type Hint =
  /** Entries that hold these letters, whatever their case. */
  | { readonly text: string }
  /** Entries of customers whose name begins so. */
  | { readonly customer: string }
  /** Entries whose id or customer begins so. */
  | { readonly means: string }
  /** Entries with this list filled in. */
  | { readonly has: 'recognition' | 'blockers' }

/** The entries, wherever they are kept. Every list is oldest first: by the instant of `at`, then by id. */
export interface Journal {
  /** Returns the entries whose day lies in the range; with a hint only those that it may mean. */
  read(range?: DayRange, hint?: Hint): Promise<Entry[]>
  /** Yields the same entries in the same order, in lists of about a month, so that never all of them are in memory. */
  parts(range?: DayRange): AsyncIterable<readonly Entry[]>
  /** Returns what is counted of the entries whose day lies in the range. */
  counts(counting: Counting, range?: DayRange): Promise<Counts>
  /** Returns every entry with something open: a planned follow-up, a check-back, or an unhappy goodbye with nothing planned. */
  open(): Promise<Entry[]>
  /** Returns the entries whose follow-up, planned or done, falls due in the range. */
  due(range: DayRange): Promise<Entry[]>
  /** Returns the day of the first entry ever, or nothing from an empty journal. */
  firstDay(): Promise<Day | undefined>
  /** Returns the newest entries by `at`, at most `count`. */
  newest(count: number): Promise<Entry[]>
  /** Returns the entry that was written down last, whenever it happened. */
  lastRecorded(): Promise<Entry | undefined>
  /**
   * Does every edit as one change that `undo` takes back whole, or none of them; returns what really changed. `word`
   * is the command's. Throws Unconfirmed when all of it is saved but the disk did not say so.
   */
  change(word: string, edits: readonly Edit[]): Promise<readonly Change[]>
  /**
   * Adds, as one change, the entries whose id the journal does not have yet; returns how many. They come as
   * `checkEntry` returns them. Nothing is added, and nobody else kept waiting, before the last one has come; where
   * the source throws, nothing is added at all.
   */
  addAll(word: string, entries: AsyncIterable<Entry>): Promise<number>
  /** Takes back the last change, which may itself be an undo. */
  undo(): Promise<Undone>
  /** Returns whether anything was changed through this value. */
  hasChanged(): boolean
  /** Returns what reading noticed that the person should hear once: months edited by hand, copies made by sync tools. */
  notices(): readonly string[]
}
