import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { isAfterHours } from '../../src/reports/after-hours.ts'
import { bestMoment } from '../../src/reports/best-moment.ts'
import { changeOf } from '../../src/reports/change.ts'
import { coverageOf } from '../../src/reports/coverage.ts'
import { extraStepFigures } from '../../src/reports/extra-steps.ts'
import { handOffFigures, outOfSightBy } from '../../src/reports/hand-offs.ts'
import { landed } from '../../src/reports/landed.ts'
import { leavingFigures, liftOf } from '../../src/reports/leaving.ts'
import { purposeAnswers } from '../../src/reports/meaning.ts'
import { noticing } from '../../src/reports/noticing.ts'
import { blockerCounts, repeatedBlockers, wouldHaveDone } from '../../src/reports/obstacles.ts'
import { followUpFigures, overdueBy } from '../../src/reports/promises.ts'
import { toThank } from '../../src/reports/recognition.ts'
import { countNeverShared } from '../../src/reports/refs.ts'
import { shareOf } from '../../src/reports/share.ts'
import { anEntry } from '../helpers.ts'
import { felt, inOrder, many } from './input.ts'

const TODAY = '2026-11-18'

describe('leaving', () => {
  const entries = [
    felt('angry', 'grateful'),
    felt('angry', 'upset'),
    felt('anxious', 'neutral'),
    felt('rushed', 'relieved'),
    felt('neutral', 'satisfied'),
    felt('happy', 'disappointed'),
    felt('indifferent', 'neutral'),
    felt('angry', 'unknown'),
    felt('unknown', 'amazed'),
  ]

  it('counts only where both feelings are known', () => {
    expect(leavingFigures(entries, false)).toEqual({
      felt: 7,
      arrivedUnhappyLeftWell: { k: 2, n: 4, text: '2 of 4' },
      leftWell: { k: 3, n: 7, text: '3 of 7' },
      slipped: { k: 1, n: 3, text: '1 of 3' },
      arrivedAs: { angry: 2, anxious: 1, rushed: 1, neutral: 1, indifferent: 1, happy: 1 },
      leftAs: { neutral: 2, upset: 1, disappointed: 1, relieved: 1, satisfied: 1, grateful: 1 },
    })
  })

  it('puts the commonest word first, then the order of the list', () => {
    const { arrivedAs, leftAs } = leavingFigures(entries, false)
    expect(Object.keys(arrivedAs)).toEqual([
      'angry',
      'anxious',
      'rushed',
      'neutral',
      'indifferent',
      'happy',
    ])
    expect(Object.keys(leftAs)[0]).toBe('neutral')
  })

  it.each([
    ['angry', 'amazed', 4],
    ['amazed', 'angry', -4],
    ['neutral', 'neutral', 0],
    ['unknown', 'happy', undefined],
    ['happy', 'unknown', undefined],
  ] as const)('%s to %s is a lift of %s', (before, after, lift) => {
    expect(liftOf(felt(before, after))).toBe(lift)
  })
})

describe('follow-ups', () => {
  const due = (followUp: Entry['followUp']) => anEntry({ followUp })
  const day = '2026-11-13'
  const entries = [
    due({ status: 'done', due: day, completedAt: '2026-11-13T23:59:59-06:00' }),
    due({ status: 'done', due: day, completedAt: '2026-11-10T08:00:00-06:00' }),
    due({ status: 'done', due: day, completedAt: '2026-11-14T00:00:00-06:00' }),
    due({ status: 'planned', due: day }),
    due({ status: 'planned', due: TODAY }),
    due({ status: 'done', due: day }),
  ]

  it('were kept on time by their day, late after it, overdue when it has passed', () => {
    expect(followUpFigures(entries, TODAY, false)).toEqual({
      due: 6,
      onTime: 2,
      late: 1,
      overdue: 1,
      kept: { k: 2, n: 4, text: '2 of 4' },
    })
  })

  it('are listed promised and oldest first, up to the day asked for', () => {
    const plan = (id: string, due: string, promised: boolean) =>
      anEntry({ id, followUp: { status: 'planned', due, promised } })
    const open = [
      plan('a', '2026-11-10', false),
      plan('b', '2026-11-14', true),
      plan('c', '2026-11-12', true),
      plan('d', '2026-11-16', true),
      plan('e', TODAY, true),
    ]
    expect(overdueBy(open, TODAY, '2026-11-15').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(overdueBy(open, TODAY, TODAY).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a'])
  })
})

describe('hand-offs', () => {
  const passed = (id: string, checkBackDue: string, checkedBackAt?: string) =>
    anEntry({
      id,
      handoff: {
        to: 'tier 2',
        reason: 'skill',
        checkBackDue,
        ...(checkedBackAt && { checkedBackAt }),
      },
    })
  const entries = [
    passed('a', '2026-11-17'),
    passed('b', '2026-11-13'),
    passed('c', '2026-11-13', '2026-11-16T09:00:00-06:00'),
    passed('d', TODAY),
    anEntry({ id: 'e' }),
  ]

  it('are out of sight from the day after their check-back', () => {
    expect(handOffFigures(entries, TODAY)).toEqual({ passedOn: 4, checkedBack: 1, outOfSight: 2 })
    expect(outOfSightBy(entries, TODAY, TODAY).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(outOfSightBy(entries, TODAY, '2026-11-15').map(({ id }) => id)).toEqual(['b'])
  })
})

it('an extra step needs a name; its minutes count where they were noted', () => {
  const entries = [
    anEntry({ care: { extraSteps: ['stayed-on', 'verified-fix'], extraMinutes: 4 } }),
    anEntry({ care: { extraSteps: ['gave-advice'] } }),
    anEntry({ care: { extraSteps: ['gave-advice'], extraMinutes: 0 } }),
    anEntry({ care: { extraSteps: [], extraMinutes: 30 } }),
    anEntry(),
  ]
  expect(extraStepFigures(entries, false)).toEqual({
    taken: { k: 3, n: 5, text: '3 of 5' },
    minutes: { n: 2, median: 2, min: 0, max: 4, text: 'median 2 min (0-4, n=2)' },
  })
})

describe('blockers', () => {
  const stuck = (customer: string, ...blockers: NonNullable<Entry['obstacles']>['blockers'] & {}) =>
    anEntry({ customer, obstacles: { blockers } })
  const entries = [
    stuck('a', 'time', 'policy'),
    stuck('a', 'policy', 'policy'),
    stuck('__proto__', 'policy'),
    stuck('anon', 'authority', 'time'),
    anEntry(),
  ]

  it('are counted once an entry, most first, then in the order of the list; anon is no customer', () => {
    expect(blockerCounts(entries)).toEqual([
      { blocker: 'policy', count: 3, customers: 2 },
      { blocker: 'time', count: 2, customers: 1 },
      { blocker: 'authority', count: 1, customers: 0 },
    ])
  })

  it('repeat from the third time', () => {
    expect(repeatedBlockers(entries).map(({ blocker }) => blocker)).toEqual(['policy'])
  })
})

it('what would have been done is told where authority was needed and not had', () => {
  const gap = (wouldHaveDone: string, over: Partial<Entry> = {}, had = false) =>
    anEntry({ obstacles: { authority: { needed: true, had, wouldHaveDone } }, ...over })
  const entries = [gap('take back'), gap('had it', {}, true), gap('secret', { share: 'never' })]
  expect(wouldHaveDone(entries, 'terminal')).toEqual(['take back', 'secret'])
  expect(wouldHaveDone(entries, 'elsewhere')).toEqual(['take back'])
})

it('purpose counts only answers; a rule blocks only what touched it', () => {
  const entries = [
    anEntry({ meaning: { purpose: 0 }, obstacles: { blockers: ['policy'] } }),
    anEntry({ meaning: { purpose: 2 }, obstacles: { blockers: ['policy', 'authority'] } }),
    anEntry({ meaning: { purpose: 3 }, obstacles: { blockers: ['time'] } }),
    anEntry({ meaning: { purpose: 3 }, obstacles: { blockers: ['no-incentive'] } }),
    anEntry({ obstacles: { blockers: ['policy'] } }),
  ]
  expect(purposeAnswers(entries)).toEqual({
    answers: [1, 0, 1, 2],
    touched: { k: 3, n: 4, text: '3 of 4' },
    blocked: 2,
  })
})

describe('to thank', () => {
  const helped = (day: string, ...helpedBy: string[]) =>
    anEntry({ at: `${day}T10:00:00-06:00`, care: { helpedBy } })
  const thanked = (entryDay: string, fromTo: string, over = {}) =>
    anEntry({
      at: `${entryDay}T10:00:00-06:00`,
      meaning: { recognition: [{ direction: 'given', fromTo, ...over }] },
    })

  it.each([
    ['nobody was thanked', [], ['dock-ada', 'desk-noor']],
    ['the day of the help', [thanked('2026-11-10', 'dock-ada')], ['desk-noor']],
    ['the day before', [thanked('2026-11-09', 'dock-ada')], ['dock-ada', 'desk-noor']],
    [
      'a later day, noted in an earlier entry',
      [thanked('2026-11-09', 'dock-ada', { at: '2026-11-12' })],
      ['desk-noor'],
    ],
    [
      'an earlier day, noted in a later entry',
      [thanked('2026-11-12', 'dock-ada', { at: '2026-11-09' })],
      ['dock-ada', 'desk-noor'],
    ],
    [
      'thanks received',
      [thanked('2026-11-12', 'dock-ada', { direction: 'received' })],
      ['dock-ada', 'desk-noor'],
    ],
  ])('%s', (_, thanks, names) => {
    const entries = [
      helped('2026-11-10', 'dock-ada', 'desk-noor'),
      helped('2026-11-10', 'dock-ada'),
    ]
    expect(toThank(entries, thanks)).toEqual(names)
  })

  it('waits for the thanks after the newest help', () => {
    const entries = [helped('2026-11-10', 'jo'), helped('2026-11-12', 'jo')]
    expect(toThank(entries, [thanked('2026-11-11', 'jo')])).toEqual(['jo'])
  })
})

describe('coverage', () => {
  const span = {
    from: '2026-11-09',
    to: '2026-11-15',
    today: TODAY,
    firstDay: '2026-01-01',
    workDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  } as const
  const on = (day: string, recordedAt = `${day}T11:00:00-06:00`) =>
    anEntry({ at: `${day}T10:00:00-06:00`, recordedAt })
  const entries = [
    on('2026-11-09'),
    on('2026-11-09'),
    on('2026-11-10', '2026-11-11T10:00:00-06:00'),
    on('2026-11-11', '2026-11-12T10:00:01-06:00'),
    on('2026-11-14'),
  ]

  it('counts distinct work days, and what was written more than 24 hours later', () => {
    expect(coverageOf(entries, span, false)).toMatchObject({
      daysLogged: 3,
      workDays: 5,
      writtenLate: { k: 1, n: 5, text: '1 of 5' },
    })
  })

  it.each([
    ['a running week, today included', { today: '2026-11-11' }, 3],
    ['a Sunday', { today: '2026-11-15' }, 5],
    ['from the first entry ever', { firstDay: '2026-11-12' }, 2],
    ['an empty journal', { firstDay: undefined }, 0],
    ['a week to come', { today: '2026-11-01' }, 0],
    ['other work days', { workDays: ['sat', 'sun'] as const }, 2],
  ])('work days: %s', (_, over, days) => {
    expect(coverageOf([], { ...span, ...over }, false).workDays).toBe(days)
  })

  it('counts guesses among the felt', () => {
    const guess = (after: 'unknown' | 'happy') =>
      anEntry({ felt: { before: 'angry', after, basis: 'guess' } })
    expect(coverageOf([guess('happy'), guess('unknown'), anEntry()], span, false).guesses).toEqual({
      k: 1,
      n: 2,
      text: '1 of 2',
    })
  })
})

describe('change', () => {
  const well = (k: number, n: number) =>
    inOrder([...many(k), ...Array.from({ length: n - k }, () => felt('neutral', 'neutral'))])
  const over = { unit: 'week', previousTooFew: false } as const

  it.each([
    [10, 14, 9, 13, [-0.2954, 0.3391], 'no clear change'],
    [18, 20, 10, 20, [0.1159, 0.6133], 'higher than the week before'],
    [10, 20, 18, 20, [-0.6133, -0.1159], 'lower than the week before'],
    [10, 14, 0, 0, null, 'too few to compare'],
  ] as const)('%i of %i after %i of %i', (k1, n1, k2, n2, difference, text) => {
    const change = changeOf({ entries: well(k1, n1), previous: well(k2, n2), ...over })
    expect(change).toMatchObject({ difference, text })
    expect(change.previous).toMatchObject({ k: k2, n: n2 })
  })
})

describe('noticing', () => {
  const nothing = {
    leftUnhappy: 0,
    overdue: 0,
    overduePromises: 0,
    outOfSight: 0,
    repeated: [],
    purposeBlocked: 0,
    leftWell: shareOf(18, 20, { form: 'rate' }),
    change: undefined,
    toThank: 0,
    when: 'this week',
  } as const
  const change = {
    previous: shareOf(10, 20, { form: 'rate' }),
    difference: [0.1, 0.6],
    text: 'higher than the week before',
  } as const

  it.each([
    [{}, ['Nothing stands out beyond chance this week.']],
    [{ when: 'this month' }, ['Nothing stands out beyond chance this month.']],
    [{ leftUnhappy: 1 }, ['1 person left unhappy with nothing planned.']],
    [{ leftUnhappy: 2 }, ['2 people left unhappy with nothing planned.']],
    [{ overdue: 1 }, ['1 follow-up is overdue.']],
    [{ overdue: 2, overduePromises: 1 }, ['2 follow-ups are overdue.']],
    [{ overdue: 2, overduePromises: 2 }, ['2 promises are overdue.']],
    [{ outOfSight: 1 }, ['1 hand-off was not looked back at.']],
    [
      { repeated: [{ blocker: 'time', count: 4, customers: 2 }] },
      ['In the way again: time, 4 times in 28 days.'],
    ],
    [
      { purposeBlocked: 2 },
      ['2 times a rule stood in the way of work that touched why you do it.'],
    ],
    [{ change }, ['Left well is higher than the week before: 18 of 20 against 10 of 20.']],
    [
      { change: { ...change, text: 'no clear change' } },
      ['Nothing stands out beyond chance this week.'],
    ],
    [{ toThank: 1 }, ['1 person who helped has not been thanked yet.']],
    [
      { leftUnhappy: 1, overdue: 1, outOfSight: 2, purposeBlocked: 1, toThank: 3 },
      [
        '1 person left unhappy with nothing planned.',
        '1 follow-up is overdue.',
        '2 hand-offs were not looked back at.',
      ],
    ],
  ] as const)('of %j', (facts, sentences) => {
    expect(noticing({ ...nothing, ...facts })).toEqual(sentences)
  })
})

describe('what landed', () => {
  const told = (id: string, soWhat: string, over: Partial<Entry> = {}) =>
    felt('angry', 'amazed', {
      id,
      private: { soWhat },
      care: { tailored: `tailored ${id}` },
      ...over,
    })
  const entries = [
    felt('neutral', 'happy', { id: 'a', private: { soWhat: 'small' } }),
    told('b', 'private b', { meaning: { nowWhat: 'again' } }),
    told('c', 'private c', { share: 'never' }),
    felt('angry', 'happy', { id: 'd', meaning: { nowWhat: 'now d' } }),
    felt('happy', 'angry', { id: 'e', private: { soWhat: 'no lift' } }),
  ]
  const texts = (audience: 'terminal' | 'elsewhere') =>
    landed(entries, audience).map(({ text }) => text)

  it('is the private word on a terminal', () => {
    expect(texts('terminal')).toEqual(['private b', 'private c'])
  })

  it('is never private elsewhere, and never from what may not be shared', () => {
    expect(texts('elsewhere')).toEqual(['tailored b', 'now d'])
  })
})

describe('the best moment', () => {
  const story = { story: { headline: 'h' } }

  it.each([
    ['the largest lift', [felt('angry', 'happy'), felt('neutral', 'happy')], 0],
    ['the first of equals', [felt('angry', 'happy'), felt('angry', 'happy')], 0],
    ['a lift before a story', [anEntry({ meaning: story }), felt('angry', 'happy')], 1],
    ['else a story', [felt('happy', 'angry'), felt('neutral', 'neutral', { meaning: story })], 1],
    ['nothing', [felt('happy', 'angry'), felt('unknown', 'happy')], undefined],
  ])('is %s', (_, entries, at) => {
    const ordered = inOrder(entries)
    expect(bestMoment(ordered, 'terminal')?.id).toBe(at === undefined ? undefined : ordered[at]?.id)
  })
})

it('counts what may not be shared away from the terminal', () => {
  const entries = [anEntry({ id: 'a', share: 'never' }), anEntry({ id: 'b' })]
  expect(countNeverShared(entries, 'elsewhere')).toBe(1)
  expect(countNeverShared(entries, 'terminal')).toBe(0)
})

it.each([
  ['2026-11-18T12:00:00-06:00', '08:00-17:00', false],
  ['2026-11-18T17:00:00-06:00', '08:00-17:00', true],
  ['2026-11-18T07:59:00-06:00', '08:00-17:00', true],
  ['2026-11-21T12:00:00-06:00', '08:00-17:00', true],
  ['2026-11-18T23:00:00-06:00', '22:00-06:00', false],
  ['2026-11-18T12:00:00-06:00', '22:00-06:00', true],
  ['2026-11-18T23:00:00-06:00', undefined, false],
])('at %s with work hours %s it is after hours: %s', (now, workHours, after) => {
  expect(isAfterHours(now, workHours === undefined ? {} : { workHours })).toBe(after)
})
