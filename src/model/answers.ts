import type { Timestamp } from './day.ts'
import type { Felt } from './felt.ts'
import type { Next } from './next.ts'
import type { Channel, Disposition } from './vocabulary.ts'

/** The answers to the six questions as typed, at a prompt or as flags. Nothing here is checked yet. */
export interface Answers {
  readonly who?: string | undefined
  readonly channel?: string | undefined
  readonly summary?: string | undefined
  readonly felt?: string | undefined
  readonly end?: string | undefined
  /** Question 6: `none`, `done`, or when, `!` if promised, and what. */
  readonly next?: string | undefined
  readonly do?: string | undefined
  readonly promised?: boolean | undefined
  readonly passedTo?: string | undefined
  readonly at?: string | undefined
  readonly tags?: readonly string[] | undefined
  /** `FIELD=VALUE`, as typed. */
  readonly set?: readonly string[] | undefined
}

/** Answers, and in `half` what stood at the question somebody stopped at. */
export interface HalfAnswered extends Answers {
  readonly half?: string | undefined
}

/** The same answers read and judged one by one; what was not answered is missing. */
export interface Understood {
  readonly who?: string
  readonly channel?: Channel
  readonly summary?: string
  readonly felt?: Felt
  readonly end?: Disposition
  readonly next?: Next
  readonly passedTo?: string
  readonly at?: Timestamp
  readonly tags?: readonly string[]
  readonly set?: readonly string[]
}
