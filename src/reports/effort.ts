import type { Entry } from '../model/entry.ts'
import type { Spread } from './figure.ts'
import { spreadOf } from './share.ts'

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const

/** How easy it was for customers, 1 hard to 7 easy, where it was noted. */
export interface Effort {
  readonly spread: Spread
  /** How often each of 1 to 7. */
  readonly counts: readonly number[]
}

/** Returns the distribution of effort; it stands beside every change of feeling. */
export function effortOf(entries: readonly Entry[], tooFew = false): Effort {
  const answers = entries.flatMap(({ contact }) => contact?.effort ?? [])
  return {
    spread: spreadOf(answers, '', tooFew),
    counts: STEPS.map((step) => answers.filter((answer) => answer === step).length),
  }
}
