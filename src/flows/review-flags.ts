import { misuse } from '../errors.ts'
import { readRepFeeling } from '../model/feeling-words.ts'
import { type DayReview, TRIED, type WeekReview } from '../model/review.ts'
import { readWord } from '../model/words.ts'

/** The flags of `review`, as typed. */
export interface ReviewFlags {
  readonly best?: string
  readonly hard?: string
  readonly try?: string
  readonly tried?: string
  readonly triedNote?: string
  readonly treated?: string
  readonly answer?: string
  readonly helped?: string
  readonly thank?: readonly string[]
  readonly felt?: string
}

const OF_A_WEEK = ['best', 'hard', 'try', 'tried', 'triedNote', 'treated', 'answer'] as const
const OF_A_DAY = ['helped', 'thank', 'felt'] as const

/** Returns what the flags say of a week. Throws a misuse for a flag that belongs to a day, or a value that is not one. */
export function weekAnswers(flags: ReviewFlags): Partial<WeekReview> {
  refuse(flags, OF_A_DAY, 'closes a day: afterword review today')
  const { best, hard, tried, triedNote, treated, answer } = flags
  return {
    ...(best !== undefined && { best }),
    ...(hard !== undefined && { hard }),
    ...(flags.try !== undefined && { tryNext: flags.try }),
    ...(tried !== undefined && { tried: readWord('--tried', TRIED, tried) }),
    ...(triedNote !== undefined && { triedNote }),
    ...(treated !== undefined && { climate: readTreated(treated) }),
    ...(answer !== undefined && { answer }),
  }
}

/** Returns what the flags say of a day. Throws a misuse for a flag that belongs to a week, or a value that is not one. */
export function dayAnswers(flags: ReviewFlags): Partial<DayReview> {
  refuse(flags, OF_A_WEEK, 'closes a week: afterword review')
  const { helped, felt } = flags
  return {
    ...(helped !== undefined && { helped }),
    ...(felt !== undefined && { emotion: readRepFeeling(felt) }),
  }
}

function refuse(flags: ReviewFlags, names: readonly (keyof ReviewFlags)[], says: string): void {
  const wrong = names.find((name) => flags[name] !== undefined)
  if (wrong) throw misuse(`--${wrong.replace('triedNote', 'tried-note')} ${says}.`)
}

function readTreated(typed: string): number {
  if (/^[+-]?[0-2]$/.test(typed)) return Number(typed) + 0
  // What was typed is private, and whoever reads this may not be whoever typed it.
  throw misuse('--treated is not a whole number from -2 to 2.')
}
