import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { customerFigures } from '../../src/reports/customer.ts'
import { anEntry } from '../helpers.ts'
import { AFTER } from './input.ts'

const on = (day: string, over: Partial<Entry>) =>
  anEntry({ id: day, at: `${day}T10:00:00-06:00`, ...over })

const entries = [
  on('2026-10-01', {
    contact: {
      priorContacts: 4,
      priorChannels: ['phone'],
      atStake: 'the wedding on Saturday',
      relationship: 'at-risk',
      moment: 'repair',
    },
    followUp: {
      status: 'done',
      due: '2026-10-02',
      promised: true,
      completedAt: '2026-10-03T09:00:00-06:00',
    },
  }),
  on('2026-10-11', { share: 'never', contact: { customerWords: 'kept' } }),
  on('2026-11-01', {
    contact: { priorContacts: 0, customerWords: 'Quick, and kind', relationship: 'mended' },
    followUp: { status: 'planned', due: '2026-11-13', action: 'Text' },
  }),
]
const of = (over = {}) =>
  customerFigures({ customer: 'lan', entries, now: AFTER, audience: 'terminal', ...over })

describe("a customer's history", () => {
  it('opens with what to know before the next call', () => {
    const { know } = of()
    expect(know).toMatchObject({
      last: { id: '2026-11-01', before: 'neutral', after: 'satisfied' },
      open: [{ kind: 'follow-up', action: 'Text', daysOverdue: 5 }],
      atStake: { at: '2026-10-01T10:00:00-06:00', text: 'the wedding on Saturday' },
      words: { text: 'Quick, and kind' },
      relationship: { text: 'mended' },
    })
    expect(Object.keys(know)).toHaveLength(5)
  })

  it('tells the relationship in order, in counts only', () => {
    const figures = of()
    expect(figures).toMatchObject({
      report: 'customer',
      customer: 'lan',
      entries: 3,
      triedBefore: { contacts: 4, channels: ['phone'] },
      followUps: { due: 2, onTime: 0, late: 1, overdue: 1 },
    })
    expect(figures.timeline.map(({ id, gap, followUp }) => [id, gap, followUp?.state])).toEqual([
      ['2026-10-01', undefined, 'late'],
      ['2026-10-11', 10, undefined],
      ['2026-11-01', 21, 'overdue'],
    ])
    expect(JSON.stringify(figures)).not.toContain('percent')
  })

  it('counts no day between contacts that zones put in the other order', () => {
    const at = (id: string, at: string) => anEntry({ id, at })
    const { know, timeline } = of({
      entries: [at('a', '2026-10-11T00:00:00+05:30'), at('b', '2026-10-10T13:00:00-06:00')],
    })
    expect(timeline.map(({ gap }) => gap)).toEqual([undefined, 0])
    expect(know.last?.gap).toBe(0)
  })

  it.each([
    [{ status: 'planned', due: '2026-11-18' }, 'open'],
    [{ status: 'done', due: '2026-11-18', completedAt: AFTER }, 'on-time'],
    [{ status: 'done' }, 'done'],
    [{ status: 'cancelled', note: 'moved away' }, 'dropped'],
    [{ status: 'not-needed' }, undefined],
  ] as const)('a follow-up %j is %s', (followUp, state) => {
    const { timeline } = of({ entries: [on('2026-11-01', { followUp })] })
    expect(timeline[0]?.followUp?.state).toBe(state)
  })

  it('leaves out elsewhere what is never shared, but for the count', () => {
    const figures = of({ audience: 'elsewhere' })
    expect(figures.entries).toBe(3)
    expect(figures.timeline.map(({ id }) => id)).toEqual(['2026-10-01', '2026-11-01'])
    expect(JSON.stringify(figures)).not.toContain('kept')
  })

  it('of somebody never seen is empty', () => {
    expect(of({ entries: [] })).toEqual({
      report: 'customer',
      customer: 'lan',
      entries: 0,
      know: { open: [] },
      followUps: { due: 0, onTime: 0, late: 0, overdue: 0 },
      timeline: [],
    })
  })
})
