import type { Entry } from '../model/entry.ts'
import type { Share } from './figure.ts'
import { blockersOf } from './obstacles.ts'
import { shareWhere } from './share.ts'

const RULES = ['authority', 'policy', 'no-incentive'] as const

/** M11: how often the work touched why it is done, and how often a rule stood in the way then. */
export interface PurposeTouched {
  readonly answers: readonly [none: number, little: number, some: number, whole: number]
  readonly touched: Share
  readonly blocked: number
}

const purposeOf = ({ meaning }: Entry) => meaning?.purpose

/** Returns the counts of 0 to 3 over the entries where it was answered, and k of n at 2 or 3. */
export function purposeAnswers(entries: readonly Entry[], tooFew = false): PurposeTouched {
  const answered = entries.filter((entry) => purposeOf(entry) !== undefined)
  const counted = (answer: number) => answered.filter((entry) => purposeOf(entry) === answer).length
  return {
    answers: [counted(0), counted(1), counted(2), counted(3)],
    touched: shareWhere(answered, touchedPurpose, { form: 'count', tooFew }),
    blocked: entries.filter(purposeBlocked).length,
  }
}

/** Returns whether the entry touched why the work is done (2 or 3 of 3). */
export function touchedPurpose(entry: Entry): boolean {
  return (purposeOf(entry) ?? 0) >= 2
}

/** Returns whether a rule, missing authority or incentive stood in the way of work that touched its purpose. */
export function purposeBlocked(entry: Entry): boolean {
  return (
    touchedPurpose(entry) &&
    blockersOf(entry).some((blocker) => RULES.some((rule) => rule === blocker))
  )
}
