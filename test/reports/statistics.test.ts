import { describe, expect, it } from 'vitest'
import { histogramOf, median, quantile, variance } from '../../src/reports/histogram.ts'
import { tQuantile975, zForScan } from '../../src/reports/quantiles.ts'
import { readingOf, runLimits, runsOf } from '../../src/reports/run-chart.ts'
import { newcombe, percentOf, rounded, wilson } from '../../src/reports/statistics.ts'

const four = (range: readonly [number, number]) => range.map((value) => rounded(value, 4))

describe('wilson', () => {
  it.each([
    [0, 5, 0, 0.4345],
    [3, 5, 0.2307, 0.8824],
    [5, 5, 0.5655, 1],
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [9, 14, 0.3876, 0.8366],
    [16, 20, 0.584, 0.9193],
    [27, 40, 0.5202, 0.7992],
  ])('%i of %i lies in %f to %f', (k, n, low, high) => {
    expect(four(wilson(k, n))).toEqual([low, high])
  })
})

describe('newcombe', () => {
  it.each([
    [8, 10, 5, 10, -0.1067, 0.5999],
    [18, 20, 10, 20, 0.1159, 0.6133],
    [12, 15, 6, 15, 0.0504, 0.6398],
    [9, 14, 10, 13, -0.4219, 0.2074],
    [30, 40, 20, 40, 0.0379, 0.4333],
  ])('%i of %i against %i of %i lies in %f to %f', (k1, n1, k2, n2, low, high) => {
    expect(four(newcombe({ k: k1, n: n1 }, { k: k2, n: n2 }))).toEqual([low, high])
  })

  it('gives the range of the sample week', () => {
    const [low, high] = newcombe({ k: 10, n: 14 }, { k: 9, n: 13 })
    expect([rounded(low, 3), rounded(high, 3)]).toEqual([-0.295, 0.339])
  })
})

it.each([
  [9, 2.262],
  [10, 2.228],
  [13, 2.16],
  [19, 2.093],
  [29, 2.045],
  [39, 2.023],
  [59, 2.001],
  [1, 12.706],
  [2, 4.303],
  [1000, 1.962],
])('t of 97.5 %% with %i degrees of freedom is %f', (df, t) => {
  expect(rounded(tQuantile975(df), 3)).toBe(t)
})

it.each([
  [1, 1.96],
  [3, 2.394],
  [5, 2.576],
  [8, 2.734],
  [10, 2.807],
  [12, 2.865],
])('z widened for %i groups is %f', (m, z) => {
  expect(rounded(zForScan(m), 3)).toBe(z)
})

it('scans one group with the z of the definitions', () => {
  expect(zForScan(1)).toBe(1.959964)
})

it('widens t as it widens z', () => {
  expect(tQuantile975(1e6, 8)).toBeCloseTo(zForScan(8), 3)
})

describe('the run chart', () => {
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [15, 7, 4],
    [20, 7, 6],
    [26, 8, 8],
    [52, 9, 20],
  ])('%i useful points: a run over %i or crossings under %i', (n, run, crossings) => {
    expect(runLimits(n)).toEqual({ run, crossings })
  })

  it('leaves points on the median out', () => {
    expect(runsOf([1, 5, 3, 5, 1])).toEqual({ useful: 4, longest: 2, crossings: 2 })
    expect(runsOf([2, 2, 2])).toEqual({ useful: 0, longest: 0, crossings: 0 })
  })

  const steps = (...lengths: number[]) =>
    lengths.flatMap((length, i) => Array.from({ length }, () => i % 2))

  it.each([
    ['a long run', steps(8, 3, 1, 3, 1, 4), '8 weeks running on one side of the median'],
    ['hardly any crossing', steps(5, 5), 'crosses the median only once'],
    ['to and fro', steps(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 'no clear trend'],
    ['never moving', steps(10), 'no clear trend'],
  ])('%s', (_, values, reading) => {
    expect(readingOf(values)).toBe(reading)
  })
})

describe('the middle of the values', () => {
  it.each([
    [[4], 4],
    [[3, 1, 2], 2],
    [[10, 9, 1, 2], 5.5],
  ])('%j has the median %f', (values, middle) => expect(median(histogramOf(values))).toBe(middle))

  it('quartiles lie on straight lines between neighbours', () => {
    const values = histogramOf([4, 2, 3, 1])
    expect([quantile(values, 0.25), quantile(values, 0.75)]).toEqual([1.75, 3.25])
  })

  it('the variance divides by n - 1', () => expect(variance(histogramOf([1, 3]))).toBe(2))
})

describe('rounding', () => {
  it.each([
    [1, 8, 13],
    [1, 200, 1],
    [9, 14, 64],
    [0, 3, 0],
    [3, 3, 100],
  ])('%i of %i is %i %%', (k, n, percent) => expect(percentOf(k, n)).toBe(percent))

  it('is half up and never -0', () => {
    expect([rounded(0.12345, 4), rounded(2.5, 0)]).toEqual([0.1235, 3])
    expect(Object.is(rounded(-0.00001, 4), 0)).toBe(true)
  })
})
