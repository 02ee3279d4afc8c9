import type { Counting, Counts } from '../model/counts.ts'
import type { DayRange } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { DISPOSITIONS, type Disposition } from '../model/vocabulary.ts'
import { type Effort, effortIn, effortNames, effortOf } from './effort.ts'
import { type FeelingGrid, feelingGrid } from './feeling-grid.ts'
import { feltIn, feltName } from './felt-counts.ts'
import type { Share } from './figure.ts'
import { BY_CHANNEL, BY_FIRST_MET, BY_LOAD, BY_MOMENT } from './groupings.ts'
import {
  findingOf,
  type Grouping,
  type GroupRow,
  groupNames,
  type Scan,
  tableBy,
} from './groups.ts'
import { type Chosen, chosenBy } from './input.ts'
import {
  ARRIVED_UNHAPPY_LEFT_WELL,
  isFelt,
  type Leaving,
  leavingFigures,
  leavingShare,
  STUCK,
} from './leaving.ts'
import { type LiftByArrival, liftByArrival } from './lift.ts'
import { FEW, shareOf } from './share.ts'
import { countsByWord, mostFirst } from './tally.ts'

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

const SCAN: Scan = {
  groupings: [BY_CHANNEL, BY_MOMENT, BY_LOAD, BY_FIRST_MET],
  ratio: ARRIVED_UNHAPPY_LEFT_WELL,
  words: 'Arrived unhappy, left well:',
}

const CONTACT = 'contact'
const GUESS = 'guess'

/** What the report needs to know of entries. */
export const FEELINGS: Counting = { name: 'feelings', version: 1, namesOf }

function namesOf(entry: Entry): readonly string[] {
  return [
    CONTACT,
    feltName(entry),
    ...(isFelt(entry) && entry.felt.basis === 'guess' ? [GUESS] : []),
    endingName(entry.disposition),
    ...effortNames(entry),
    ...groupNames(entry, SCAN),
  ]
}

function endingName(ending: Disposition): string {
  return `ending ${ending}`
}

/** Returns how people arrived and left, over what `FEELINGS` counted; the days are those asked for. */
export function feelingsFigures(counts: Counts, days: DayRange): FeelingsFigures {
  const count = (name: string) => counts.get(name) ?? 0
  const entries = count(CONTACT)
  const tooFew = entries < FEW
  const people = feltIn(counts)
  const leaving = leavingFigures(people, tooFew)
  const grid = feelingGrid(people)
  const finding = findingOf(counts, SCAN)
  const by = (grouping: Grouping) => tableBy(counts, grouping, SCAN.ratio)
  const endings = DISPOSITIONS.map((word) => ({ word, count: count(endingName(word)) }))
  return {
    ...chosenBy('feelings', days, entries),
    tooFew,
    ...leaving,
    stuck: leavingShare(people, STUCK, tooFew),
    lift: liftByArrival(people),
    ...(grid && { grid }),
    by: {
      channel: by(BY_CHANNEL),
      moment: by(BY_MOMENT),
      load: by(BY_LOAD),
      firstMet: by(BY_FIRST_MET),
    },
    ...(finding !== undefined && { finding }),
    endings: countsByWord(mostFirst(endings)),
    effort: effortOf(effortIn(counts), tooFew),
    guesses: shareOf(count(GUESS), leaving.felt, { form: 'count', tooFew }),
  }
}
