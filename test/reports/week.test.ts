import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import type { Reviews } from '../../src/model/review.ts'
import { recentRange, weekFigures } from '../../src/reports/week.ts'
import { anEntry } from '../helpers.ts'
import { AFTER, anInput, felt, inOrder, many, WEEK } from './input.ts'

const KEYS = [
  'report',
  'period',
  'purpose',
  'intention',
  'entries',
  'felt',
  'tooFew',
  'listed',
  'first',
  'followUps',
  'handoffs',
  'arrivedUnhappyLeftWell',
  'leftWell',
  'slipped',
  'arrivedAs',
  'leftAs',
  'extraSteps',
  'blockers',
  'stories',
  'toThank',
  'change',
  'coverage',
  'noticing',
]

const unhappy = anEntry({
  id: 'unhappy00000',
  at: '2026-11-10T09:00:00-06:00',
  customer: 'green-gate',
  felt: { before: 'angry', after: 'upset', basis: 'guess' },
})
const promised = anEntry({
  id: 'promised0000',
  at: '2026-11-11T09:00:00-06:00',
  felt: { before: 'frustrated', after: 'grateful' },
  followUp: { status: 'planned', action: 'Text', due: '2026-11-13', promised: true },
  meaning: { story: { headline: 'Two doors, one key' } },
  care: { extraSteps: ['stayed-on'], extraMinutes: 4, helpedBy: ['dock-ada'] },
})
const passedOn = anEntry({
  id: 'passedon0000',
  at: '2026-11-12T09:00:00-06:00',
  customer: 'anon',
  disposition: 'transferred',
  obstacles: { blockers: ['authority'] },
  handoff: { to: 'tier 2', reason: 'authority', checkBackDue: '2026-11-13' },
})
const plain = many(2, { share: undefined } as Partial<Entry>)
const week = [unhappy, promised, passedOn, ...plain]
const fromBefore = anEntry({
  id: 'before000000',
  at: '2026-11-03T09:00:00-06:00',
  followUp: { status: 'planned', due: '2026-11-05' },
})

const full = anInput({
  entries: week,
  previous: [fromBefore],
  recent: [fromBefore, ...week],
  due: [promised],
  open: [fromBefore, unhappy, promised, passedOn],
  thanked: week,
  settings: { purpose: { line: 'Nobody waits alone' } },
  reviews: {
    version: 1,
    days: [],
    weeks: [
      { week: '2026-W45', tryNext: 'breathe first', tried: 'no' },
      { week: '2026-W46', tryNext: 'other', tried: 'partly', triedNote: 'twice', hard: 'private' },
    ],
  },
})

const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id)

describe('a finished week of five entries', () => {
  const figures = weekFigures(full)

  it('has the keys of the contract, in its order', () => {
    expect(Object.keys(figures)).toEqual(KEYS.filter((key) => key !== 'listed'))
  })

  it('holds these figures', () => {
    expect(figures).toMatchObject({
      report: 'week',
      period: { ...WEEK, soFar: false },
      purpose: 'Nobody waits alone',
      intention: { tryNext: 'breathe first', tried: 'partly', note: 'twice' },
      entries: 5,
      felt: 5,
      tooFew: false,
      followUps: { due: 1, onTime: 0, late: 0, overdue: 1, kept: { k: 0, n: 1, text: '0 of 1' } },
      handoffs: { passedOn: 1, checkedBack: 0, outOfSight: 1 },
      arrivedUnhappyLeftWell: { k: 1, n: 2, text: '1 of 2' },
      leftWell: { k: 4, n: 5, text: '4 of 5' },
      slipped: { k: 0, n: 3, text: '0 of 3' },
      arrivedAs: { neutral: 3, angry: 1, frustrated: 1 },
      leftAs: { satisfied: 3, upset: 1, grateful: 1 },
      extraSteps: { taken: { k: 1, n: 5 }, minutes: { n: 1, text: 'median 4 min (4-4, n=1)' } },
      blockers: [{ blocker: 'authority', count: 1, customers: 0 }],
      toThank: ['dock-ada'],
      change: { previous: { text: 'too few' }, difference: null, text: 'too few to compare' },
      coverage: { daysLogged: 3, workDays: 5, guesses: { text: '1 of 5' } },
      noticing: [
        '1 person left unhappy with nothing planned.',
        '2 follow-ups are overdue.',
        '1 hand-off was not looked back at.',
      ],
    })
    expect(ids(figures.stories)).toEqual(['promised0000'])
  })

  it('names who comes first, with what fell due before the period too', () => {
    const { leftUnhappyNothingPlanned, overdue, outOfSight } = figures.first
    expect(leftUnhappyNothingPlanned).toEqual([
      { id: unhappy.id, at: unhappy.at, customer: 'green-gate', summary: unhappy.summary },
    ])
    expect(overdue.map(({ id, due }) => [id, due])).toEqual([
      ['promised0000', '2026-11-13'],
      ['before000000', '2026-11-05'],
    ])
    expect(outOfSight.map(({ id, due }) => [id, due])).toEqual([['passedon0000', '2026-11-13']])
  })

  it('is the same bytes for the same journal and clock', () => {
    expect(JSON.stringify(weekFigures(full))).toBe(JSON.stringify(figures))
  })
})

describe('a thin week', () => {
  const figures = weekFigures({ ...full, entries: [unhappy, promised] })

  it('lists its entries and keeps every key; its shares say too few', () => {
    expect(Object.keys(figures)).toEqual(KEYS)
    expect(figures.tooFew).toBe(true)
    expect(figures.listed?.map(({ id, due }) => [id, due])).toEqual([
      ['unhappy00000', undefined],
      ['promised0000', '2026-11-13'],
    ])
    const shares = [
      figures.followUps.kept,
      figures.arrivedUnhappyLeftWell,
      figures.leftWell,
      figures.slipped,
      figures.extraSteps.taken,
      figures.extraSteps.minutes,
      figures.coverage.writtenLate,
      figures.coverage.guesses,
    ]
    expect(new Set(shares.map(({ text }) => text))).toEqual(new Set(['too few']))
    expect(figures.leftWell).toMatchObject({ k: 1, n: 2 })
  })

  it.each([
    ['week', WEEK, true],
    ['month', { name: '2026-11', from: '2026-11-01', to: '2026-11-30' }, true],
    ['day', { name: '2026-11-12', from: '2026-11-12', to: '2026-11-12' }, false],
  ])('a %s of one entry is too few: %s', (_, period, tooFew) => {
    const one = weekFigures(anInput({ period, entries: [anEntry()] }))
    expect([one.tooFew, 'listed' in one]).toEqual([tooFew, tooFew])
  })
})

describe('an empty journal', () => {
  const figures = weekFigures(anInput({ firstDay: undefined }))

  it('says so without a reproach', () => {
    expect(figures).toMatchObject({
      entries: 0,
      felt: 0,
      tooFew: true,
      listed: [],
      blockers: [],
      coverage: { daysLogged: 0, workDays: 0 },
      noticing: ['Nothing stands out beyond chance this week.'],
    })
    expect(figures).not.toHaveProperty('intention')
    expect(figures).not.toHaveProperty('purpose')
  })
})

describe('a running week', () => {
  it.each([
    ['2026-11-15T23:59:59-06:00', true],
    ['2026-11-16T00:00:00-06:00', false],
    ['2026-11-01T12:00:00-06:00', true],
  ])('at %s is "so far" and not compared: %s', (now, soFar) => {
    const figures = weekFigures(anInput({ now }))
    expect(figures.period.soFar).toBe(soFar)
    expect('change' in figures).toBe(!soFar)
  })

  it('names nothing as overdue that is due today or later', () => {
    const figures = weekFigures({ ...full, now: '2026-11-13T12:00:00-06:00' })
    expect(ids(figures.first.overdue)).toEqual(['before000000'])
    expect(figures.first.outOfSight).toEqual([])
    expect(figures.followUps).toMatchObject({ due: 1, overdue: 0 })
  })

  it('leaves out what fell due after the period', () => {
    const later = anEntry({ followUp: { status: 'planned', due: '2026-11-16' } })
    expect(weekFigures(anInput({ open: [later] })).first.overdue).toEqual([])
  })
})

describe('two weeks that can be compared', () => {
  const week = (well: number, unhappy: number) =>
    inOrder([...many(well), ...many(unhappy, { felt: { before: 'neutral', after: 'neutral' } })])

  it('says higher only where chance alone seldom does it', () => {
    const figures = weekFigures(anInput({ entries: week(18, 2), previous: week(10, 10) }))
    expect(figures.change).toEqual({
      previous: {
        k: 10,
        n: 20,
        percent: 50,
        low: 0.2993,
        high: 0.7007,
        text: '50 % (10 of 20; likely 30-70 %)',
      },
      difference: [0.1159, 0.6133],
      text: 'higher than the week before',
    })
    expect(figures.noticing).toEqual([
      'Left well is higher than the week before: 18 of 20 against 10 of 20.',
    ])
  })

  it('repeats a blocker of the 28 days that end with the week', () => {
    expect(recentRange(WEEK)).toEqual({ from: '2026-10-19', to: '2026-11-15' })
    const recent = many(3, { obstacles: { blockers: ['parts'] } })
    expect(weekFigures(anInput({ recent })).noticing).toEqual([
      'In the way again: parts, 3 times in 28 days.',
    ])
  })
})

describe('the intention', () => {
  const weeks = [{ week: '2026-W53', tryNext: 'breathe' }]
  const reviews: Reviews = { version: 1, days: [], weeks }

  it('comes from the review of the week before, across a year', () => {
    const period = { name: '2027-W01', from: '2027-01-04', to: '2027-01-10' }
    expect(weekFigures(anInput({ period, reviews })).intention).toEqual({ tryNext: 'breathe' })
  })

  it('belongs to weeks only', () => {
    const period = { name: '2027-01', from: '2027-01-01', to: '2027-01-31' }
    expect(weekFigures(anInput({ period, reviews }))).not.toHaveProperty('intention')
  })
})

describe('entries that are never shared', () => {
  const CANARY = 'canary'
  const kept = (over: Partial<Entry>): Entry =>
    anEntry({
      share: 'never',
      customer: CANARY,
      summary: CANARY,
      meaning: { story: { headline: CANARY } },
      care: { helpedBy: [CANARY] },
      ...over,
    })
  const entries = [
    kept({ id: 'a', felt: { before: 'angry', after: 'angry' } }),
    kept({ id: 'b', followUp: { status: 'planned', due: '2026-11-13', action: CANARY } }),
    kept({ id: 'c', handoff: { to: CANARY, reason: 'other', checkBackDue: '2026-11-13' } }),
  ]
  const input = anInput({ entries, open: entries, recent: entries, now: AFTER })

  it('stand in every count but in no list away from the terminal', () => {
    const elsewhere = weekFigures({ ...input, audience: 'elsewhere' })
    expect(JSON.stringify(elsewhere)).not.toContain(CANARY)
    expect(elsewhere).toMatchObject({ entries: 3, handoffs: { outOfSight: 1 } })
    expect(elsewhere.noticing).toEqual(weekFigures(input).noticing)
  })

  it('are quoted on a terminal', () => {
    const { first, listed, stories, toThank } = weekFigures(input)
    expect(ids(first.leftUnhappyNothingPlanned)).toEqual(['a'])
    expect(ids(first.overdue)).toEqual(['b'])
    expect(ids(first.outOfSight)).toEqual(['c'])
    expect(listed).toHaveLength(3)
    expect(stories).toHaveLength(3)
    expect(toThank).toEqual([CANARY])
  })
})

it('takes a customer called __proto__ like any other', () => {
  const entries = [
    felt('angry', 'upset', { customer: '__proto__', obstacles: { blockers: ['time'] } }),
  ]
  const figures = weekFigures(anInput({ entries }))
  expect(figures.first.leftUnhappyNothingPlanned[0]?.customer).toBe('__proto__')
  expect(figures.blockers).toEqual([{ blocker: 'time', count: 1, customers: 1 }])
})
