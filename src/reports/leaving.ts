import type { Entry } from '../model/entry.ts'
import { CUSTOMER_FEELINGS, isUnhappy, isWell, valenceOf } from '../model/feelings.ts'
import type { Share } from './figure.ts'
import type { Ratio } from './ratio.ts'
import { shareOf } from './share.ts'
import { countsByWord, groupBy, mostFirst } from './tally.ts'

const WORDS = CUSTOMER_FEELINGS.map(({ word }) => word)

type Felt = Pick<Entry['felt'], 'before' | 'after'>

/** Somebody who arrived and left so, or as many as `times` says. */
export interface WithFelt {
  readonly felt: Felt
  readonly times?: number
}

/** How people arrived and left: M1 (felt), M3, M3b, M4 and the words, most first. */
export interface Leaving {
  readonly felt: number
  readonly arrivedUnhappyLeftWell: Share
  readonly leftWell: Share
  readonly slipped: Share
  readonly arrivedAs: Readonly<Record<string, number>>
  readonly leftAs: Readonly<Record<string, number>>
}

/** Returns whether both feelings are known. */
export function isFelt({ felt }: WithFelt): boolean {
  return valenceOf(felt.before) !== null && valenceOf(felt.after) !== null
}

/** Returns the entries of which both feelings are known. */
export function feltOf<Some extends WithFelt>(entries: readonly Some[]): readonly Some[] {
  return entries.filter(isFelt)
}

export const arrivedUnhappy = ({ felt }: WithFelt) => isUnhappy(felt.before)
export const arrivedWell = ({ felt }: WithFelt) => isWell(felt.before)
export const leftWell = ({ felt }: WithFelt) => isWell(felt.after)
export const leftUnhappy = ({ felt }: WithFelt) => isUnhappy(felt.after)

const isFeltUnhappy = (entry: WithFelt) => isFelt(entry) && arrivedUnhappy(entry)

/** M3: of the felt who arrived unhappy, those who left well. */
export const ARRIVED_UNHAPPY_LEFT_WELL: Ratio<WithFelt> = {
  isIn: isFeltUnhappy,
  fits: leftWell,
  form: 'rate',
}

/** M3b: of the felt, those who left well. */
export const LEFT_WELL: Ratio<WithFelt> = { isIn: isFelt, fits: leftWell, form: 'rate' }

/** M4: of the felt who did not arrive unhappy, those who left unhappy. */
const SLIPPED: Ratio<WithFelt> = {
  isIn: (entry) => isFelt(entry) && !arrivedUnhappy(entry),
  fits: leftUnhappy,
  form: 'count',
}

/** Of the felt who arrived unhappy, those who left unhappy. */
export const STUCK: Ratio<WithFelt> = { isIn: isFeltUnhappy, fits: leftUnhappy, form: 'count' }

/** Returns valence after minus valence before, from -4 to 4, or nothing where one is unknown (M2). */
export function liftOf({ felt }: WithFelt): number | undefined {
  const [before, after] = [valenceOf(felt.before), valenceOf(felt.after)]
  return before === null || after === null ? undefined : after - before
}

/** Returns how many people these are. */
export function numberOf(people: readonly WithFelt[]): number {
  return people.reduce((sum, { times = 1 }) => sum + times, 0)
}

/** Returns how the people of the entries arrived and left. */
export function leavingFigures(entries: readonly WithFelt[], tooFew: boolean): Leaving {
  const felt = feltOf(entries)
  return {
    felt: numberOf(felt),
    arrivedUnhappyLeftWell: leavingShare(felt, ARRIVED_UNHAPPY_LEFT_WELL, tooFew),
    leftWell: leavingShare(felt, LEFT_WELL, tooFew),
    slipped: leavingShare(felt, SLIPPED, tooFew),
    arrivedAs: wordsOf(felt, 'before'),
    leftAs: wordsOf(felt, 'after'),
  }
}

/** Returns the share of the people that the ratio is about. */
export function leavingShare(
  people: readonly WithFelt[],
  { isIn, fits, form }: Ratio<WithFelt>,
  tooFew = false,
): Share {
  const those = people.filter(isIn)
  return shareOf(numberOf(those.filter(fits)), numberOf(those), { form, tooFew })
}

function wordsOf(people: readonly WithFelt[], side: keyof Felt): Readonly<Record<string, number>> {
  const bySide = groupBy(people, ({ felt }) => felt[side])
  const counts = WORDS.map((word) => ({ word, count: numberOf(bySide.get(word) ?? []) }))
  return countsByWord(mostFirst(counts))
}
