import type { Entry } from '../model/entry.ts'
import type { Unit } from '../model/period.ts'
import { type Comparison, compare, type Verdict } from './comparison.ts'
import type { Share } from './figure.ts'
import { LEFT_WELL, leavingShare } from './leaving.ts'

/** Left well, this period against the one before. */
export interface Change extends Pick<Comparison, 'difference'> {
  readonly previous: Share
  readonly text: string
}

/** The entries of two periods and how each is told. */
export interface TwoPeriods {
  readonly entries: readonly Entry[]
  readonly previous: readonly Entry[]
  readonly unit: Unit
  readonly previousTooFew: boolean
}

/** Returns left well of the period before, the range of the difference, and what may be said of it (rule R6). */
export function changeOf({ entries, previous, unit, previousTooFew }: TwoPeriods): Change {
  const before = leavingShare(previous, LEFT_WELL, previousTooFew)
  const { difference, verdict } = compare(leavingShare(entries, LEFT_WELL), before)
  return { previous: before, difference, text: changeText(verdict, unit) }
}

function changeText(verdict: Verdict, unit: Unit): string {
  return verdict === 'higher' || verdict === 'lower'
    ? `${verdict} than the ${unit} before`
    : verdict
}

/** Returns whether the two periods can be told apart. */
export function isClear({ text }: Change): boolean {
  return / than the /.test(text)
}
