import type { Blocker, Channel, Moment } from '../model/vocabulary.ts'
import type { TextKind } from './rows.ts'

/** The least a figure of a team may be made of. */
export const LEAST_ENTRIES = 5
export const LEAST_REPS = 3
export const LEAST_REPS_TO_BREAK_DOWN = 5

/** At most so many texts of a kind: a report must not grow with the team. */
export const MOST_TEXTS = 20

/** One group of a breakdown: left well k of n, by so many reps. */
export interface Group<Word extends string> {
  readonly word: Word
  readonly reps: number
  readonly k: number
  readonly n: number
}

/** One kind of blocker: `customers` are those told apart, `uncoded` entries came without their customer. */
export interface BlockerCount {
  readonly word: Blocker
  readonly reps: number
  readonly count: number
  readonly customers: number
  readonly uncoded: number
}

export interface SharedText {
  readonly week: string
  readonly hash: string
  readonly text: string
  readonly more: string | null
  readonly share: 'coach' | 'team' | null
}

/** The oldest texts of a kind, and how many there are. */
export interface Texts {
  readonly total: number
  readonly shown: readonly SharedText[]
}

/** The parts of each breakdown, those nobody has left out. */
export interface Parts {
  readonly channels: readonly Group<Channel>[]
  readonly moments: readonly Group<Moment>[]
  readonly blockers: readonly BlockerCount[]
}

/** What a report holds beyond others, and from how many reps. */
export interface Fresh extends Parts {
  readonly reps: number
}

/** Whole numbers only, so that a folder and a database agree to the byte. */
export interface Tally extends Parts {
  readonly entries: number
  readonly felt: number
  readonly arrivedUnhappy: number
  readonly arrivedUnhappyLeftWell: number
  readonly arrivedFine: number
  readonly slipped: number
  readonly leftWell: number
  readonly guesses: number
  readonly steps: number
  readonly passedOn: number
  readonly checkedBack: number
  readonly needed: number
  readonly gap: number
  readonly leftUnhappyNothingPlanned: number
  readonly outOfSight: number
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly overdue: number
  /** Reps with at least five entries whose feelings are known. */
  readonly judged: number
  readonly texts: Readonly<Record<TextKind, Texts>>
}
