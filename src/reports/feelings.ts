import type { Entry } from '../model/entry.ts'
import { DISPOSITIONS } from '../model/vocabulary.ts'
import { type Effort, effortOf } from './effort.ts'
import { type FeelingGrid, feelingGrid } from './feeling-grid.ts'
import type { Share } from './figure.ts'
import { BY_CHANNEL, BY_FIRST_MET, BY_LOAD, BY_MOMENT } from './groupings.ts'
import { findingOf, type GroupRow, tableBy } from './groups.ts'
import { type Chosen, type ChosenInput, chosenBy } from './input.ts'
import {
  arrivedUnhappy,
  arrivedUnhappyLeftWell,
  feltOf,
  type Leaving,
  leavingFigures,
  leftUnhappy,
} from './leaving.ts'
import { type LiftByArrival, liftByArrival } from './lift.ts'
import { FEW, shareWhere } from './share.ts'
import { countsByWord, tally } from './tally.ts'

/** How people arrive, how they leave and where it turns: the JSON of `report feelings`. */
export interface FeelingsFigures extends Chosen<'feelings'>, Leaving {
  readonly tooFew: boolean
  /** Of those who arrived unhappy, those who left unhappy. */
  readonly stuck: Share
  readonly lift: LiftByArrival
  readonly grid?: FeelingGrid
  /** Arrived unhappy and left well, by group. */
  readonly by: {
    readonly channel: readonly GroupRow[]
    readonly moment: readonly GroupRow[]
    readonly load: readonly GroupRow[]
    readonly firstMet: readonly GroupRow[]
  }
  readonly finding?: string
  /** How they ended and how easy it was: a feeling is never shown alone. */
  readonly endings: Readonly<Record<string, number>>
  readonly effort: Effort
  readonly guesses: Share
}

const SCAN = {
  groupings: [BY_CHANNEL, BY_MOMENT, BY_LOAD, BY_FIRST_MET],
  figure: (entries: readonly Entry[]) => arrivedUnhappyLeftWell(entries),
  words: 'Arrived unhappy, left well:',
}

/** Returns how people arrived and left, over the chosen entries. */
export function feelingsFigures(input: ChosenInput): FeelingsFigures {
  const { entries } = input
  const tooFew = entries.length < FEW
  const telling = { form: 'count', tooFew } as const
  const grid = feelingGrid(entries)
  const finding = findingOf(entries, SCAN)
  const by = (grouping: typeof BY_CHANNEL) => tableBy(entries, grouping, SCAN.figure)
  const endings = entries.map(({ disposition }) => disposition)
  return {
    ...chosenBy('feelings', input),
    tooFew,
    ...leavingFigures(entries, tooFew),
    stuck: shareWhere(feltOf(entries).filter(arrivedUnhappy), leftUnhappy, telling),
    lift: liftByArrival(entries),
    ...(grid && { grid }),
    by: {
      channel: by(BY_CHANNEL),
      moment: by(BY_MOMENT),
      load: by(BY_LOAD),
      firstMet: by(BY_FIRST_MET),
    },
    ...(finding !== undefined && { finding }),
    endings: countsByWord(tally(endings, DISPOSITIONS)),
    effort: effortOf(entries, tooFew),
    guesses: shareWhere(feltOf(entries), ({ felt }) => felt.basis === 'guess', telling),
  }
}
