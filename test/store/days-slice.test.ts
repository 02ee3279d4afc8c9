import { describe, expect, it } from 'vitest'
import { linesOfDays } from '../../src/store/days-slice.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { inOrder } from '../../src/store/order.ts'
import { anEntry, idOf } from '../helpers.ts'

const OFFSETS = ['-14:00', '-06:00', 'Z', '+05:30', '+14:00']
const entries = inOrder(
  Array.from({ length: 30 }, (_, day) =>
    OFFSETS.flatMap((offset, index) =>
      ['00:00:00', '23:59:59'].map((time, late) =>
        anEntry({
          id: idOf(day * 10 + index * 2 + late),
          at: `2026-11-${String(day + 1).padStart(2, '0')}T${time}${offset}`,
          summary: 'x'.repeat((day * 37) % 90),
        }),
      ),
    ),
  ).flat(),
)
const { bytes } = renderMonth({ month: '2026-11', entries })
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}`

/** Returns the days of the lines that are in a slice. */
function daysIn(slice: Buffer): number[] {
  const lines = slice.toString().split('\n').slice(1)
  return lines.flatMap((line) => (line.startsWith('{') ? [Number(line.slice(35, 37))] : []))
}

describe('the lines that can hold the days of a range', () => {
  it('are all of those days, and of hardly any other', () => {
    for (let from = 1; from <= 30; from++)
      for (let to = from; to <= 30; to++) {
        const days = daysIn(linesOfDays(bytes, { from: on(from), to: on(to) }))
        const wanted = days.filter((day) => day >= from && day <= to)
        expect(wanted.length, `${from} to ${to}`).toBe((to - from + 1) * 10)
        expect(Math.min(...days)).toBeGreaterThanOrEqual(from - 2)
        expect(Math.max(...days)).toBeLessThanOrEqual(to + 2)
      }
  })

  it.each([
    [{}, 300],
    [{ from: '2026-12-04' }, 0],
    [{ to: '2026-10-28' }, 0],
    [{ from: '2026-10-01', to: '2027-01-01' }, 300],
    [{ from: '2026-11-30', to: '2026-11-01' }, 0],
  ])('of %j', (range, count) => {
    expect(daysIn(linesOfDays(bytes, range))).toHaveLength(count)
  })

  it('are none of an empty month', () => {
    const { bytes: empty } = renderMonth({ month: '2026-11', entries: [] })
    expect(daysIn(linesOfDays(empty, { from: on(1), to: on(2) }))).toEqual([])
  })

  it('are not guessed where a line says in another place when it was', () => {
    const other = Buffer.from(bytes.toString().replaceAll('{"id":', '{ "id":'))
    expect(() => linesOfDays(other, { from: on(3) })).toThrow('does not say')
  })
})
