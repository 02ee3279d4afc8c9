import { describe, expect, it } from 'vitest'
import { todayFigures, yearBefore } from '../../src/reports/today.ts'
import { anEntry } from '../helpers.ts'
import { anInput, felt } from './input.ts'

const DAY = { name: '2026-11-18', from: '2026-11-18', to: '2026-11-18' }
const plan = (id: string, due: string, promised: boolean) =>
  anEntry({ id, followUp: { status: 'planned', due, promised } })

const good = felt('angry', 'grateful', {
  id: 'good',
  at: '2026-11-18T09:00:00-06:00',
  contact: { customerWords: 'Quick, and kind' },
})
const input = {
  ...anInput({
    report: 'today',
    period: DAY,
    entries: [good, felt('neutral', 'upset', { id: 'hard', share: 'never' })],
    open: [
      plan('a', '2026-11-18', false),
      plan('b', '2026-11-18', true),
      plan('c', '2026-11-19', true),
      plan('d', '2026-11-20', true),
    ],
  }),
  yearAgo: [felt('rushed', 'amazed', { id: 'old', at: '2025-11-18T09:00:00-06:00' })],
}

describe('today', () => {
  const figures = todayFigures(input)

  it('is never too few and never compared', () => {
    expect(figures).toMatchObject({ report: 'today', tooFew: false, entries: 2 })
    expect(figures.period).toEqual({ ...DAY, soFar: true })
    expect(figures).not.toHaveProperty('change')
    expect(figures).not.toHaveProperty('listed')
  })

  it('shows each entry on a line', () => {
    expect(figures.lines).toEqual([
      {
        id: 'good',
        at: '2026-11-18T09:00:00-06:00',
        customer: 'lantern-street',
        before: 'angry',
        after: 'grateful',
        disposition: 'resolved',
      },
      expect.objectContaining({ id: 'hard', after: 'upset' }),
    ])
  })

  it('names what is due today and tomorrow, promised first', () => {
    expect(figures.dueToday.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(figures.dueTomorrow.map(({ id, due }) => [id, due])).toEqual([['c', '2026-11-19']])
  })

  it('remembers the best moment of the day and of the day a year ago', () => {
    expect(figures.best).toMatchObject({ id: 'good', customerWords: 'Quick, and kind' })
    expect(figures.yearAgo).toMatchObject({ id: 'old', before: 'rushed', after: 'amazed' })
    const empty = todayFigures({ ...input, entries: [], yearAgo: [] })
    expect(empty).not.toHaveProperty('best')
    expect(empty).not.toHaveProperty('yearAgo')
    expect(empty.noticing).toEqual(['Nothing stands out beyond chance today.'])
  })

  it('leaves out elsewhere what is never shared', () => {
    const elsewhere = todayFigures({ ...input, audience: 'elsewhere' })
    expect(elsewhere.lines.map(({ id }) => id)).toEqual(['good'])
    expect(elsewhere.entries).toBe(2)
  })

  it('knows when work is over only where work hours are set', () => {
    expect(figures.afterHours).toBe(false)
    const settings = { workHours: '06:00-11:00' }
    expect(todayFigures({ ...input, settings }).afterHours).toBe(true)
  })
})

it.each([
  ['2026-11-18', '2025-11-18'],
  ['2024-02-29', undefined],
  ['2025-02-28', '2024-02-28'],
])('a year before %s is %s', (day, before) => expect(yearBefore(day)).toBe(before))
