import type { Entry } from '../model/entry.ts'
import type { Settings } from '../model/settings.ts'
import { averageLift, compareAverages } from './average.ts'
import type { Comparison } from './comparison.ts'
import type { Average, Quote, Ref, Share } from './figure.ts'
import type { Histogram } from './histogram.ts'
import { type Chosen, type ChosenInput, chosenBy } from './input.ts'
import { ARRIVALS, type Arrival, liftsByArrival } from './lift.ts'
import { type PurposeTouched, purposeAnswers, purposeBlocked, touchedPurpose } from './meaning.ts'
import { quotable, quotesOf, refsOf } from './refs.ts'
import { FEW, shareOf, shareWhere } from './share.ts'

/** A value and in how many of the entries where values were noted it showed up. */
export interface ValueShown {
  readonly value: string
  readonly share: Share
}

/** The lift where the work touched its purpose against where it did not: both ratings are the rep's own. */
export interface LiftByPurpose {
  readonly touched: Average
  readonly other: Average
  readonly difference: Comparison['difference']
  readonly text: string
}

/** Whether the work touches why it is done: the JSON of `report purpose`. */
export interface PurposeFigures extends Chosen<'purpose'> {
  readonly tooFew: boolean
  readonly line?: string
  /** The rep's own sentence in its versions, oldest first. */
  readonly sentence: readonly { readonly text: string; readonly since: string }[]
  readonly purposeTouched: PurposeTouched
  /** Where a rule stood in the way of work that touched its purpose. */
  readonly blocked: readonly Ref[]
  /** What people depended on the rep for. */
  readonly atStake: readonly Quote[]
  readonly values: readonly ValueShown[]
  /** Entries that named something both care about. */
  readonly commonGround: Share
  /** By how people arrived (rule R10). */
  readonly lift: {
    readonly unhappy: LiftByPurpose
    readonly neither: LiftByPurpose
    readonly well: LiftByPurpose
  }
}

/** Returns how the chosen entries touched why the work is done. */
export function purposeFigures(input: ChosenInput): PurposeFigures {
  const { entries, audience, settings } = input
  const tooFew = entries.length < FEW
  const line = settings.purpose?.line
  return {
    ...chosenBy('purpose', input, entries.length),
    tooFew,
    ...(line !== undefined && { line }),
    sentence: settings.purpose?.own ?? [],
    purposeTouched: purposeAnswers(entries, tooFew),
    blocked: refsOf(entries.filter(purposeBlocked), audience),
    atStake: quotesOf(entries, audience, ({ contact }) => contact?.atStake),
    values: valuesShown(entries, quotable(entries, audience), settings, tooFew),
    commonGround: shareWhere(entries, ({ meaning }) => meaning?.commonGround !== undefined, {
      form: 'count',
      tooFew,
    }),
    lift: liftByPurpose(entries),
  }
}

// The settings' values come first; others are named only by entries that may be quoted.
function valuesShown(
  entries: readonly Entry[],
  said: readonly Entry[],
  { values = [] }: Settings,
  tooFew: boolean,
): readonly ValueShown[] {
  const answered = entries.flatMap(({ meaning }) => (meaning?.values ? [meaning.values] : []))
  const named = said.flatMap(({ meaning }) => meaning?.values ?? [])
  return [...new Set([...values, ...named])]
    .map((value) => ({ value, k: answered.filter((each) => each.includes(value)).length }))
    .filter(({ k }) => k > 0)
    .map(({ value, k }) => ({
      value,
      share: shareOf(k, answered.length, { form: 'count', tooFew }),
    }))
}

function liftByPurpose(entries: readonly Entry[]): PurposeFigures['lift'] {
  const answered = entries.filter(({ meaning }) => meaning?.purpose !== undefined)
  const touched = liftsByArrival(answered.filter(touchedPurpose))
  const other = liftsByArrival(answered.filter((entry) => !touchedPurpose(entry)))
  const told = (arrival: Arrival) => againstOther(touched[arrival], other[arrival])
  return { unhappy: told('unhappy'), neither: told('neither'), well: told('well') }
}

function againstOther(touched: Histogram, other: Histogram): LiftByPurpose {
  const { difference, verdict } = compareAverages(touched, other, ARRIVALS.length)
  const text = verdict === 'no clear change' ? 'no clear difference' : verdict
  return { touched: averageLift(touched), other: averageLift(other), difference, text }
}
