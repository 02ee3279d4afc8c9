import type { Share } from '../reports/figure.ts'
import { shareOf } from '../reports/share.ts'
import type { TeamPicture, TeamStory, Thanks } from './figures.ts'
import { chanceRange, type Limits } from './limits.ts'
import type { HiddenParts } from './memory.ts'
import type { SharedText, Tally } from './tally.ts'

const rate = (k: number, n: number): Share => shareOf(k, n, { form: 'rate' })
const count = (k: number, n: number): Share => shareOf(k, n, { form: 'count' })

/** How far apart people may be by chance alone, and how many lie beyond that; no limits where nobody can be judged. */
export interface Chance {
  readonly limits?: Limits
  readonly outside: number
}

/** What else than its tally decides what is said of a team. */
interface Beyond {
  readonly reps: number
  readonly chance: Chance
  /** What the breakdowns leave out; nothing where there are none. */
  readonly hidden: HiddenParts | undefined
}

/** Returns the figures of a team of so many reps. */
export function pictureOf(tally: Tally, { reps, chance, hidden }: Beyond): TeamPicture {
  const { texts } = tally
  return {
    felt: tally.felt,
    first: {
      leftUnhappyNothingPlanned: tally.leftUnhappyNothingPlanned,
      overdue: tally.overdue,
      outOfSight: tally.outOfSight,
    },
    followUps: followUpsOf(tally),
    handoffs: {
      passedOn: tally.passedOn,
      checkedBack: tally.checkedBack,
      outOfSight: tally.outOfSight,
    },
    arrivedUnhappyLeftWell: rate(tally.arrivedUnhappyLeftWell, tally.arrivedUnhappy),
    leftWell: rate(tally.leftWell, tally.felt),
    slipped: count(tally.slipped, tally.arrivedFine),
    spread: spreadOf(chance, Math.round(tally.felt / reps)),
    extraSteps: { taken: count(tally.steps, tally.entries) },
    authority: {
      gap: count(tally.gap, tally.needed),
      wouldHaveDone: wordsOf(texts['would-have-done'].shown),
    },
    ...breakdowns(tally, hidden),
    stories: texts.story.shown.map(storyOf),
    thanks: texts.thanks.shown.map(thanksOf).toSorted(byName),
    friction: wordsOf(texts.friction.shown),
    coverage: { guesses: count(tally.guesses, tally.felt) },
  }
}

function followUpsOf({ due, onTime, late, overdue }: Tally): TeamPicture['followUps'] {
  return { due, onTime, late, overdue, kept: rate(onTime, onTime + late + overdue) }
}

function spreadOf({ limits, outside }: Chance, average: number): TeamPicture['spread'] {
  const beyondChance = outside > 0
  return {
    beyondChance,
    ...(limits && { limits: { n: average, ...chanceRange(average, limits) } }),
    text: beyondChance
      ? 'The spread between people is wider than chance alone would make it: look at what their days are like, not at who they are.'
      : 'The spread between people is no wider than chance alone would make it.',
  }
}

function breakdowns({ blockers, channels, moments }: Tally, hidden: HiddenParts | undefined) {
  const byBlocker = toldOf(blockers, hidden?.blockers, (each) => each.count)
  const byChannel = toldOf(channels, hidden?.channels, ({ n }) => n)
  const byMoment = toldOf(moments, hidden?.moments, ({ n }) => n)
  return {
    blockers: byBlocker.map(({ word, count, customers, uncoded }) => ({
      blocker: word,
      count,
      ...(uncoded === 0 && { customers }),
    })),
    channels: byChannel.map(({ word, k, n }) => ({ channel: word, leftWell: count(k, n) })),
    moments: byMoment.map(({ word, k, n }) => ({ moment: word, leftWell: count(k, n) })),
    hidden: {
      blockers: blockers.length - byBlocker.length,
      channels: channels.length - byChannel.length,
      moments: moments.length - byMoment.length,
    },
  }
}

/** Returns the parts that are not hidden, most first; none where there is no breakdown. */
function toldOf<Item extends { readonly word: string }>(
  parts: readonly Item[],
  hidden: readonly string[] | undefined,
  sizeOf: (part: Item) => number,
): Item[] {
  const told = hidden ? parts.filter(({ word }) => !hidden.includes(word)) : []
  return told.toSorted((a, b) => sizeOf(b) - sizeOf(a))
}

function wordsOf(texts: readonly SharedText[]): string[] {
  return texts.map(({ text }) => text)
}

function storyOf({ week, text, more, share }: SharedText): TeamStory {
  return {
    week,
    headline: text,
    ...(more !== null && { lesson: more }),
    share: share ?? 'coach',
  }
}

function thanksOf({ text, more }: SharedText): Thanks {
  return { name: text, ...(more !== null && { for: more }) }
}

function byName(a: Thanks, b: Thanks): number {
  const [first, second] = [a, b].map((each) => JSON.stringify([each.name, each.for]))
  return (first ?? '') < (second ?? '') ? -1 : 1
}
