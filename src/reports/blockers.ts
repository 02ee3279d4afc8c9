import type { Entry } from '../model/entry.ts'
import { BLOCKERS } from '../model/vocabulary.ts'
import type { Quote, Ref, Share } from './figure.ts'
import { findingOf, type Grouping } from './groups.ts'
import { type Chosen, type ChosenInput, chosenBy } from './input.ts'
import { feltOf, leftUnhappy } from './leaving.ts'
import { purposeBlocked } from './meaning.ts'
import {
  authorityGap,
  authorityWishes,
  type BlockerCount,
  blockerCounts,
  blockersOf,
} from './obstacles.ts'
import { quotesOf, refsOf } from './refs.ts'
import { shareWhere } from './share.ts'

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

const leftUnhappyShare = (entries: readonly Entry[]) =>
  shareWhere(feltOf(entries), leftUnhappy, { form: 'count' })

/** Returns what stood in the way over the chosen entries; a blocker is a fact, counted from the first. */
export function blockersFigures(input: ChosenInput): BlockersFigures {
  const { entries, audience } = input
  const scan = { groupings: [BY_BLOCKER], figure: leftUnhappyShare, words: 'Left unhappy:' }
  const finding = findingOf(entries, scan)
  return {
    ...chosenBy('blockers', input),
    blockers: blockerCounts(entries).map((count) => ({
      ...count,
      leftUnhappy: leftUnhappyShare(
        entries.filter((entry) => blockersOf(entry).includes(count.blocker)),
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
