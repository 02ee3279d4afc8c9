import type { Entry } from '../model/entry.ts'
import { averageLift } from './average.ts'
import type { Average } from './figure.ts'
import { arrivedUnhappy, arrivedWell, feltOf, liftOf } from './leaving.ts'

export const ARRIVALS = ['unhappy', 'neither', 'well'] as const

/** How somebody arrived: unhappy (-2, -1), neither (0) or well (+1, +2). */
export type Arrival = (typeof ARRIVALS)[number]

/** The change of feeling, parted by how people arrived: who arrives upset has only one way to go (rule R10). */
export type LiftByArrival = Readonly<Record<Arrival, Average>>

/** Returns the average lift of the people who arrived unhappy, neither, and well. */
export function liftByArrival(entries: readonly Entry[]): LiftByArrival {
  const { unhappy, neither, well } = liftsByArrival(entries)
  return {
    unhappy: averageLift(unhappy),
    neither: averageLift(neither),
    well: averageLift(well),
  }
}

/** Returns the lifts of the entries of which both feelings are known, by how people arrived. */
export function liftsByArrival(entries: readonly Entry[]): Record<Arrival, readonly number[]> {
  const felt = feltOf(entries)
  const lifts = (of: readonly Entry[]) => of.flatMap((entry) => liftOf(entry) ?? [])
  return {
    unhappy: lifts(felt.filter(arrivedUnhappy)),
    neither: lifts(felt.filter((entry) => !arrivedUnhappy(entry) && !arrivedWell(entry))),
    well: lifts(felt.filter(arrivedWell)),
  }
}
