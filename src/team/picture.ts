import type { Share } from '../reports/figure.ts'
import { shareOf } from '../reports/share.ts'
import { type Broken, suppress } from './breakdown.ts'
import type { TeamPicture, TeamStory, Thanks } from './figures.ts'
import { chanceRange, type Limits } from './limits.ts'
import { LEAST_REPS_TO_BREAK_DOWN, type SharedText, type Tally } from './tally.ts'

const rate = (k: number, n: number): Share => shareOf(k, n, { form: 'rate' })
const count = (k: number, n: number): Share => shareOf(k, n, { form: 'count' })

/** How far apart people may be by chance alone, and how many lie beyond that; no limits where nobody can be judged. */
export interface Chance {
  readonly limits?: Limits
  readonly outside: number
}

/** Returns the figures of a team of so many reps. */
export function pictureOf(tally: Tally, reps: number, chance: Chance): TeamPicture {
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
    ...breakdowns(tally, reps),
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

function breakdowns({ blockers, channels, moments }: Tally, reps: number) {
  const byBlocker = allowed(
    reps,
    suppress(blockers, (each) => each.count, 1),
    blockers.length,
  )
  const byChannel = allowed(
    reps,
    suppress(channels, ({ n }) => n),
    channels.length,
  )
  const byMoment = allowed(
    reps,
    suppress(moments, ({ n }) => n),
    moments.length,
  )
  return {
    blockers: byBlocker.shown.map(({ word, count, customers, uncoded }) => ({
      blocker: word,
      count,
      ...(uncoded === 0 && { customers }),
    })),
    channels: byChannel.shown.map(({ word, k, n }) => ({ channel: word, leftWell: count(k, n) })),
    moments: byMoment.shown.map(({ word, k, n }) => ({ moment: word, leftWell: count(k, n) })),
    hidden: {
      blockers: byBlocker.hidden,
      channels: byChannel.hidden,
      moments: byMoment.hidden,
    },
  }
}

/** Returns the breakdown, or none of it where the team is too small for any. */
function allowed<Item>(reps: number, broken: Broken<Item>, parts: number): Broken<Item> {
  return reps >= LEAST_REPS_TO_BREAK_DOWN ? broken : { shown: [], hidden: parts }
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
