import type { Entry } from '../model/entry.ts'
import { BLOCKERS } from '../model/vocabulary.ts'
import type { Quote, Ref, Share } from './figure.ts'
import { countGroups, findingOf, type Grouping, type Scan } from './groups.ts'
import { type Chosen, type ChosenInput, chosenBy } from './input.ts'
import { isFelt, leavingShare, leftUnhappy, type WithFelt } from './leaving.ts'
import { purposeBlocked } from './meaning.ts'
import {
  authorityGap,
  authorityWishes,
  type BlockerCount,
  blockerCounts,
  blockersOf,
} from './obstacles.ts'
import type { Ratio } from './ratio.ts'
import { quotesOf, refsOf } from './refs.ts'

/** A kind of blocker, how often, for how many customers, and how many of those whose leaving is known left unhappy. */
export interface BlockerFigures extends BlockerCount {
  readonly leftUnhappy: Share
}

/** What stops the rep from doing right on the spot: the JSON of `report blockers`. */
export interface BlockersFigures extends Chosen<'blockers'> {
  readonly blockers: readonly BlockerFigures[]
  readonly finding?: string
  readonly authorityGap: Share
  readonly wouldHaveDone: readonly Quote[]
  /** The rules that were named. */
  readonly policies: readonly Quote[]
  readonly supportWanted: readonly Quote[]
  /** Where a rule stood in the way of work that touched its purpose. */
  readonly purposeBlocked: readonly Ref[]
  readonly technologyFriction: readonly Quote[]
}

const BY_BLOCKER: Grouping = {
  by: 'blocker',
  names: BLOCKERS,
  of: ({ obstacles }) => obstacles?.blockers,
}

const LEFT_UNHAPPY: Ratio<WithFelt> = { isIn: isFelt, fits: leftUnhappy, form: 'count' }

const SCAN: Scan = { groupings: [BY_BLOCKER], ratio: LEFT_UNHAPPY, words: 'Left unhappy:' }

/** Returns what stood in the way over the chosen entries; a blocker is a fact, counted from the first. */
export function blockersFigures(input: ChosenInput): BlockersFigures {
  const { entries, audience } = input
  const finding = findingOf(countGroups(entries, SCAN), SCAN)
  return {
    ...chosenBy('blockers', input, entries.length),
    blockers: blockerCounts(entries).map((count) => ({
      ...count,
      leftUnhappy: leavingShare(
        entries.filter((entry) => blockersOf(entry).includes(count.blocker)),
        LEFT_UNHAPPY,
      ),
    })),
    ...(finding !== undefined && { finding }),
    authorityGap: authorityGap(entries),
    wouldHaveDone: authorityWishes(entries, audience),
    policies: quotesOf(entries, audience, policyOf),
    supportWanted: quotesOf(entries, audience, ({ obstacles }) => obstacles?.supportWanted),
    purposeBlocked: refsOf(entries.filter(purposeBlocked), audience),
    technologyFriction: quotesOf(entries, audience, ({ contact }) => contact?.technologyFriction),
  }
}

function policyOf(entry: Entry): string | undefined {
  return blockersOf(entry).includes('policy') ? entry.obstacles?.note : undefined
}
