import type { Day } from '../model/day.ts'
import type { Blocker, Channel, Moment } from '../model/vocabulary.ts'
import type { Share } from '../reports/figure.ts'

/** An ask that waits for its answer. `contact` is the hash a reply names it by. */
export interface Ask {
  readonly contact: string
  readonly week: string
  readonly text: string
}

export interface TeamStory {
  readonly week: string
  readonly headline: string
  readonly lesson?: string
  /** `coach`: told to the coach, not to the team. */
  readonly share: 'coach' | 'team'
}

export interface Thanks {
  readonly name: string
  readonly for?: string
}

/** What may be said of a team: absent from a report that is withheld. */
export interface TeamPicture {
  readonly felt: number
  readonly first: {
    readonly leftUnhappyNothingPlanned: number
    readonly overdue: number
    readonly outOfSight: number
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
  readonly spread: {
    readonly beyondChance: boolean
    /** How few and how many of the team's average of `n` contacts would leave well by chance alone. */
    readonly limits?: { readonly n: number; readonly least: number; readonly most: number }
    readonly text: string
  }
  readonly extraSteps: { readonly taken: Share }
  readonly authority: { readonly gap: Share; readonly wouldHaveDone: readonly string[] }
  readonly blockers: readonly {
    readonly blocker: Blocker
    readonly count: number
    /** Left out where some came without their customer. */
    readonly customers?: number
  }[]
  readonly channels: readonly { readonly channel: Channel; readonly leftWell: Share }[]
  readonly moments: readonly { readonly moment: Moment; readonly leftWell: Share }[]
  /** How many parts of each breakdown are hidden because they would point at somebody. */
  readonly hidden: {
    readonly blockers: number
    readonly channels: number
    readonly moments: number
  }
  readonly stories: readonly TeamStory[]
  readonly thanks: readonly Thanks[]
  readonly friction: readonly string[]
  readonly coverage: { readonly guesses: Share }
}

/** The JSON of `afterword team report --json`, key for key. */
export interface TeamFigures extends Partial<TeamPicture> {
  readonly report: 'team'
  readonly period: {
    readonly name: string
    readonly from: Day
    readonly to: Day
    readonly soFar: boolean
  }
  /** Reps who handed over, and those with at least five entries: only these are in a figure. */
  readonly reps: number
  readonly counted: number
  /** Null where figures are withheld. */
  readonly entries: number | null
  readonly withheld?: string
  readonly support: readonly Ask[]
  /** How many texts of a kind there are beyond those listed. */
  readonly more: Readonly<Record<string, number>>
  readonly notes: readonly string[]
  readonly notice: string
}
