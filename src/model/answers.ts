/** The answers to the six questions as typed, at a prompt or as flags. Nothing here is checked yet. */
export interface Answers {
  readonly who?: string
  readonly channel?: string
  readonly summary?: string
  readonly felt?: string
  readonly end?: string
  /** Question 6: `none`, `done`, or when, `!` if promised, and what. */
  readonly next?: string
  readonly passedTo?: string
}
