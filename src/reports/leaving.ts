import type { Entry } from '../model/entry.ts'
import { CUSTOMER_FEELINGS, isUnhappy, isWell, valenceOf } from '../model/feelings.ts'
import type { Share } from './figure.ts'
import { shareOf } from './share.ts'
import { countsByWord, tally } from './tally.ts'

const WORDS = CUSTOMER_FEELINGS.map(({ word }) => word)

type WithFelt = Pick<Entry, 'felt'>

/** How people arrived and left: M1 (felt), M3, M3b, M4 and the words, most first. */
export interface Leaving {
  readonly felt: number
  readonly arrivedUnhappyLeftWell: Share
  readonly leftWell: Share
  readonly slipped: Share
  readonly arrivedAs: Readonly<Record<string, number>>
  readonly leftAs: Readonly<Record<string, number>>
}

/** Returns the entries of which both feelings are known. */
export function feltOf<Some extends WithFelt>(entries: readonly Some[]): readonly Some[] {
  return entries.filter(
    ({ felt }) => valenceOf(felt.before) !== null && valenceOf(felt.after) !== null,
  )
}

export const arrivedUnhappy = ({ felt }: WithFelt) => isUnhappy(felt.before)
export const arrivedWell = ({ felt }: WithFelt) => isWell(felt.before)
export const leftWell = ({ felt }: WithFelt) => isWell(felt.after)
export const leftUnhappy = ({ felt }: WithFelt) => isUnhappy(felt.after)

/** Returns valence after minus valence before, from -4 to 4, or nothing where one is unknown (M2). */
export function liftOf({ felt }: WithFelt): number | undefined {
  const [before, after] = [valenceOf(felt.before), valenceOf(felt.after)]
  return before === null || after === null ? undefined : after - before
}

/** Returns how the people of the entries arrived and left. */
export function leavingFigures(entries: readonly Entry[], tooFew: boolean): Leaving {
  const felt = feltOf(entries)
  return {
    felt: felt.length,
    arrivedUnhappyLeftWell: arrivedUnhappyLeftWell(entries, tooFew),
    leftWell: leftWellShare(entries, tooFew),
    slipped: slipped(entries, tooFew),
    arrivedAs: countsByWord(
      tally(
        felt.map((entry) => entry.felt.before),
        WORDS,
      ),
    ),
    leftAs: countsByWord(
      tally(
        felt.map((entry) => entry.felt.after),
        WORDS,
      ),
    ),
  }
}

/** Returns M3: of the felt who arrived unhappy, those who left well. */
export function arrivedUnhappyLeftWell(entries: readonly WithFelt[], tooFew = false): Share {
  const arrived = feltOf(entries).filter(arrivedUnhappy)
  return shareOf(arrived.filter(leftWell).length, arrived.length, { form: 'rate', tooFew })
}

/** Returns M3b: of the felt, those who left well. */
export function leftWellShare(entries: readonly WithFelt[], tooFew = false): Share {
  const felt = feltOf(entries)
  return shareOf(felt.filter(leftWell).length, felt.length, { form: 'rate', tooFew })
}

/** Returns M4: of the felt who did not arrive unhappy, those who left unhappy. */
export function slipped(entries: readonly Entry[], tooFew = false): Share {
  const arrived = feltOf(entries).filter((entry) => !arrivedUnhappy(entry))
  return shareOf(arrived.filter(leftUnhappy).length, arrived.length, { form: 'count', tooFew })
}
