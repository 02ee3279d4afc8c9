import { describe, expect, it } from 'vitest'
import { localTimestamp, offsetAt, offsetOf, timestampIn } from '../../src/model/zone.ts'

describe('offsets', () => {
  it.each([
    ['2026-11-18T12:00:00Z', 'Asia/Kolkata', '+05:30'],
    ['2026-03-29T00:59:59Z', 'Europe/Stockholm', '+01:00'],
    ['2026-03-29T01:00:00Z', 'Europe/Stockholm', '+02:00'],
    ['2026-07-01T12:00:00Z', 'America/St_Johns', '-02:30'],
    ['2026-07-01T12:00:00Z', 'UTC', '+00:00'],
    ['2026-07-01T12:00:00Z', 'Z', '+00:00'],
    ['2026-07-01T12:00:00Z', '-06:00', '-06:00'],
  ])('at %s in %s', (instant, zone, offset) => {
    expect(offsetAt(Date.parse(instant), zone)).toBe(offset)
  })

  it('are kept in timestamps', () => {
    const instant = Date.parse('2026-11-18T18:00:00.750Z')
    expect(timestampIn(instant, 'Asia/Kolkata')).toBe('2026-11-18T23:30:00+05:30')
    expect(timestampIn(instant, '-06:00')).toBe('2026-11-18T12:00:00-06:00')
    expect(offsetOf('2026-11-18T23:30:00+05:30')).toBe('+05:30')
    expect(offsetOf('2026-11-18T23:30:00Z')).toBe('Z')
  })
})

describe('a local time in a named zone', () => {
  it.each([
    ['2026-03-29', '01:59', 'Europe/Stockholm', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29', '03:00', 'Europe/Stockholm', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25', '02:30', 'Europe/Stockholm', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25', '03:00', 'Europe/Stockholm', '2026-10-25T03:00:00+01:00'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T01:30:00-04:00'],
    ['2026-11-01', '02:00', 'America/New_York', '2026-11-01T02:00:00-05:00'],
    ['2026-09-27', '03:00', 'Pacific/Auckland', '2026-09-27T03:00:00+13:00'],
    ['2026-11-18', '23:59:30', 'Asia/Kolkata', '2026-11-18T23:59:30+05:30'],
  ])('%s %s in %s', (day, time, zone, at) => {
    expect(localTimestamp(day, time, zone)).toBe(at)
  })

  it('is refused where the clocks skip it', () => {
    expect(() => localTimestamp('2026-03-29', '02:30', 'Europe/Stockholm')).toThrow(
      /02:30 on Sun 29 Mar 2026 does not exist in Europe\/Stockholm/,
    )
  })
})
