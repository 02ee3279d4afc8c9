import { describe, expect, it } from 'vitest'
import { isWorkDay, nextWorkDay, workDaysOf } from '../../src/model/work-days.ts'

describe('work days', () => {
  it.each([
    ['2026-11-18', '2026-11-19'],
    ['2026-11-20', '2026-11-23'],
    ['2026-11-21', '2026-11-23'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s comes %s', (day, next) => {
    expect(nextWorkDay(day)).toBe(next)
  })

  it('follow the settings', () => {
    expect(nextWorkDay('2026-11-20', ['sat'])).toBe('2026-11-21')
    expect(nextWorkDay('2026-11-21', ['sat'])).toBe('2026-11-28')
    expect(nextWorkDay('2026-11-21', [])).toBe('2026-11-22')
    expect(workDaysOf({ workDays: ['sun'] })).toEqual(['sun'])
    expect(workDaysOf({ workDays: [] })).toEqual(workDaysOf({}))
    expect(isWorkDay('2026-11-22')).toBe(false)
    expect(isWorkDay('2026-11-22', ['sun'])).toBe(true)
  })
})
