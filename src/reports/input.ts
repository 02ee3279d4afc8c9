import type { Day, Timestamp } from '../model/day.ts'
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
  /** The entries of the period before. */
  readonly previous: readonly Entry[]
  /** The entries of the 28 days that end with the period (`recentRange`). */
  readonly recent: readonly Entry[]
  /** The entries, of any day, whose follow-up falls due in the period. */
  readonly due: readonly Entry[]
  /** The entries, of any day, with something open. */
  readonly open: readonly Entry[]
  /** The entries since the period began, in which thanks may have been given. */
  readonly thanked: readonly Entry[]
  /** The day of the first entry ever. */
  readonly firstDay: Day | undefined
  readonly settings: Settings
  readonly reviews: Reviews
}
