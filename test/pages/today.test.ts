import { describe, expect, it } from 'vitest'
import { todayPage } from '../../src/pages/today.ts'
import { renderText } from '../../src/render/text.ts'
import type { TodayFigures } from '../../src/reports/today.ts'
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

const PERIOD = { name: '2026-11-11', from: '2026-11-11', to: '2026-11-11', soFar: true }

const contact = ({ id, at, customer, felt, disposition }: typeof lantern) => ({
  id,
  at,
  customer,
  disposition,
  before: felt.before,
  after: felt.after,
})

function aDay(over: Partial<TodayFigures> = {}): TodayFigures {
  return {
    ...emptyWeek({ report: 'today', tooFew: false, period: PERIOD }),
    lines: [],
    dueToday: [],
    dueTomorrow: [],
    afterHours: false,
    ...over,
  }
}

const busy = aDay({
  ...fullWeek({ report: 'today', period: PERIOD, change: undefined, intention: undefined }),
  entries: 3,
  felt: 3,
  first: { leftUnhappyNothingPlanned: [refTo(boiler)], overdue: [], outOfSight: [] },
  followUps: { due: 1, onTime: 0, late: 0, overdue: 0, kept: share(0, 0) },
  handoffs: { passedOn: 1, checkedBack: 0, outOfSight: 0 },
  arrivedUnhappyLeftWell: share(2, 3),
  slipped: share(0, 0),
  leftWell: share(2, 3),
  extraSteps: { taken: share(0, 3), minutes: { n: 0, text: 'none' } },
  blockers: [],
  coverage: { daysLogged: 1, workDays: 1, writtenLate: share(0, 3), guesses: share(0, 3) },
  noticing: [],
  lines: [boiler, lantern, harbour].map(contact),
  dueToday: [refTo(lantern, '2026-11-11')],
  best: {
    ...contact(lantern),
    summary: lantern.summary,
    customerWords: 'You are the first who looked outside.',
  },
})

function text(figures: TodayFigures): string {
  const extra = weekExtra({ today: '2026-11-11', landed: [], wouldHaveDone: [] })
  return renderText(todayPage(figures, extra), aFrame())
}

describe('the day in the terminal', () => {
  it('says who needs something, what happened, what was best', () => {
    expect(text(busy)).toMatchInlineSnapshot(`
      "Today, Wed 11 Nov · "Every call ends with a next step"

      First
        1 person left unhappy with nothing planned: blue-boiler (10 Nov, not solved)
                                                                  afterword later blue
        Passed on 1: none looked back at, none out of sight, 1 not due yet
        Still due today 1: lantern-street, text after the frost
                                                                afterword done lantern

      Contacts
        14:05  blue-boiler     angry -> upset          not solved
        09:30  lantern-street  frustrated -> grateful  resolved
        16:40  harbour-row     anxious -> reassured    passed on

      Best moment
        lantern-street, frustrated -> grateful: Router dropped every evening;
          replaced the wet splitter
        "You are the first who looked outside."

      How people left               feelings are as you read them; 0 of 3 were guesses
        Arrived unhappy 3: left well 2 of 3
        Nobody arrived fine
        Left well, everyone: 2 of 3

      Small extra steps   noted in 0 of 3
      To thank            deck-jo                        afterword thank deck-jo "..."

      Logged on 1 of 1 work days · 0 of 3 written more than a day later
      you chose what to log
      Who did you help today?
      Close the day: afterword review today
      "
    `)
  })

  it('never gives a percentage', () => {
    const many = { ...busy, leftWell: fullWeek().leftWell, entries: 14, felt: 14 }
    expect(text(many)).toContain('Left well, everyone: 10 of 14')
    expect(text(many)).not.toContain('%')
  })

  it('does not replay a hard contact after hours, and says so', () => {
    const page = text({ ...busy, afterHours: true })
    expect(page).toContain('  14:05  blue-boiler\n')
    expect(page).not.toContain('angry -> upset')
    expect(page).toContain('Work is over: of hard contacts only what is to be done is shown.')
  })

  it('shows after hours what is to be done for somebody unhappy, not what happened', () => {
    const overdue = [refTo(boiler, '2026-11-10'), refTo(lantern, '2026-11-10')]
    const first = { leftUnhappyNothingPlanned: [], overdue, outOfSight: [] }
    const page = text({ ...busy, first, afterHours: true })
    expect(page).toContain('blue-boiler, follow up (due 10 Nov)')
    expect(page).toContain('lantern-street, text after the frost (due 10 Nov)')
    expect(page).not.toContain(boiler.summary)
    expect(text({ ...busy, first })).toContain('blue-boiler, Boiler locks out at night')
  })

  it('is short on a day with nothing in it', () => {
    expect(text(aDay())).toMatchInlineSnapshot(`
      "Today, Wed 11 Nov

      First
        Nobody left unhappy with nothing planned

      Contacts
        Nothing recorded today.

      Who did you help today?
      Close the day: afterword review today
      "
    `)
  })
})
