import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { blockersFigures } from '../../src/reports/blockers.ts'
import { calendarFigures } from '../../src/reports/calendar.ts'
import { purposeFigures } from '../../src/reports/purpose.ts'
import { storiesFigures } from '../../src/reports/stories.ts'
import { anEntry } from '../helpers.ts'
import { AFTER, feelingsOf, felt, many } from './input.ts'

const chosen = (entries: readonly Entry[], over = {}) => ({
  entries,
  now: AFTER,
  audience: 'terminal' as const,
  settings: {},
  ...over,
})

describe('report feelings', () => {
  const ten = [
    ...many(6, { felt: { before: 'angry', after: 'happy' }, channel: 'chat' }),
    ...many(2, { felt: { before: 'upset', after: 'ignored' } }),
    ...many(2, { felt: { before: 'happy', after: 'neutral', basis: 'guess' } }),
  ]

  it('tells how people arrived and left, beside the ending and the effort', () => {
    const figures = feelingsOf(chosen(ten, { from: '2026-11-09' }))
    expect(figures).toMatchObject({
      report: 'feelings',
      from: '2026-11-09',
      entries: 10,
      felt: 10,
      tooFew: false,
      arrivedUnhappyLeftWell: { k: 6, n: 8, text: '6 of 8' },
      slipped: { k: 0, n: 2 },
      stuck: { k: 2, n: 8, text: '2 of 8' },
      lift: {
        unhappy: { n: 8, text: 'median +4 (n=8)' },
        neither: { n: 0, text: 'few' },
        well: { n: 2, text: 'few' },
      },
      by: {
        channel: [
          { name: 'phone', entries: 4, share: { k: 0, n: 2, text: 'few' } },
          { name: 'chat', entries: 6, share: { k: 6, n: 6, text: '6 of 6' } },
        ],
        moment: [],
        load: [],
        firstMet: [],
      },
      endings: { resolved: 10 },
      effort: { spread: { n: 0, text: 'none' } },
      guesses: { k: 2, n: 10 },
    })
    expect(figures).not.toHaveProperty('finding')
    expect(figures).not.toHaveProperty('to')
  })

  it('shows the grid only from twenty', () => {
    expect(feelingsOf(chosen([...ten, ...many(9)]))).not.toHaveProperty('grid')
    const { grid } = feelingsOf(chosen([...ten, ...many(10), felt('unknown', 'happy')]))
    expect(grid?.groups).toHaveLength(9)
    const row = (name: string) => grid?.rows.find(({ arrived }) => arrived === name)?.left
    expect(row('Anger')).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 6])
    expect(row('Flat')?.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(grid?.rows.flatMap(({ left }) => left).reduce((sum, count) => sum + count, 0)).toBe(20)
  })

  it('says too few under five', () => {
    const figures = feelingsOf(chosen(many(4)))
    expect([figures.tooFew, figures.stuck.text, figures.leftWell.text]).toEqual([
      true,
      'too few',
      'too few',
    ])
  })
})

describe('report stories', () => {
  const entries = [
    anEntry({
      id: 'a',
      meaning: {
        story: { headline: 'Two doors, one key', lesson: 'Breathe first', share: 'team' },
      },
      contact: { customerWords: 'Quick, and kind' },
      care: { helpedBy: ['dock-ada'], inspiredBy: 'sam' },
    }),
    anEntry({
      id: 'b',
      share: 'never',
      meaning: { story: {} },
      care: { helpedBy: ['desk-noor'], inspiredBy: 'sam' },
    }),
    anEntry({
      id: 'c',
      at: '2026-11-13T10:00:00-06:00',
      meaning: {
        recognition: [
          { direction: 'received', fromTo: 'green-gate', at: '2026-11-10', public: true },
          { direction: 'received', fromTo: 'boss' },
          { direction: 'given', fromTo: 'dock-ada' },
        ],
      },
    }),
  ]

  it('tells what is worth telling and whom to thank', () => {
    expect(storiesFigures({ ...chosen(entries), thanked: entries })).toEqual({
      report: 'stories',
      entries: 3,
      stories: [
        {
          id: 'a',
          at: '2026-11-12T10:00:00-06:00',
          customer: 'lantern-street',
          summary: expect.any(String),
          customerWords: 'Quick, and kind',
          headline: 'Two doors, one key',
          lesson: 'Breathe first',
          share: 'team',
        },
        expect.objectContaining({ id: 'b' }),
      ],
      recognition: { given: 1, received: 2, public: 1, daysSinceReceived: 5 },
      toThank: ['desk-noor'],
      borrowed: [{ from: 'sam', count: 2 }],
    })
  })

  it('keeps to itself elsewhere what is never shared', () => {
    const input = { ...chosen(entries, { audience: 'elsewhere' }), thanked: entries }
    const { stories, toThank, borrowed } = storiesFigures(input)
    expect(stories.map(({ id }) => id)).toEqual(['a'])
    expect(toThank).toEqual([])
    expect(borrowed).toEqual([{ from: 'sam', count: 1 }])
  })

  it('does not say how long ago where no thanks were received', () => {
    const { recognition } = storiesFigures({ ...chosen([anEntry()]), thanked: [] })
    expect(recognition).toEqual({ given: 0, received: 0, public: 0 })
  })
})

describe('report blockers', () => {
  const stuck = (over: Partial<Entry>, obstacles: Entry['obstacles']) =>
    felt('angry', 'upset', { obstacles, ...over })

  it('counts facts from the first one', () => {
    const entries = [
      stuck(
        { id: 'a', customer: 'a', meaning: { purpose: 3 } },
        {
          blockers: ['policy'],
          note: 'Returns end after 14 days',
          supportWanted: 'a longer window',
          authority: { needed: true, had: false, wouldHaveDone: 'take it back' },
        },
      ),
      stuck({ id: 'b' }, { blockers: ['time'], note: 'not a policy' }),
      anEntry({ id: 'c', contact: { technologyFriction: 'The menu has no way back' } }),
      anEntry({ id: 'd', obstacles: { authority: { needed: true, had: true } } }),
    ]
    expect(blockersFigures(chosen(entries))).toEqual({
      report: 'blockers',
      entries: 4,
      blockers: [
        { blocker: 'policy', count: 1, customers: 1, leftUnhappy: { k: 1, n: 1, text: '1 of 1' } },
        { blocker: 'time', count: 1, customers: 1, leftUnhappy: { k: 1, n: 1, text: '1 of 1' } },
      ],
      authorityGap: { k: 1, n: 2, text: '1 of 2' },
      wouldHaveDone: [{ id: 'a', customer: 'a', text: 'take it back' }],
      policies: [{ id: 'a', customer: 'a', text: 'Returns end after 14 days' }],
      supportWanted: [{ id: 'a', customer: 'a', text: 'a longer window' }],
      purposeBlocked: [expect.objectContaining({ id: 'a' })],
      technologyFriction: [
        { id: 'c', customer: 'lantern-street', text: 'The menu has no way back' },
      ],
    })
  })

  it('says "goes with" only where chance alone seldom does it, among those asked', () => {
    const unhappy = many(20, {
      felt: { before: 'angry', after: 'angry' },
      obstacles: { blockers: ['parts'] },
    })
    const asked = many(20, { obstacles: { blockers: [] } })
    expect(blockersFigures(chosen([...unhappy, ...asked])).finding).toBe(
      'Left unhappy: higher with blocker parts, 20 of 20 against 0 of 20 elsewhere.',
    )
    expect(blockersFigures(chosen([...unhappy, ...many(20)]))).not.toHaveProperty('finding')
  })
})

describe('report purpose', () => {
  const touched = (id: string, meaning: Entry['meaning'], over: Partial<Entry> = {}) =>
    anEntry({ id, meaning, ...over })

  it('holds the sentence beside what people depended on', () => {
    const entries = [
      touched(
        'a',
        { purpose: 3, values: ['plain words', 'calm'], commonGround: 'We both bake bread' },
        { contact: { atStake: 'the wedding on Saturday' }, obstacles: { blockers: ['policy'] } },
      ),
      touched('b', { purpose: 0, values: [] }),
      touched('c', { values: ['calm', 'mine'] }, { share: 'never', contact: { atStake: 'kept' } }),
      ...many(2),
    ]
    const own = [{ text: 'I fix what holds', since: '2026-01-01' }]
    const settings = { purpose: { line: 'Nobody waits alone', own }, values: ['calm', 'unseen'] }
    expect(purposeFigures(chosen(entries, { settings, audience: 'elsewhere' }))).toMatchObject({
      report: 'purpose',
      entries: 5,
      line: 'Nobody waits alone',
      sentence: own,
      purposeTouched: { answers: [1, 0, 0, 1], touched: { k: 1, n: 2 }, blocked: 1 },
      blocked: [{ id: 'a' }],
      atStake: [{ id: 'a', text: 'the wedding on Saturday' }],
      values: [
        { value: 'calm', share: { k: 2, n: 3, text: '2 of 3' } },
        { value: 'plain words', share: { k: 1, n: 3, text: '1 of 3' } },
      ],
      commonGround: { k: 1, n: 5 },
      lift: { unhappy: { difference: null, text: 'too few to compare' } },
    })
  })

  it('compares the lift only of people who arrived alike', () => {
    const rated = (purpose: number, after: 'happy' | 'neutral') =>
      many(10, { meaning: { purpose }, felt: { before: 'angry', after } })
    const { lift } = purposeFigures(chosen([...rated(2, 'happy'), ...rated(1, 'neutral')]))
    expect(lift.unhappy).toMatchObject({
      touched: { n: 10, mean: 4 },
      other: { n: 10, mean: 2 },
      difference: [2, 2],
      text: 'higher',
    })
    expect(lift.well.text).toBe('too few to compare')
  })
})

describe('report calendar', () => {
  const on = (day: string, after: Entry['felt']['after'] = 'happy', over: Partial<Entry> = {}) =>
    felt('neutral', after, { at: `${day}T10:00:00-06:00`, ...over })
  const step = { care: { extraSteps: ['stayed-on' as const] } }

  it('marks the days written down with the middle of how people left', () => {
    const entries = [
      on('2026-11-02', 'angry'),
      on('2026-11-02', 'relieved'),
      on('2026-11-02', 'unknown'),
      on('2026-11-03', 'unknown'),
      on('2026-11-10', 'happy', step),
    ]
    expect(calendarFigures(chosen(entries))).toEqual({
      report: 'calendar',
      from: '2026-11-02',
      to: '2026-11-18',
      entries: 5,
      days: [
        { day: '2026-11-02', entries: 3, level: -2 },
        { day: '2026-11-03', entries: 1, level: null },
        { day: '2026-11-10', entries: 1, level: 2 },
      ],
      weeks: { logged: { k: 2, n: 3, text: '2 of 3' }, current: 2, longest: 2 },
      extraStepWeeks: { k: 1, n: 2, text: '1 of 2' },
    })
  })

  it.each([
    ['the running week not yet written does not end it', ['2026-11-03', '2026-11-10'], 2, 2],
    ['the running week written', ['2026-11-03', '2026-11-10', '2026-11-16'], 3, 3],
    ['a gap ends it', ['2026-10-20', '2026-10-27', '2026-11-10'], 1, 2],
    ['two weeks without', ['2026-10-20'], 0, 1],
    ['nothing written', [], 0, 0],
    ['across a year', ['2025-12-29', '2026-01-05'], 0, 2],
  ])('weeks in a row: %s', (_, days, current, longest) => {
    const entries = days.map((day) => on(day))
    expect(calendarFigures(chosen(entries)).weeks).toMatchObject({ current, longest })
  })

  it('looks back a year at most, and as far as was asked', () => {
    const old = [on('2020-01-01'), on('2026-11-16')]
    expect(calendarFigures(chosen(old)).from).toBe('2025-11-24')
    expect(calendarFigures(chosen(old)).entries).toBe(1)
    const asked = calendarFigures(chosen(old, { from: '2020-01-01', to: '2020-01-31' }))
    expect(asked).toMatchObject({ from: '2020-01-01', to: '2020-01-31', entries: 1 })
  })

  it('takes the last six weeks that were written for the habit', () => {
    const weeks = ['09-28', '10-05', '10-12', '10-19', '10-26', '11-02', '11-09']
    const entries = weeks.map((day, i) => on(`2026-${day}`, 'happy', i < 2 ? step : {}))
    expect(calendarFigures(chosen(entries)).extraStepWeeks).toMatchObject({ k: 1, n: 6 })
  })

  it("shows the rep's own days on a terminal only", () => {
    const entries = [on('2026-11-10', 'happy', { private: { emotion: 'proud' } })]
    expect(calendarFigures(chosen(entries)).own).toEqual([{ day: '2026-11-10', level: 1 }])
    expect(calendarFigures(chosen(entries, { audience: 'elsewhere' }))).not.toHaveProperty('own')
  })
})
