import { describe, expect, it } from 'vitest'
import { weekPage } from '../../src/pages/week.ts'
import { renderText } from '../../src/render/text.ts'
import type { WeekFigures } from '../../src/reports/week-figures.ts'
import { idOf } from '../helpers.ts'
import { aFrame } from '../render/frame.ts'
import {
  boiler,
  emptyWeek,
  fullWeek,
  harbour,
  lantern,
  refTo,
  share,
  weekExtra,
} from './samples.ts'

const PLAIN = aFrame()

function text(figures: WeekFigures, extra = weekExtra()): string {
  return renderText(weekPage(figures, extra), PLAIN)
}

const threeContacts = {
  entries: 3,
  felt: 3,
  tooFew: true,
  listed: [refTo(boiler), refTo(lantern), refTo(harbour)],
}

const seven = fullWeek({
  purpose: undefined,
  intention: undefined,
  entries: 7,
  felt: 7,
  first: { leftUnhappyNothingPlanned: [], overdue: [], outOfSight: [] },
  followUps: { due: 2, onTime: 2, late: 0, overdue: 0, kept: share(2, 2) },
  handoffs: { passedOn: 0, checkedBack: 0, outOfSight: 0 },
  arrivedUnhappyLeftWell: share(3, 4),
  slipped: share(0, 3),
  leftWell: share(6, 7),
  arrivedAs: { neutral: 3, frustrated: 2, anxious: 2 },
  leftAs: { satisfied: 4, relieved: 2, confused: 1 },
  extraSteps: { taken: share(2, 7), minutes: { n: 0, text: 'none' } },
  blockers: [],
  toThank: [],
  change: {
    previous: { k: 9, n: 13, percent: 69, text: '69 % (9 of 13; likely 42-87 %)' },
    difference: null,
    text: 'too few to compare',
  },
  coverage: { daysLogged: 3, workDays: 5, writtenLate: share(0, 7), guesses: share(1, 7) },
  noticing: ['Nothing stands out beyond chance this week.'],
})

describe('the week in the terminal', () => {
  it('tells fourteen contacts with percentages where there are ten', () => {
    expect(text(fullWeek())).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov · "Every call ends with a next step"
      You said you would: ask what it is for before opening the bag      tried: partly

      First
        1 person left unhappy with nothing planned: blue-boiler (Tue, not solved)
                                                                  afterword later blue
        Follow-ups due 7: 5 of 7 on time, 1 late, 1 overdue: lantern-street, text
          after the frost (due Fri)                             afterword done lantern
        Passed on 3: 1 looked back at, 2 not yet; the oldest since Wed

      How people left              feelings are as you read them; 2 of 14 were guesses
        Arrived unhappy 9: left well 6 of 9
        Arrived fine 5: left unhappy 0 of 5
        Left well, everyone: 71 % (10 of 14; likely 45-88 %)
                                                    last week 9 of 13: no clear change
        They arrived frustrated 4, anxious 2, rushed 2
          they left relieved 5, grateful 3, satisfied 2
        People who arrive upset have only one way to go.

      What landed, in your words
        "Her voice dropped when I asked who else was waiting on the heating."

      Small extra steps   noted in 8 of 14, median 4 min (1-14, n=8)
      In the way          authority 2 (2 customers), information 2 (2)
                          would have done: refund it on the call
      To thank            deck-jo                        afterword thank deck-jo "..."
      Worth noticing      1 person left unhappy with nothing planned. 1 follow-up is
                          overdue. 2 hand-offs were not looked back at.

      "likely" is the 95 % range: the fewer the contacts, the wider it is
      Logged on 4 of 5 work days · 4 of 14 written more than a day later
      you chose what to log
      Close the week: afterword review
      "
    `)
  })

  it('tells seven without a percentage', () => {
    expect(text(seven, weekExtra({ landed: [], wouldHaveDone: [] }))).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov

      First
        Nobody left unhappy with nothing planned
        Follow-ups due 2: 2 of 2 on time

      How people left               feelings are as you read them; 1 of 7 were guesses
        Arrived unhappy 4: left well 3 of 4
        Arrived fine 3: left unhappy 0 of 3
        Left well, everyone: 6 of 7              last week 9 of 13: too few to compare
        They arrived neutral 3, frustrated 2, anxious 2
          they left satisfied 4, relieved 2, confused 1
        People who arrive upset have only one way to go.

      Small extra steps   noted in 2 of 7
      Worth noticing      Nothing stands out beyond chance this week.

      Logged on 3 of 5 work days · 0 of 7 written more than a day later
      you chose what to log
      Close the week: afterword review
      "
    `)
    expect(text(seven)).not.toMatch(/%|likely/)
  })

  it('lists three, a line each, and what is open', () => {
    expect(text(fullWeek(threeContacts))).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov · "Every call ends with a next step"
      You said you would: ask what it is for before opening the bag      tried: partly

      Tue 14:05  blue-boiler     angry -> upset          not solved
      Wed 09:30  lantern-street  frustrated -> grateful  resolved
      Wed 16:40  harbour-row     anxious -> reassured    passed on

      Still open
        1 person left unhappy with nothing planned: blue-boiler (Tue, not solved)
                                                                  afterword later blue
        Follow-ups due 7: 5 on time, 1 late, 1 overdue: lantern-street, text after
          the frost (due Fri)                                   afterword done lantern
        Passed on 3: 1 looked back at, 2 not yet; the oldest since Wed

      Summaries start at 5.
      Close the week: afterword review
      "
    `)
  })

  it('says of an empty week what is open', () => {
    const overdue = [refTo(lantern, '2026-11-06'), refTo(boiler, '2026-11-07')]
    const first = { leftUnhappyNothingPlanned: [], overdue, outOfSight: [] }
    expect(text(emptyWeek({ first }))).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov
      Nothing recorded in week 46 (9-15 Nov). 2 follow-ups overdue:
        lantern-street, text after the frost (due 6 Nov)        afterword done lantern
        blue-boiler, Boiler locks out at night; no part in the van (due 7 Nov)
                                                                   afterword done blue

      Close the week: afterword review
      "
    `)
  })

  it('calls them promises where each is one', () => {
    const promised = [lantern, harbour].map((entry) => ({
      ...entry,
      followUp: { status: 'planned', promised: true, due: '2026-11-06' } as const,
    }))
    const overdue = promised.map((entry) => refTo(entry, '2026-11-06'))
    const first = { leftUnhappyNothingPlanned: [], overdue, outOfSight: [] }
    expect(text(emptyWeek({ first }), weekExtra({ entries: promised }))).toContain(
      'Nothing recorded in week 46 (9-15 Nov). 2 promises overdue:\n',
    )
  })

  it('says of an empty week with nothing open only that', () => {
    expect(text(emptyWeek())).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov
      Nothing recorded in week 46 (9-15 Nov).

      Close the week: afterword review
      "
    `)
  })

  it('says of a week to come that it has not begun', () => {
    expect(text(emptyWeek(), weekExtra({ today: '2026-11-01' }))).toMatchInlineSnapshot(`
      "Week 46, 9-15 Nov
      Nothing recorded in week 46 (9-15 Nov): it has not begun.
      "
    `)
  })

  it('says of the running week that it is not over, and compares nothing', () => {
    const period = { name: '2026-W46', from: '2026-11-09', to: '2026-11-15', soFar: true }
    const page = text(fullWeek({ period, change: undefined }), weekExtra({ today: '2026-11-12' }))
    expect(page).toContain('Week 46, 9-15 Nov, so far · ')
    expect(page).not.toContain('last week')
  })

  it('shows five of anything and says where the rest is', () => {
    const left = Array.from({ length: 12 }, (_, index) => refTo({ ...boiler, id: idOf(index + 1) }))
    const first = { ...fullWeek().first, leftUnhappyNothingPlanned: left }
    const page = text(fullWeek({ first }))
    expect(page.match(/blue-boiler \(Tue/g)).toHaveLength(5)
    expect(page).toContain('    and 7 more: afterword followups\n')
  })

  it('says once what likely means, and once that the upset have one way to go', () => {
    const page = text(fullWeek())
    expect(page.match(/"likely" is/g)).toHaveLength(1)
    expect(page.match(/People who arrive upset have only one way to go\./g)).toHaveLength(1)
  })

  it('says away from the terminal that something was left out', () => {
    const said = 'Private words and entries never to be shared are left out here.'
    expect(text(fullWeek(), weekExtra({ audience: 'elsewhere' }))).toContain(said)
    expect(text(emptyWeek(), weekExtra({ audience: 'elsewhere' }))).toContain(said)
    expect(text(fullWeek())).not.toContain(said)
  })

  it('does not say nobody where somebody may only not be named', () => {
    const first = { ...fullWeek().first, leftUnhappyNothingPlanned: [] }
    expect(text(fullWeek({ first }), weekExtra({ unnamed: 2 }))).toContain(
      '  Nobody left unhappy with nothing planned (but for 2 not named here)\n',
    )
  })

  it('says how many customers something was in the way of, and nothing where it was nobody in particular', () => {
    const blockers = [
      { blocker: 'time', count: 2, customers: 0 },
      { blocker: 'policy', count: 1, customers: 1 },
      { blocker: 'parts', count: 1, customers: 1 },
    ] as const
    const page = text(fullWeek({ blockers }), weekExtra({ wouldHaveDone: [] }))
    expect(page).toContain('In the way          time 2, policy 1 (1 customer), parts 1 (1)\n')
  })

  it('says so far only of a week that has begun', () => {
    const period = { name: '2026-W50', from: '2026-12-07', to: '2026-12-13', soFar: true }
    expect(text(emptyWeek({ period }))).toMatch(/^Week 50, 7-13 Dec(?!, so far)/)
    const running = weekExtra({ today: '2026-12-07' })
    expect(text(emptyWeek({ period }), running)).toMatch(/^Week 50, 7-13 Dec, so far/)
  })

  it('counts apart what fell due before the week', () => {
    const overdue = [refTo(lantern, '2026-11-13'), refTo(boiler, '2026-10-30')]
    const page = text(fullWeek({ first: { ...fullWeek().first, overdue } }))
    expect(page).toContain('Follow-ups due 7: 5 of 7 on time, 1 late, 1 overdue\n')
    expect(page).toContain('  2 follow-ups overdue in all:\n')
  })

  it('names the period when the review would take another one', () => {
    const page = text(fullWeek(), weekExtra({ today: '2026-12-20' }))
    expect(page).toContain('Close the week: afterword review 2026-W46')
  })

  it('writes a week over a year end with both years', () => {
    const period = { name: '2026-W53', from: '2026-12-28', to: '2027-01-03', soFar: false }
    const extra = weekExtra({ today: '2028-02-01' })
    expect(text(fullWeek({ period }), extra)).toContain('Week 53, 28 Dec 2026-3 Jan 2027')
  })
})
