import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, within } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { hasSomethingOpen } from '../../src/model/follow-up.ts'
import { type Period, periodOf, previousPeriod } from '../../src/model/period.ts'
import { NO_REVIEWS } from '../../src/model/review.ts'
import type { PeriodExtra } from '../../src/pages/extra.ts'
import { todayPage } from '../../src/pages/today.ts'
import { weekPage } from '../../src/pages/week.ts'
import { landed } from '../../src/reports/landed.ts'
import { type Audience, quotable } from '../../src/reports/refs.ts'
import { todayFigures } from '../../src/reports/today.ts'
import { recentRange, weekFigures } from '../../src/reports/week.ts'
import { emptyWeek, fullWeek, weekExtra } from '../pages/samples.ts'
import { days, journals, RUNS, SEED } from '../reports/random-journal.ts'
import { aFigure, everyKind } from './every-node.ts'
import { readSentences } from './readers.ts'
import { expectJsonFigures, expectNothingElse, expectSameFigures } from './round-trip.ts'

const AUDIENCES: readonly Audience[] = ['terminal', 'elsewhere']
const LIKELY = ['95 %']
// In the JSON two numbers, on the page "4 of 5".
const PAIRS = ['coverage.daysLogged']

function inputOf(journal: readonly Entry[], period: Period, today: string, audience: Audience) {
  const on = (range: { from?: string; to?: string }) =>
    journal.filter(({ at }) => within(dayOf(at), range))
  return {
    report: 'week',
    period,
    audience,
    now: `${today}T12:00:00-06:00`,
    entries: on(period),
    previous: on(previousPeriod(period)),
    recent: on(recentRange(period)),
    due: journal.filter(({ followUp: { status, due } }) => {
      return (status === 'planned' || status === 'done') && due && within(due, period)
    }),
    open: journal.filter(hasSomethingOpen),
    thanked: journal,
    firstDay: journal.map(({ at }) => dayOf(at)).toSorted()[0],
    settings: {},
    reviews: NO_REVIEWS,
    yearAgo: [],
  }
}

function extraOf(journal: readonly Entry[], today: string, audience: Audience): PeriodExtra {
  return weekExtra({
    today,
    audience,
    entries: quotable(journal, audience),
    handles: new Map(),
    landed: landed(journal, audience),
    wouldHaveDone: [],
  })
}

function onRandomJournals(judge: (journal: Entry[], day: string, today: string) => void): void {
  fc.assert(fc.property(journals, days, days, judge), RUNS)
}

describe(`every format tells the same figures (seed ${SEED})`, () => {
  it.each([
    ['a full week', fullWeek()],
    ['an empty week', emptyWeek()],
  ])('%s', (_, figures) => {
    expectSameFigures(weekPage(figures, weekExtra()))
    expectNothingElse(weekPage(figures, weekExtra()), LIKELY)
    expectJsonFigures(weekPage(figures, weekExtra()), figures, PAIRS)
  })

  it('every kind of node', () => expectSameFigures(everyKind('Ab')))

  it('weeks of random journals, which are those of the JSON', () => {
    onRandomJournals((journal, day, today) => {
      for (const audience of AUDIENCES) {
        const figures = weekFigures(inputOf(journal, periodOf(day, 'week'), today, audience))
        const page = weekPage(figures, extraOf(journal, today, audience))
        expectSameFigures(page)
        expectNothingElse(page, LIKELY)
        // Where there is too little to sum up, nothing is, not even the week before.
        expectJsonFigures(page, figures.tooFew ? {} : figures, PAIRS)
      }
    })
  })

  it('days of random journals', () => {
    onRandomJournals((journal, day) => {
      for (const audience of AUDIENCES) {
        const input = inputOf(journal, periodOf(day, 'day'), day, audience)
        const figures = todayFigures({ ...input, report: 'today' })
        const page = todayPage(figures, extraOf(journal, addDays(day, 0), audience))
        expectSameFigures(page)
        expectNothingElse(page, LIKELY)
      }
    })
  })
})

describe('the reader itself', () => {
  it.each([
    ['left well 6 of 9', 6, 9],
    ['left well: 71 % (10 of 14; likely 45-88 %)', 10, 14],
    ['6 of 9 left well', 6, 9],
    ['2 people left well', 2, undefined],
    ['Nobody left well', 0, undefined],
  ])('reads %s', (text, k, n) => {
    const { found, left } = readSentences(`so: ${text}, and more`, [aFigure()])
    expect(found).toEqual([{ figure: 'leftWell', group: '', k, n }])
    expect(left).toEqual([])
  })

  it('does not find what is not there, and reports what nobody explains', () => {
    expect(readSentences('left unwell 6 of 9', [aFigure()])).toEqual({
      found: [],
      left: ['6 of 9'],
    })
  })
})
