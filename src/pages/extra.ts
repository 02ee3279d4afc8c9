import type { Day } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Audience } from '../reports/refs.ts'
import type { Handles } from './handle.ts'

/** What a coach said to this person. */
export interface CoachReply {
  readonly thanks: readonly string[]
  readonly answers: readonly { readonly asked: string; readonly answer: string }[]
}

/** What the page of a period needs besides the figures: the words they are told with. */
export interface PeriodExtra {
  readonly today: Day
  readonly audience: Audience
  /** The entries the figures point at, as far as they may be quoted here. */
  readonly entries: readonly Entry[]
  readonly handles: Handles
  /** How many left unhappy with nothing planned and may not be named here. */
  readonly unnamed: number
  /** What landed, in the person's words, the biggest lift first. */
  readonly landed: readonly { readonly text: string }[]
  readonly wouldHaveDone: readonly string[]
  /** What came back from a coach in the period, oldest first. */
  readonly replies: readonly CoachReply[]
  /** The questions of the review. */
  readonly questions: readonly string[]
}
