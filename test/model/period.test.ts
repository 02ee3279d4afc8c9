import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/model/day.ts'
import {
  formatPeriod,
  isoWeek,
  isRunning,
  periodOf,
  previousPeriod,
  readPeriod,
  weekName,
  weekOf,
} from '../../src/model/period.ts'

const TODAY = '2026-11-18'

describe('ISO weeks', () => {
  it.each([
    ['2024-12-30', '2025-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-11-09', '2026-W46'],
    ['2026-11-15', '2026-W46'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
    ['2028-01-01', '2027-W52'],
    ['1970-01-01', '1970-W01'],
  ])('%s lies in %s', (day, name) => {
    expect(weekName(day)).toBe(name)
  })

  it('run on by one, a Monday at a time, across thirty years', () => {
    let last = isoWeek('2000-01-03')
    expect(last).toEqual({ year: 2000, week: 1 })
    for (let monday = '2000-01-10'; monday < '2030-01-01'; monday = addDays(monday, 7)) {
      const now = isoWeek(monday)
      const running = now.year === last.year && now.week === last.week + 1
      const anew = now.year === last.year + 1 && now.week === 1 && last.week >= 52
      expect(running || anew).toBe(true)
      expect(isoWeek(addDays(monday, 6))).toEqual(now)
      last = now
    }
  })
})

describe('a period typed', () => {
  it.each([
    [undefined, 'week', '2026-W47', '2026-11-16', '2026-11-22'],
    ['this', 'week', '2026-W47', '2026-11-16', '2026-11-22'],
    ['last', 'week', '2026-W46', '2026-11-09', '2026-11-15'],
    ['2026-W46', 'week', '2026-W46', '2026-11-09', '2026-11-15'],
    ['2026-w53', 'week', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2026-11-09', 'week', '2026-W46', '2026-11-09', '2026-11-15'],
    ['yesterday', 'week', '2026-W47', '2026-11-16', '2026-11-22'],
    [undefined, 'month', '2026-11', '2026-11-01', '2026-11-30'],
    ['last', 'month', '2026-10', '2026-10-01', '2026-10-31'],
    ['2028-02', 'month', '2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12-31', 'month', '2026-12', '2026-12-01', '2026-12-31'],
    [undefined, 'day', TODAY, TODAY, TODAY],
    ['last', 'day', '2026-11-17', '2026-11-17', '2026-11-17'],
    ['fri', 'day', '2026-11-13', '2026-11-13', '2026-11-13'],
    ['2026-11-09', 'day', '2026-11-09', '2026-11-09', '2026-11-09'],
  ] as const)('%s as a %s is %s', (typed, unit, name, from, to) => {
    expect(readPeriod(typed, unit, TODAY)).toEqual({ name, from, to })
  })

  it.each([
    ['2026-11', 'week', /2026-11 is a month, not a week: type .*2026-W46/],
    ['2026-W46', 'month', /2026-W46 is a week, not a month: type .*2026-11/],
    ['2026-W46', 'day', /2026-W46 is a week, not a day/],
    ['2026-W54', 'week', /2026-W54 does not exist: 2026 has 53 weeks/],
    ['2025-W53', 'week', /2025-W53 does not exist: 2025 has 52 weeks/],
    ['2026-W00', 'week', /2026-W00 does not exist/],
    ['2026-13', 'month', /"2026-13" is not a month: type/],
    ['2026-02-30', 'week', /2026-02-30 is a day that does not exist/],
    ['soon', 'week', /"soon" is not a week: type/],
    ['9am', 'day', /"9am" is not a day/],
  ] as const)('refuses %s as a %s', (typed, unit, message) => {
    expect(() => readPeriod(typed, unit, TODAY)).toThrow(message)
  })

  it.each([
    ['2027-01-05', 'week', '2026-W53'],
    ['2026-03-31', 'month', '2026-02'],
    ['2026-01-01', 'day', '2025-12-31'],
    ['2026-01-15', 'month', '2025-12'],
  ] as const)('before the one of %s as a %s comes %s', (day, unit, name) => {
    expect(previousPeriod(periodOf(day, unit)).name).toBe(name)
  })

  it.each([
    ['2026-11-15', true],
    ['2026-11-16', false],
    ['2026-11-01', true],
  ])('week 46 runs on %s: %s', (today, running) => {
    expect(isRunning(weekOf('2026-11-09'), today)).toBe(running)
  })

  it.each([
    ['2026-11-09', 'week', 'Week 46, 9-15 Nov'],
    ['2026-12-30', 'week', 'Week 53, 28 Dec - 3 Jan'],
    ['2027-01-07', 'week', 'Week 1, 4-10 Jan'],
    ['2026-11-09', 'month', 'November 2026'],
    ['2026-11-09', 'day', 'Mon 9 Nov 2026'],
  ] as const)('%s as a %s is shown as %s', (day, unit, text) => {
    expect(formatPeriod(periodOf(day, unit))).toBe(text)
  })
})
