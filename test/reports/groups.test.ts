import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { averageLift, compareAverages } from '../../src/reports/average.ts'
import { BY_BEHAVIOUR, BY_CHANNEL, firstMet } from '../../src/reports/groupings.ts'
import { countGroups, findingOf, type Scan, tableBy } from '../../src/reports/groups.ts'
import { histogramOf } from '../../src/reports/histogram.ts'
import { ARRIVED_UNHAPPY_LEFT_WELL } from '../../src/reports/leaving.ts'
import { anEntry } from '../helpers.ts'
import { many } from './input.ts'

const ratio = ARRIVED_UNHAPPY_LEFT_WELL
const tableOf = (entries: readonly Entry[]) =>
  tableBy(countGroups(entries, { groupings: [BY_CHANNEL], ratio }), BY_CHANNEL, ratio)
const findingIn = (entries: readonly Entry[], scan: Scan) =>
  findingOf(countGroups(entries, scan), scan)
const turned = (count: number, over: Partial<Entry> = {}) =>
  many(count, { felt: { before: 'angry', after: 'happy' }, ...over })
const stuck = (count: number, over: Partial<Entry> = {}) =>
  many(count, { felt: { before: 'angry', after: 'angry' }, ...over })

describe('a table by group', () => {
  const chat = { channel: 'chat' } as const
  const email = { channel: 'email' } as const

  it('has a row for each group with entries, in the order of the list, never by size', () => {
    const entries = [...turned(1, email), ...turned(4), ...turned(9, chat), ...stuck(1, chat)]
    expect(tableOf(entries)).toEqual([
      { name: 'phone', entries: 4, share: { k: 4, n: 4, text: 'few' } },
      {
        name: 'chat',
        entries: 10,
        share: expect.objectContaining({ k: 9, n: 10, text: '90 % (9 of 10; likely 60-98 %)' }),
      },
      { name: 'email', entries: 1, share: { k: 1, n: 1, text: 'few' } },
    ])
  })
})

describe('a finding', () => {
  const chat = { channel: 'chat' } as const
  const scan = { groupings: [BY_CHANNEL], ratio, words: 'Left well:' }

  it('is the one group that differs from the rest', () => {
    const entries = [...turned(18, chat), ...stuck(2, chat), ...turned(6), ...stuck(14)]
    expect(findingIn(entries, scan)).toBe(
      'Left well: lower with channel phone, 6 of 20 against 18 of 20 elsewhere.',
    )
  })

  it.each([
    ['too few inside', [...turned(9, chat), ...stuck(40)]],
    ['too few outside', [...turned(40, chat), ...stuck(9)]],
    ['no difference', [...turned(10, chat), ...stuck(10, chat), ...turned(10), ...stuck(10)]],
    ['nothing', []],
  ])('is not made of %s', (_, entries) => {
    expect(findingIn(entries, scan)).toBeUndefined()
  })

  it('takes more to stand out the more groups are scanned', () => {
    const two = [...turned(8, chat), ...stuck(2, chat), ...turned(8), ...stuck(16)]
    expect(findingIn(two, scan)).toContain('channel')
    const others = (['email', 'ticket', 'sms', 'video'] as const).flatMap((channel) => [
      ...turned(8, { channel }),
      ...stuck(12, { channel }),
    ])
    expect(findingIn([...two, ...others], scan)).toBeUndefined()
  })

  it('is at most one, and a behaviour is worth trying, not proof', () => {
    const brought = { care: { behaviours: ['patient'] } } satisfies Partial<Entry>
    const without = { care: { behaviours: [] } } satisfies Partial<Entry>
    const entries = [...turned(20, brought), ...stuck(20, without), ...stuck(10)]
    expect(findingIn(entries, { ...scan, groupings: [BY_CHANNEL, BY_BEHAVIOUR] })).toBe(
      'Left well: higher with behaviour patient, 20 of 20 against 0 of 20 elsewhere. Worth trying, not proof.',
    )
  })
})

it.each([
  [{ priorChannels: ['phone', 'chatbot'] }, 'machine'],
  [{ priorChannels: ['phone', 'visit'] }, 'person'],
  [{ priorChannels: [] }, 'nobody'],
  [{ priorContacts: 0 }, 'nobody'],
  [{ priorContacts: 2 }, undefined],
  [undefined, undefined],
] as const)('with %j before they had met %s', (contact, met) => {
  const entry = anEntry({ contact: contact as Entry['contact'] })
  expect(firstMet(entry)).toBe(met)
})

describe('an average', () => {
  const lifts = [1, 2, 3, 1, 2, 3, 1, 2, 3, 2]
  const comparing = (a: readonly number[], b: readonly number[], m = 1) =>
    compareAverages(histogramOf(a), histogramOf(b), m)

  it.each([
    [[], { n: 0, text: 'few' }],
    [[1, 2, 3, 4], { n: 4, text: 'few' }],
    [[1, 2, 3, 4, 0], { n: 5, text: 'median +2 (n=5)' }],
    [[-1, -1, -1, 0, 0, -2, -3], { n: 7, text: 'median -1 (n=7)' }],
    // scipy: mean 2.0, sd 0.8165, t(9) 2.262 -> 1.416 to 2.584
    [lifts, { n: 10, mean: 2, low: 1.4, high: 2.6, text: '+2 (likely +1.4 to +2.6, n=10)' }],
    [
      Array.from({ length: 10 }, () => 4),
      { n: 10, mean: 4, low: 4, high: 4, text: '+4 (likely +4 to +4, n=10)' },
    ],
  ])('of %j', (values, average) => expect(averageLift(histogramOf(values))).toEqual(average))

  it('is clipped to the scale', () => {
    const values = [4, 4, 4, 4, 4, 4, 4, 4, 4, -4]
    expect(averageLift(histogramOf(values))).toMatchObject({ mean: 3.2, low: 1.4, high: 4 })
  })

  it('is compared only from ten on both sides, and told apart only where 0 is left out', () => {
    const low = lifts.map((lift) => lift - 1)
    // sqrt(2 x 0.6667 / 10) x t(18) 2.1009 = 0.7671
    expect(comparing(lifts, low)).toEqual({
      difference: [0.2329, 1.7671],
      verdict: 'higher',
    })
    expect(comparing(low, lifts).verdict).toBe('lower')
    expect(comparing(lifts, lifts).verdict).toBe('no clear change')
    expect(comparing(lifts.slice(1), low)).toEqual({
      difference: null,
      verdict: 'too few to compare',
    })
  })

  it('is told apart less easily as one of several', () => {
    const near = lifts.map((lift) => lift - 0.85)
    expect(comparing(lifts, near).verdict).toBe('higher')
    expect(comparing(lifts, near, 3).verdict).toBe('no clear change')
  })
})
