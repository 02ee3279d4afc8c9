import type { Pack } from '../handover/pack.ts'
import type { Fresh, Tally } from './tally.ts'

/** What became of a pack that was added. */
export interface Added {
  readonly pack: PackLine
  readonly outcome: 'added' | 'replaced' | 'known' | 'older'
}

/** Enough of a pack to find it again. */
export interface PackLine {
  readonly exportId: string
  readonly rep: string
  readonly period: string
  readonly made: string
  readonly entries: number
}

/** One week of a report: packs that arrived after `by` do not count, nor reps' weeks of fewer than `least` entries. */
export interface ScopeWeek {
  readonly week: string
  readonly by?: number
  readonly least?: number
}

/** The weeks a report is made of. */
export type Scope = readonly ScopeWeek[]

/** A report as it was shown `at` a time of the store's own; without one, as it would be now. */
export interface Seen {
  readonly scope: Scope
  readonly at?: number
}

/** How much there is to report on, without a word on what it says. */
export interface Facts {
  readonly reps: number
  /** Reps with at least five entries: only these are in the figures. */
  readonly counted: number
  /** Weeks of reps that count. */
  readonly cells: number
  /** When the last of their packs arrived. */
  readonly latest: number
  /** The store's own time. */
  readonly now: number
}

/** How many reps make the difference between two reports, and who where it is one. */
export interface Apart {
  readonly reps: number
  readonly only: string | null
  /** How many weeks of reps are in the second report and not in the first. */
  readonly lost: number
}

/** Where a report's answers come from, all of one moment. No answer grows with the number of reps. */
export interface TeamView {
  facts(seen: Seen): Promise<Facts>
  /** Returns who has a pack in one of two reports that is not in the other, as far as these weeks go; without a second report, who has one at all. */
  apart(one: Seen, other: Seen | undefined, weeks: readonly string[]): Promise<Apart>
  tally(scope: Scope, answered: readonly string[]): Promise<Tally>
  /** Returns the parts of what the scope holds and none of the reports holds. */
  beyond(scope: Scope, reports: readonly Seen[]): Promise<Fresh>
  /** Returns how many reps' share lies outside the limits around the team's `k` of `n`; `z` is the limits' quantile. */
  outside(scope: Scope, limits: { k: number; n: number; z: number }): Promise<number>
}

/** The packs of one team, wherever they are kept. */
export interface TeamStore {
  /** Returns what the store is called in the coach's memory, whatever address leads there. */
  identity(): Promise<string>
  /** Takes the packs in, each once; throws a Refusal for one of another team, or of another rep under a name already taken. */
  add(packs: readonly Pack[]): Promise<readonly Added[]>
  list(): Promise<readonly PackLine[]>
  /** Returns the pack whose export id begins so, or nothing; throws a Refusal where several do. */
  read(exportId: string): Promise<Pack | undefined>
  /** Takes a pack out for good and returns what it was, or nothing where it is not there. */
  withdraw(exportId: string): Promise<PackLine | undefined>
  /** Returns the newest week in which somebody handed over an entry. */
  newestWeek(): Promise<string | undefined>
  /** Does the work on the packs as they are at one moment; it may be done again where the store asks for it. */
  look<T>(work: (view: TeamView) => Promise<T>): Promise<T>
  close(): Promise<void>
}
