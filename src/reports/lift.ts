import { averageLift } from './average.ts'
import type { Average } from './figure.ts'
import { added, type Histogram } from './histogram.ts'
import { arrivedUnhappy, arrivedWell, feltOf, liftOf, type WithFelt } from './leaving.ts'

export const ARRIVALS = ['unhappy', 'neither', 'well'] as const

/** How somebody arrived: unhappy (-2, -1), neither (0) or well (+1, +2). */
export type Arrival = (typeof ARRIVALS)[number]

/** The change of feeling, parted by how people arrived: who arrives upset has only one way to go (rule R10). */
export type LiftByArrival = Readonly<Record<Arrival, Average>>

/** Returns the average lift of those who arrived unhappy, neither, and well. */
export function liftByArrival(people: readonly WithFelt[]): LiftByArrival {
  const { unhappy, neither, well } = liftsByArrival(people)
  return {
    unhappy: averageLift(unhappy),
    neither: averageLift(neither),
    well: averageLift(well),
  }
}

/** Returns the lifts of the people of whom both feelings are known, by how they arrived. */
export function liftsByArrival(people: readonly WithFelt[]): Record<Arrival, Histogram> {
  const felt = feltOf(people)
  return {
    unhappy: liftsOf(felt.filter(arrivedUnhappy)),
    neither: liftsOf(felt.filter((each) => !arrivedUnhappy(each) && !arrivedWell(each))),
    well: liftsOf(felt.filter(arrivedWell)),
  }
}

function liftsOf(people: readonly WithFelt[]): Histogram {
  return added(people.flatMap((each) => liftStep(each)))
}

function liftStep({ times = 1, ...each }: WithFelt): Histogram {
  const lift = liftOf(each)
  return lift === undefined ? [] : [[lift, times]]
}
