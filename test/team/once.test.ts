import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/model/vocabulary.ts'
import type { TeamFigures } from '../../src/team/figures.ts'
import { RUNS, SEED } from '../reports/random-journal.ts'
import { coachWith, entriesOf, packOf, period, WEEK } from './samples.ts'
import {
  CHANNELS,
  CROWD,
  CROWD_START,
  type Mix,
  mixes,
  packsBy,
  type Step,
  stepsOf,
  take,
  VARIANTS,
  type Variant,
} from './steps.ts'
import { type Broken, smallPartsIn } from './subtraction.ts'

const [NEXT, MONTH] = ['2026-W47', '2026-11']

/** Returns the packs of one week; `channels` says, for each rep, what their first contacts came through. */
function packsThrough(channels: readonly Channel[][], week: string, from = 1) {
  return channels.map((own, at) => {
    const of = (place: number) => ({ channel: own[place] ?? ('phone' as const) })
    return packOf(at + from, entriesOf(at + from, 8, { week, of }), { period: period(week) })
  })
}

const two = (channel: Channel): Channel[] => [channel, channel]
const LARGE = [two('chat'), two('chat'), two('chat'), two('email'), two('email'), two('email')]
const SMALL = [two('chat'), [], [], two('email'), two('email'), two('email')]
const named = ({ channels }: TeamFigures) => channels?.map(({ channel }) => channel)

describe('a part hidden in one report', () => {
  it('is not told by a month that holds it', async () => {
    const coach = await coachWith([...packsThrough(LARGE, WEEK), ...packsThrough(SMALL, NEXT)])
    expect(named(await coach.report(WEEK))).toEqual(['phone', 'chat', 'email'])
    expect(named(await coach.report(NEXT))).toEqual(['phone'])
    const month = await coach.report(MONTH)
    expect(named(month)).toEqual(['phone'])
    expect(month.hidden?.channels).toBe(2)
  })

  it('is not told by a month before its week was shown', async () => {
    const coach = await coachWith([...packsThrough(LARGE, WEEK), ...packsThrough(SMALL, NEXT)])
    await coach.report(WEEK)
    expect(named(await coach.report(MONTH))).toEqual(['phone'])
  })

  it('is not told by a week of a month that was shown: the month’s breakdown stands', async () => {
    const coach = await coachWith([...packsThrough(LARGE, WEEK), ...packsThrough(SMALL, NEXT)])
    const month = await coach.report(MONTH)
    expect(named(month)).toEqual(['phone', 'email', 'chat'])
    const week = await coach.report(WEEK)
    expect(week).toMatchObject({ counted: 6, channels: [], hidden: { channels: 3 } })
    expect(week.notes.join()).toMatch(/Not broken down/)
    expect(await coach.report(MONTH)).toEqual(month)
  })

  it('is not told by packs that came late, where they are of too few', async () => {
    const coach = await coachWith(packsThrough(LARGE, WEEK))
    const before = await coach.report(WEEK)
    await coach.store.add(packsThrough([two('chat'), two('chat')], WEEK, 7))
    expect(await coach.report(MONTH)).toMatchObject({ counted: 8, channels: [] })
    expect(named(await coach.report(WEEK))).toEqual(named(before))
  })
})

it('a month tells what no week of it hid', async () => {
  const coach = await coachWith([...packsThrough(LARGE, WEEK), ...packsThrough(LARGE, NEXT)])
  await coach.report(WEEK)
  expect(named(await coach.report(MONTH))).toEqual(['phone', 'chat', 'email'])
  expect(named(await coach.report(NEXT))).toEqual([])
})

/** Returns how many contacts of a pack came through the channel. */
function countIn(mix: Mix, cell: string, channel: Channel): number {
  const [rep, week, as] = cell.split(' ') as [string, string, Variant]
  const own = mix[`${rep} ${week}`] ?? []
  const all = Array.from({ length: VARIANTS[as].entries }, (_, at) => own[at] ?? 'phone')
  return all.filter((each) => each === channel).length
}

async function brokenIn(mix: Mix, happening: readonly Step[]): Promise<Broken[]> {
  const coach = await coachWith([])
  const packs = packsBy((rep, week) => mix[`${rep} ${week}`])
  const seen: Broken[] = []
  for (const step of happening) {
    const figures = await take(coach, step, packs)
    if (!figures?.stories || figures.channels === undefined) continue
    const cells = figures.stories.map(({ headline }) => headline)
    seen.push({ cells, parts: figures.channels.map(({ channel }) => channel) })
  }
  return seen
}

describe('of all breakdowns together', () => {
  it(`no part of fewer than three reps can be computed (seed ${SEED})`, async () => {
    let broken = 0
    let together = 0
    await fc.assert(
      fc.asyncProperty(
        mixes,
        fc.subarray([...CROWD_START], { minLength: 10 }),
        stepsOf(CROWD),
        async (...given) => {
          const [mix, start, more] = given
          const seen = await brokenIn(mix, [...start, ...more])
          const own = seen.filter(({ parts }) => parts.length > 0)
          broken += own.length
          together += new Set(own.map(({ cells }) => cells.join())).size > 1 ? 1 : 0
          expect(smallPartsIn(seen, CHANNELS, (cell, part) => countIn(mix, cell, part))).toEqual([])
        },
      ),
      { ...RUNS, numRuns: 150 },
    )
    expect(broken).toBeGreaterThan(50)
    expect(together).toBeGreaterThan(5)
  }, 120_000)
})
