import { describe, expect, it } from 'vitest'
import { compare } from '../../src/reports/comparison.ts'
import { histogramOf } from '../../src/reports/histogram.ts'
import { shareOf, spreadOf } from '../../src/reports/share.ts'

describe('a share', () => {
  it.each([
    [0, 0, 'rate', 'none'],
    [2, 3, 'rate', '2 of 3'],
    [0, 9, 'count', '0 of 9'],
    [9, 14, 'rate', '64 % (9 of 14; likely 39-84 %)'],
    [10, 14, 'rate', '71 % (10 of 14; likely 45-88 %)'],
    [8, 14, 'count', '8 of 14'],
    [10, 10, 'rate', '100 % (10 of 10; likely 72-100 %)'],
  ] as const)('%i of %i told as a %s is "%s"', (k, n, form, text) => {
    expect(shareOf(k, n, { form }).text).toBe(text)
  })

  it('has percent and range from n = 10, in either form', () => {
    const figures = { k: 9, n: 14, percent: 64, low: 0.3876, high: 0.8366 }
    expect(shareOf(9, 14, { form: 'rate' })).toMatchObject(figures)
    expect(shareOf(9, 14, { form: 'count' })).toMatchObject(figures)
    expect(Object.keys(shareOf(8, 9, { form: 'rate' }))).toEqual(['k', 'n', 'text'])
  })

  it('says too few in a thin week and keeps its figures', () => {
    expect(shareOf(1, 3, { form: 'rate', tooFew: true })).toEqual({ k: 1, n: 3, text: 'too few' })
    expect(shareOf(0, 0, { form: 'count', tooFew: true }).text).toBe('too few')
    expect(shareOf(9, 12, { form: 'rate', tooFew: true })).toMatchObject({
      percent: 75,
      text: 'too few',
    })
  })
})

describe('a spread', () => {
  it.each([
    [[], { n: 0, text: 'none' }],
    [[6], { n: 1, median: 6, min: 6, max: 6, text: 'median 6 min (6-6, n=1)' }],
    [
      [14, 4, 1, 4, 3, 9, 2, 5],
      { n: 8, median: 4, min: 1, max: 14, text: 'median 4 min (1-14, n=8)' },
    ],
    [[1, 2], { n: 2, median: 1.5, min: 1, max: 2, text: 'median 1.5 min (1-2, n=2)' }],
  ])('of %j', (values, spread) => expect(spreadOf(histogramOf(values), 'min')).toEqual(spread))

  it('names quartiles from n = 20', () => {
    const values = Array.from({ length: 20 }, (_, i) => i + 1)
    expect(spreadOf(histogramOf(values.slice(1)), 'min').text).toBe('median 11 min (2-20, n=19)')
    expect(spreadOf(histogramOf(values), 'min').text).toBe(
      'median 10.5 min (1-20, middle half 5.8-15.3, n=20)',
    )
  })

  it('says too few in a thin week', () => {
    expect(spreadOf(histogramOf([3]), 'min', true)).toMatchObject({
      n: 1,
      median: 3,
      text: 'too few',
    })
    expect(spreadOf([], 'min', true).text).toBe('too few')
  })
})

describe('a comparison', () => {
  const share = (k: number, n: number) => shareOf(k, n, { form: 'rate' })

  it.each([
    [8, 10, 5, 10, [-0.1067, 0.5999], 'no clear change'],
    [18, 20, 10, 20, [0.1159, 0.6133], 'higher'],
    [10, 20, 18, 20, [-0.6133, -0.1159], 'lower'],
    [9, 9, 0, 10, null, 'too few to compare'],
    [10, 10, 0, 9, null, 'too few to compare'],
  ] as const)('%i of %i against %i of %i', (k1, n1, k2, n2, difference, verdict) => {
    expect(compare(share(k1, n1), share(k2, n2))).toEqual({ difference, verdict })
  })
})
