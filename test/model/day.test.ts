import { describe, expect, it } from 'vitest'
import { isDay, isTimestamp } from '../../src/model/day.ts'

/** A day that does not exist rolls over into the next month, so that it is written back otherwise. */
function existsByRollingOver(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

const two = (number: number) => String(number).padStart(2, '0')

describe('a day', () => {
  it('exists where it does not roll over into another', () => {
    for (let year = 1890; year <= 2110; year++)
      for (let month = 0; month <= 13; month++)
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const text = `${year}-${two(month)}-${two(day)}`
          expect(isDay(text), text).toBe(existsByRollingOver(text))
        }
  })

  it.each(['0000-01-01', '2026-1-01', '2026-11-18T', ' 2026-11-18', '2026-11-18\n', ''])(
    '%j is none',
    (text) => expect(isDay(text)).toBe(false),
  )

  it('of a timestamp must exist too', () => {
    expect(isTimestamp('2024-02-29T10:00:00Z')).toBe(true)
    expect(isTimestamp('2026-02-29T10:00:00Z')).toBe(false)
  })
})
