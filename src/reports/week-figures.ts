import type { Day } from '../model/day.ts'
import type { WeekReview } from '../model/review.ts'
import type { Blocker } from '../model/vocabulary.ts'
import type { Ref, Share, Spread } from './figure.ts'
import type { Trend } from './trend.ts'

/** What a week holds: the JSON of `afterword week --json`, key for key. */
export interface WeekFigures {
  readonly report: string
  readonly period: {
    readonly name: string
    readonly from: Day
    readonly to: Day
    readonly soFar: boolean
  }
  readonly purpose?: string
  readonly intention?: {
    readonly tryNext: string
    readonly tried?: WeekReview['tried']
    readonly note?: string
  }
  readonly entries: number
  readonly felt: number
  readonly tooFew: boolean
  readonly listed?: readonly Ref[]
  readonly first: {
    readonly leftUnhappyNothingPlanned: readonly Ref[]
    readonly overdue: readonly Ref[]
    readonly outOfSight: readonly Ref[]
  }
  readonly followUps: {
    readonly due: number
    readonly onTime: number
    readonly late: number
    readonly overdue: number
    readonly kept: Share
  }
  readonly handoffs: {
    readonly passedOn: number
    readonly checkedBack: number
    readonly outOfSight: number
  }
  readonly arrivedUnhappyLeftWell: Share
  readonly leftWell: Share
  readonly slipped: Share
  readonly arrivedAs: Readonly<Record<string, number>>
  readonly leftAs: Readonly<Record<string, number>>
  readonly extraSteps: { readonly taken: Share; readonly minutes: Spread }
  readonly blockers: readonly {
    readonly blocker: Blocker
    readonly count: number
    readonly customers: number
  }[]
  /** Week by week, where the rules allow a trend: of a week left well, of a month arrived unhappy and left well. */
  readonly trend?: Trend
  readonly stories: readonly Ref[]
  readonly toThank: readonly string[]
  readonly change?: {
    readonly previous: Share
    readonly difference: readonly [number, number] | null
    readonly text: string
  }
  readonly coverage: {
    readonly daysLogged: number
    readonly workDays: number
    readonly writtenLate: Share
    readonly guesses: Share
  }
  readonly noticing: readonly string[]
}
