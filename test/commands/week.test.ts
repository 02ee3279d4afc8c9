import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import type { CustomerFeeling } from '../../src/model/feelings.ts'
import type { Reviews } from '../../src/model/review.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'
import { runIn } from './every-report.ts'

type Row = [
  when: string,
  customer: string,
  before: CustomerFeeling,
  after: CustomerFeeling,
  over?: Partial<Entry>,
]

/** Week 46, 9 to 15 November 2026, Monday to Friday; it is read on Wednesday the 18th. */
const ROWS: readonly Row[] = [
  [
    '09T09:00',
    'ant-hill',
    'frustrated',
    'relieved',
    {
      felt: { before: 'frustrated', after: 'relieved', basis: 'guess' },
      care: { extraSteps: ['stayed-on'], extraMinutes: 4 },
    },
  ],
  [
    '09T10:00',
    'bee-hive',
    'frustrated',
    'grateful',
    {
      followUp: {
        status: 'done',
        action: 'ring them',
        due: '2026-11-12',
        completedAt: '2026-11-11T16:00:00-06:00',
      },
      meaning: { story: { headline: 'Two doors, one key' } },
      private: { soWhat: 'She slowed down once the meter was off' },
    },
  ],
  [
    '09T11:00',
    'cat-walk',
    'angry',
    'upset',
    {
      disposition: 'unresolved',
      obstacles: {
        blockers: ['authority', 'policy'],
        authority: { needed: true, had: false, wouldHaveDone: 'refund it on the call' },
      },
    },
  ],
  [
    '10T09:00',
    'dog-leg',
    'anxious',
    'reassured',
    {
      disposition: 'transferred',
      handoff: { to: 'billing', reason: 'authority', checkBackDue: '2026-11-12' },
    },
  ],
  [
    '10T10:00',
    'elk-row',
    'neutral',
    'satisfied',
    {
      followUp: {
        status: 'planned',
        action: 'text after the frost',
        due: '2026-11-13',
        promised: true,
      },
    },
  ],
  [
    '10T11:00',
    'fox-den',
    'rushed',
    'relieved',
    {
      disposition: 'escalated',
      handoff: {
        to: 'tier 2',
        reason: 'skill',
        checkBackDue: '2026-11-11',
        checkedBackAt: '2026-11-11T09:00:00-06:00',
      },
      care: { helpedBy: ['deck-jo'] },
    },
  ],
  [
    '11T09:00',
    'gnu-pen',
    'satisfied',
    'disappointed',
    { followUp: { status: 'planned', action: 'send the part', due: '2026-11-20' } },
  ],
  [
    '11T10:00',
    'hen-run',
    'frustrated',
    'satisfied',
    {
      followUp: {
        status: 'done',
        action: 'look in',
        due: '2026-11-12',
        completedAt: '2026-11-14T16:00:00-06:00',
      },
    },
  ],
  [
    '11T11:00',
    'ibis-bay',
    'neutral',
    'satisfied',
    {
      recordedAt: '2026-11-13T09:00:00-06:00',
      care: { extraSteps: ['verified-fix'], extraMinutes: 1 },
    },
  ],
  ['12T09:00', 'jay-nest', 'neutral', 'neutral'],
  [
    '12T10:00',
    'koi-pond',
    'frustrated',
    'grateful',
    {
      care: { helpedBy: ['dock-ada'] },
      meaning: { recognition: [{ direction: 'given', fromTo: 'dock-ada', at: '2026-11-13' }] },
    },
  ],
  [
    '12T11:00',
    'lark-rise',
    'anxious',
    'anxious',
    { followUp: { status: 'planned', action: 'ring the maker', due: '2026-11-19' } },
  ],
  [
    '12T12:00',
    'mole-run',
    'neutral',
    'neutral',
    { obstacles: { blockers: ['authority'] }, disposition: 'workaround' },
  ],
  ['13T09:00', 'anon', 'neutral', 'grateful', { obstacles: { blockers: ['information'] } }],
  ['13T10:00', 'newt-well', 'unknown', 'unknown', { disposition: 'no-contact' }],
]

const week: readonly Entry[] = ROWS.map(([when, customer, before, after, over], i) => {
  const at = `2026-11-${when}:00-06:00`
  return anEntry({
    id: idOf(i + 1),
    at,
    recordedAt: at,
    customer,
    summary: `What ${customer} needed`,
    felt: { before, after },
    ...over,
  })
})

/** The week before: 13 contacts, of which 10 left well, and a follow-up that is still open. */
const weekBefore = Array.from({ length: 13 }, (_, i) => {
  const at = `2026-11-0${2 + (i % 5)}T09:${10 + i}:00-06:00`
  return anEntry({
    id: idOf(100 + i),
    at,
    recordedAt: at,
    customer: `before-${i}`,
    felt: { before: 'neutral', after: i < 10 ? 'satisfied' : 'neutral' },
    ...(i === 0 && {
      summary: 'The long ladder',
      followUp: { status: 'planned', due: '2026-11-05' } as const,
    }),
  })
})

const reviews: Reviews = {
  version: 1,
  days: [],
  weeks: [
    { week: '2026-W45', tryNext: 'ask what it is for before opening the bag' },
    { week: '2026-W46', tried: 'partly', triedNote: 'twice', tryNext: 'breathe first' },
  ],
}

const settings = { purpose: { line: 'Nobody waits alone' } }

const ref = (entry: Entry | undefined, due?: string) => ({
  id: entry?.id,
  at: entry?.at,
  customer: entry?.customer,
  summary: entry?.summary,
  ...(due && { due }),
})
const named = (name: string) => [...week, ...weekBefore].find(({ customer }) => customer === name)

/** Every key of the week, worked out by hand from the rows above. */
const EXPECTED: Readonly<Record<string, unknown>> = {
  report: 'week',
  period: { name: '2026-W46', from: '2026-11-09', to: '2026-11-15', soFar: false },
  purpose: 'Nobody waits alone',
  intention: {
    tryNext: 'ask what it is for before opening the bag',
    tried: 'partly',
    note: 'twice',
  },
  entries: 15,
  felt: 14,
  tooFew: false,
  first: {
    leftUnhappyNothingPlanned: [ref(named('cat-walk'))],
    // Promised first, then the oldest; what fell due before the week is still open.
    overdue: [ref(named('elk-row'), '2026-11-13'), ref(named('before-0'), '2026-11-05')],
    outOfSight: [ref(named('dog-leg'), '2026-11-12')],
  },
  followUps: { due: 3, onTime: 1, late: 1, overdue: 1, kept: { k: 1, n: 3, text: '1 of 3' } },
  handoffs: { passedOn: 2, checkedBack: 1, outOfSight: 1 },
  arrivedUnhappyLeftWell: { k: 6, n: 8, text: '6 of 8' },
  leftWell: {
    k: 9,
    n: 14,
    percent: 64,
    low: 0.3876,
    high: 0.8366,
    text: '64 % (9 of 14; likely 39-84 %)',
  },
  slipped: { k: 1, n: 6, text: '1 of 6' },
  arrivedAs: { neutral: 5, frustrated: 4, anxious: 2, angry: 1, rushed: 1, satisfied: 1 },
  leftAs: {
    satisfied: 3,
    grateful: 3,
    neutral: 2,
    relieved: 2,
    upset: 1,
    anxious: 1,
    disappointed: 1,
    reassured: 1,
  },
  extraSteps: {
    taken: { k: 2, n: 15, percent: 13, low: 0.0374, high: 0.3788, text: '2 of 15' },
    minutes: { n: 2, median: 2.5, min: 1, max: 4, text: 'median 2.5 min (1-4, n=2)' },
  },
  blockers: [
    { blocker: 'authority', count: 2, customers: 2 },
    { blocker: 'policy', count: 1, customers: 1 },
    { blocker: 'information', count: 1, customers: 0 },
  ],
  stories: [ref(named('bee-hive'))],
  toThank: ['deck-jo'],
  change: {
    previous: {
      k: 10,
      n: 13,
      percent: 77,
      low: 0.4974,
      high: 0.9182,
      text: '77 % (10 of 13; likely 50-92 %)',
    },
    difference: [-0.4219, 0.2074],
    text: 'no clear change',
  },
  coverage: {
    daysLogged: 5,
    workDays: 5,
    writtenLate: { k: 1, n: 15, percent: 7, low: 0.0119, high: 0.2982, text: '1 of 15' },
    guesses: { k: 1, n: 14, percent: 7, low: 0.0127, high: 0.3147, text: '1 of 14' },
  },
  noticing: [
    '1 person left unhappy with nothing planned.',
    '2 follow-ups are overdue.',
    '1 hand-off was not looked back at.',
  ],
}

const whole = { entries: [...weekBefore, ...week], reviews, settings }

describe('week --json', async () => {
  const { out } = await runIn(whole, ['week', '2026-W46', '--json'])
  const figures = JSON.parse(out)

  it.each(Object.keys(EXPECTED))('%s', (key) => {
    expect(figures[key]).toEqual(EXPECTED[key])
  })

  it('has no other key, and its keys and words stand in their order', () => {
    expect(Object.keys(figures)).toEqual(Object.keys(EXPECTED))
    for (const key of ['arrivedAs', 'leftAs'])
      expect(Object.keys(figures[key])).toEqual(Object.keys(EXPECTED[key] as object))
  })

  it('of fewer than five has every key and lists them too', async () => {
    const few = { ...whole, entries: week.slice(2, 5) }
    const { out } = await runIn(few, ['week', '2026-W46', '--json'])
    const thin = JSON.parse(out)
    expect(Object.keys(thin).filter((key) => key !== 'listed')).toEqual(Object.keys(EXPECTED))
    expect(thin.tooFew).toBe(true)
    expect(thin.listed).toEqual([ref(week[2]), ref(week[3]), ref(named('elk-row'), '2026-11-13')])
    expect(thin.leftWell).toEqual({ k: 2, n: 3, text: 'too few' })
  })

  it('of a running week is so far and compared with nothing', async () => {
    const now = '2026-11-13T12:00:00-06:00'
    const { out } = await runIn({ ...whole, now }, ['week', '--json'])
    const running = JSON.parse(out)
    expect(running.period).toEqual({ ...(EXPECTED.period as object), soFar: true })
    expect(running).not.toHaveProperty('change')
    expect(running.first.overdue).toEqual([ref(named('before-0'), '2026-11-05')])
  })
})

describe('week on a terminal', () => {
  const textOf = async (count: number, before: readonly Entry[] = []) => {
    const world = { ...whole, entries: [...before, ...week.slice(0, count)], terminal: true }
    return (await runIn(world, ['week', '2026-W46'])).out
  }

  it('lists three', async () => {
    expect(await textOf(3)).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov · "Nobody waits alone"
      You said you would: ask what it is for before opening the bag
                                                                  tried: partly, twice

      Mon 09:00  ant-hill  frustrated -> relieved  resolved
      Mon 10:00  bee-hive  frustrated -> grateful  resolved
      Mon 11:00  cat-walk  angry -> upset          not solved

      Still open
        1 person left unhappy with nothing planned: cat-walk (Mon, not solved)
                                                                   afterword later cat
        Follow-ups due 1: 1 on time

      Summaries start at 5.
      Close the week: afterword review
      "
    `)
  })

  it('tells seven in counts', async () => {
    expect(await textOf(7, weekBefore)).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov · "Nobody waits alone"
      You said you would: ask what it is for before opening the bag
                                                                  tried: partly, twice

      First
        1 person left unhappy with nothing planned: cat-walk (Mon, not solved)
                                                                   afterword later cat
        Follow-ups due 2: 1 of 2 on time, 1 overdue
        2 follow-ups overdue in all:
          elk-row, text after the frost (promised, due Fri)         afterword done elk
          before-0, The long ladder (due 5 Nov)                  afterword done before
        Passed on 2: 1 looked back at, 1 not yet; the oldest since Thu

      How people left               feelings are as you read them; 1 of 7 were guesses
        Arrived unhappy 5: left well 4 of 5
        Arrived fine 2: left unhappy 1 of 2
        Left well, everyone: 5 of 7             last week 10 of 13: too few to compare
        They arrived frustrated 2, angry 1, anxious 1
          they left relieved 2, upset 1, disappointed 1
        People who arrive upset have only one way to go.

      What landed, in your words
        "She slowed down once the meter was off"

      Small extra steps   noted in 1 of 7, median 4 min (4-4, n=1)
      In the way          authority 1 (1 customer), policy 1 (1)
                          would have done: refund it on the call
      Stories             bee-hive: Two doors, one key
      To thank            deck-jo                        afterword thank deck-jo "..."
      Worth noticing      1 person left unhappy with nothing planned. 2 follow-ups are
                          overdue. 1 hand-off was not looked back at.

      Logged on 3 of 5 work days · 0 of 7 written more than a day later
      you chose what to log
      Close the week: afterword review
      "
    `)
  })

  it('tells fourteen with ranges', async () => {
    expect(await textOf(14, weekBefore)).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov · "Nobody waits alone"
      You said you would: ask what it is for before opening the bag
                                                                  tried: partly, twice

      First
        1 person left unhappy with nothing planned: cat-walk (Mon, not solved)
                                                                   afterword later cat
        Follow-ups due 3: 1 of 3 on time, 1 late, 1 overdue
        2 follow-ups overdue in all:
          elk-row, text after the frost (promised, due Fri)         afterword done elk
          before-0, The long ladder (due 5 Nov)                  afterword done before
        Passed on 2: 1 looked back at, 1 not yet; the oldest since Thu

      How people left              feelings are as you read them; 1 of 14 were guesses
        Arrived unhappy 8: left well 6 of 8
        Arrived fine 6: left unhappy 1 of 6
        Left well, everyone: 64 % (9 of 14; likely 39-84 %)
                                                   last week 10 of 13: no clear change
        They arrived neutral 5, frustrated 4, anxious 2
          they left satisfied 3, grateful 3, neutral 2
        People who arrive upset have only one way to go.

      What landed, in your words
        "She slowed down once the meter was off"

      Small extra steps   noted in 2 of 14, median 2.5 min (1-4, n=2)
      In the way          authority 2 (2 customers), policy 1 (1), information 1
                          would have done: refund it on the call
      Stories             bee-hive: Two doors, one key
      To thank            deck-jo                        afterword thank deck-jo "..."
      Worth noticing      1 person left unhappy with nothing planned. 2 follow-ups are
                          overdue. 1 hand-off was not looked back at.

      "likely" is the 95 % range: the fewer the contacts, the wider it is
      Logged on 5 of 5 work days · 1 of 14 written more than a day later
      you chose what to log
      Close the week: afterword review
      "
    `)
  })
})

describe('the review and the week after', () => {
  it('opens with what was to be tried, and later with how it went', async () => {
    const world = await aWorld({ entries: week })
    const flags = ['--best', 'canary-best', '--hard', 'canary-hard', '--try', 'ask twice']
    expect(await world.run('review', '2026-W46', ...flags)).toBe(0)
    await world.run('week', '2026-W47')
    expect(world.out()).toMatch(/^Week 47, 16-22 Nov[^\n]*\nYou said you would: ask twice\n/)
    expect(world.out()).not.toContain('canary')

    expect(await world.run('review', '2026-W47', '--tried', 'no', '--tried-note', 'ill')).toBe(0)
    await world.run('week', '2026-W47')
    expect(world.out()).toMatch(/You said you would: ask twice {2,}tried: no, ill\n/)
    await world.run('week', '2026-W46')
    expect(world.out()).not.toContain('You said you would')
  })
})
