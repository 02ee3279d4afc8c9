import type { Counts } from '../model/counts.ts'
import type { Day, DayRange, Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Period } from '../model/period.ts'
import type { Reviews } from '../model/review.ts'
import type { Settings } from '../model/settings.ts'
import type { Audience } from './refs.ts'

/** Everything the figures of a period are made of. Entries are in the journal's order. */
export interface PeriodInput {
  /** The word that was typed: week, month or today. */
  readonly report: string
  readonly period: Period
  readonly now: Timestamp
  readonly audience: Audience
  /** The entries of the period. */
  readonly entries: readonly Entry[]
  /** The entries of the period before, where this one is over: a running one is not compared. */
  readonly previous: readonly Entry[]
  /** The entries of the 28 days that end with the period (`recentRange`), at least those with something in the way. */
  readonly recent: readonly Entry[]
  /** The entries, of any day, whose follow-up falls due in the period. */
  readonly due: readonly Entry[]
  /** The entries, of any day, with something open. */
  readonly open: readonly Entry[]
  /** The entries since the period began, at least those in which thanks were given. */
  readonly thanked: readonly Entry[]
  /** What `WEEKS` counted of the months around the period's `trailRange`, where a trend may be drawn. */
  readonly trail?: Counts
  /** The day of the first entry ever. */
  readonly firstDay: Day | undefined
  readonly settings: Settings
  readonly reviews: Reviews
}

/** Everything a report over chosen entries is made of. */
export interface ChosenInput {
  /** The entries that fit the filters, in the journal's order. */
  readonly entries: readonly Entry[]
  /** The days asked for, where any were. */
  readonly from?: Day
  readonly to?: Day
  readonly now: Timestamp
  readonly audience: Audience
  readonly settings: Settings
}

/** What every report over chosen entries begins with. */
export interface Chosen<Name extends string> {
  readonly report: Name
  readonly from?: Day
  readonly to?: Day
  readonly entries: number
}

/** Returns the beginning of a report over chosen entries: its name, the days asked for, how many entries. */
export function chosenBy<Name extends string>(
  report: Name,
  { from, to }: DayRange,
  entries: number,
): Chosen<Name> {
  return { report, ...(from && { from }), ...(to && { to }), entries }
}
