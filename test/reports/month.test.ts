import { describe, expect, it } from 'vitest'
import { countEntries } from '../../src/model/counts.ts'
import { addDays } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { firstContact } from '../../src/reports/first-contact.ts'
import { intendedFigures } from '../../src/reports/intended.ts'
import { monthFigures } from '../../src/reports/month.ts'
import { priorEffort } from '../../src/reports/prior-effort.ts'
import { repeatedCauses } from '../../src/reports/repeats.ts'
import { monthsAround, trailRange, WEEKS, weeklyTrend } from '../../src/reports/trend.ts'
import { anEntry, idOf } from '../helpers.ts'
import { anInput, felt, many } from './input.ts'

const NOVEMBER = { name: '2026-11', from: '2026-11-01', to: '2026-11-30' }

describe('first contact', () => {
  const first = (over: Partial<Entry> = {}) =>
    anEntry({
      id: 'first',
      at: '2026-11-02T10:00:00-06:00',
      contact: { priorContacts: 0, moment: 'repair' },
      ...over,
    })
  const again = (at: string, over: Partial<Entry> = {}) =>
    anEntry({ id: 'again', at: `${at}T09:00:00-06:00`, contact: { moment: 'repair' }, ...over })

  it.each([
    ['nobody came back', first(), [], 1],
    ['back on the seventh day', first(), [again('2026-11-09')], 0],
    ['back on the eighth day', first(), [again('2026-11-10')], 1],
    ['a visit, back on the 30th day', first({ channel: 'on-site' }), [again('2026-12-02')], 0],
    ['a visit, back on the 31st day', first({ channel: 'on-site' }), [again('2026-12-03')], 1],
    ['about something else', first(), [again('2026-11-03', { contact: { moment: 'billing' } })], 1],
    ['somebody else', first(), [again('2026-11-03', { customer: 'other' })], 1],
    ['an earlier contact', first(), [again('2026-11-01')], 1],
    ['not resolved', first({ disposition: 'workaround' }), [], 0],
    ['tried before', first({ contact: { priorContacts: 1, moment: 'repair' } }), [], 0],
    [
      'anon, who cannot be known to come back',
      first({ customer: 'anon' }),
      [again('2026-11-03', { customer: 'anon' })],
      1,
    ],
  ])('%s', (_, entry, later, k) => {
    expect(firstContact([entry], later)).toMatchObject({ share: { k, n: 1 }, notAsked: 0 })
  })

  it('leaves out and counts those of whom it was not asked', () => {
    expect(firstContact([anEntry(), first()], [])).toEqual({
      share: { k: 1, n: 1, text: '1 of 1' },
      notAsked: 1,
    })
  })
})

describe('prior effort', () => {
  const tried = (contact: Entry['contact'], before: 'angry' | 'neutral' = 'angry') =>
    felt(before, 'happy', { contact })

  it('counts only where it was asked', () => {
    const entries = [
      tried({ priorContacts: 0 }),
      tried({ priorContacts: 5, priorChannels: ['phone', 'ivr'] }),
      tried({ priorContacts: 2, priorChannels: ['phone'] }, 'neutral'),
      tried({ priorChannels: [] }),
      anEntry(),
    ]
    expect(priorEffort(entries, false)).toEqual({
      contacts: { n: 3, median: 2, min: 0, max: 5, text: 'median 2 (0-5, n=3)' },
      triedBefore: { k: 2, n: 3, text: '2 of 3' },
      machineFirst: { k: 1, n: 3, text: '1 of 3' },
      arrivedUnhappy: [
        { name: 'machine', entries: 1, share: { k: 1, n: 1, text: 'few' } },
        { name: 'person', entries: 1, share: { k: 0, n: 1, text: 'few' } },
        { name: 'nobody', entries: 2, share: { k: 2, n: 2, text: 'few' } },
      ],
    })
  })
})

it('root causes are told from the third time, whatever their case', () => {
  const cause = (rootCause: string, over: Partial<Entry> = {}) =>
    anEntry({ contact: { rootCause }, ...over })
  const entries = [
    cause('Wet splitter'),
    cause('loose plug'),
    cause('wet splitter '),
    cause('WET SPLITTER', { share: 'never' }),
    cause('loose plug'),
  ]
  expect(repeatedCauses(entries, 'terminal')).toEqual([{ rootCause: 'Wet splitter', count: 3 }])
  expect(repeatedCauses(entries, 'elsewhere')).toEqual([])
})

it('intended feelings are held against how people left that moment', () => {
  const left = (after: Entry['felt']['after'], moment: 'complaint' | 'repair' = 'complaint') =>
    felt('angry', after, { contact: { moment } })
  const entries = [
    ...Array.from({ length: 4 }, () => left('relieved')),
    left('understood'),
    left('angry'),
    left('unknown'),
    left('relieved', 'repair'),
  ]
  const moments = [
    { name: 'complaint' as const, intended: ['relieved' as const, 'understood' as const] },
    { name: 'repair' as const, intended: ['happy' as const] },
  ]
  expect(intendedFigures(entries, { moments })).toEqual([
    {
      moment: 'complaint',
      intended: ['relieved', 'understood'],
      left: { k: 5, n: 6, text: '5 of 6' },
    },
    { moment: 'repair', intended: ['happy'], left: { k: 0, n: 1, text: 'few' } },
  ])
  expect(intendedFigures(entries, {})).toEqual([])
})

describe('the run chart of a month', () => {
  // One week of five contacts for each count: so many of the five left well.
  const weeks = (...well: number[]) =>
    well.flatMap((k, week) =>
      Array.from({ length: 5 }, (_, i) =>
        felt('angry', i < k ? 'happy' : 'angry', {
          id: idOf(week * 10 + i),
          at: `${addDays('2026-09-07', week * 7)}T10:00:00-06:00`,
        }),
      ),
    )
  const trend = (entries: readonly Entry[], today = '2027-01-01') =>
    weeklyTrend(countEntries(entries, WEEKS), {
      range: { from: '2026-06-08', to: '2026-11-30' },
      share: 'turned',
      today,
    })

  it('is drawn from ten finished weeks of five entries', () => {
    const ten = weeks(1, 2, 3, 4, 5, 1, 2, 3, 4, 5)
    expect(trend(ten)).toMatchObject({ median: 0.6, reading: 'no clear trend' })
    expect(trend(ten)?.points[0]).toEqual({ week: '2026-W37', k: 1, n: 5 })
    expect(trend(ten.slice(1))).toBeUndefined()
    expect(trend(ten, '2026-11-15')).toBeUndefined()
    expect(trend(ten, '2026-11-16')?.points).toHaveLength(10)
  })

  it('says what chance alone seldom does', () => {
    expect(trend(weeks(1, 1, 1, 1, 1, 5, 5, 5, 5, 5))?.reading).toBe('crosses the median only once')
  })

  it('leaves out weeks in which nobody arrived unhappy', () => {
    const ten = weeks(1, 2, 3, 4, 5, 1, 2, 3, 4, 5)
    const fine = ten.slice(5).concat(many(5, { at: '2026-09-07T10:00:00-06:00' }))
    expect(trend(fine)).toBeUndefined()
  })

  it('looks back 26 weeks, whole ones', () => {
    expect(trailRange(NOVEMBER)).toEqual({ from: '2026-06-08', to: '2026-11-30' })
    const around = { from: '2026-06-01', to: '2026-11-30' }
    expect(monthsAround(trailRange(NOVEMBER))).toEqual(around)
  })
})

describe('a month', () => {
  const entries = [
    felt('angry', 'happy', {
      id: 'a',
      contact: { moment: 'repair', effort: 2, priorContacts: 0 },
      obstacles: { learned: 'breathe first', supportWanted: 'a ladder', blockers: ['policy'] },
      meaning: { purpose: 3 },
    }),
    felt('angry', 'angry', {
      id: 'b',
      channel: 'chat',
      contact: { moment: 'billing', effort: 7 },
      obstacles: { learned: 'kept', authority: { needed: true, had: false } },
      share: 'never',
    }),
    ...many(4),
  ]
  const own = [{ text: 'I fix what holds', since: '2026-01-01' }]
  const input = {
    ...anInput({ report: 'month', period: NOVEMBER, entries, settings: { purpose: { own } } }),
    later: [],
    trail: countEntries(entries, WEEKS),
  }

  it('has the keys of a week and more', () => {
    const figures = monthFigures(input)
    expect(figures).toMatchObject({
      report: 'month',
      period: { name: '2026-11', soFar: true },
      entries: 6,
      byChannel: [
        { name: 'phone', entries: 5, share: { k: 1, n: 1, text: 'few' } },
        { name: 'chat', entries: 1, share: { k: 0, n: 1, text: 'few' } },
      ],
      byMoment: [
        { name: 'repair', entries: 1 },
        { name: 'billing', entries: 1 },
      ],
      priorEffort: { contacts: { n: 1, median: 0 } },
      effort: { spread: { n: 2, median: 4.5 }, counts: [0, 1, 0, 0, 0, 0, 1] },
      firstContact: { share: { k: 1, n: 1 }, notAsked: 5 },
      purposeTouched: { answers: [0, 0, 0, 1], touched: { k: 1, n: 1 }, blocked: 1 },
      authorityGap: { k: 1, n: 1 },
      intended: [],
      learned: [{ id: 'a', text: 'breathe first' }, { id: 'b' }],
      supportWanted: [{ id: 'a', text: 'a ladder' }],
      sentence: own,
    })
    expect(figures).not.toHaveProperty('finding')
    expect(figures).not.toHaveProperty('trend')
  })

  it('quotes nothing that is never shared away from the terminal', () => {
    const { learned, authorityGap } = monthFigures({ ...input, audience: 'elsewhere' })
    expect(learned.map(({ id }) => id)).toEqual(['a'])
    expect(authorityGap.k).toBe(1)
  })
})
