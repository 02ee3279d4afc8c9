import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countEntries } from '../../src/model/counts.ts'
import { addDays, dayOf, within } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { hasSomethingOpen } from '../../src/model/follow-up.ts'
import { monthPeriod, type Period, periodOf, previousPeriod } from '../../src/model/period.ts'
import { NO_REVIEWS } from '../../src/model/review.ts'
import type { Settings } from '../../src/model/settings.ts'
import { blockersPage } from '../../src/pages/blockers.ts'
import { calendarPage } from '../../src/pages/calendar.ts'
import { customerPage } from '../../src/pages/customer.ts'
import { feelingsPage } from '../../src/pages/feelings.ts'
import { monthPage } from '../../src/pages/month.ts'
import type { Page } from '../../src/pages/page.ts'
import { purposePage } from '../../src/pages/purpose.ts'
import { storiesPage } from '../../src/pages/stories.ts'
import { weekPage } from '../../src/pages/week.ts'
import { blockersFigures } from '../../src/reports/blockers.ts'
import { calendarFigures } from '../../src/reports/calendar.ts'
import { customerFigures } from '../../src/reports/customer.ts'
import { monthFigures } from '../../src/reports/month.ts'
import { purposeFigures } from '../../src/reports/purpose.ts'
import { type Audience, quotable } from '../../src/reports/refs.ts'
import { storiesFigures } from '../../src/reports/stories.ts'
import { monthsAround, trailRange, WEEKS } from '../../src/reports/trend.ts'
import { recentRange, weekFigures } from '../../src/reports/week.ts'
import { anEntry, idOf } from '../helpers.ts'
import { weekExtra } from '../pages/samples.ts'
import { feelingsOf } from '../reports/input.ts'
import { days, journals, RUNS, SEED } from '../reports/random-journal.ts'
import { expectJsonFigures, expectNothingElse, expectSameFigures } from './round-trip.ts'

const AUDIENCES: readonly Audience[] = ['terminal', 'elsewhere']
const PAIRS = ['coverage.daysLogged']
const settings: Settings = {
  purpose: { line: 'Nobody waits alone', own: [{ text: 'I fix what holds', since: '2026-01-01' }] },
  values: ['plain words'],
  moments: [{ name: 'repair', intended: ['relieved', 'grateful'] }],
}

/** What a sentence of the figures says in numbers; these are told as they are, in every format. */
const saidIn = (sentences: readonly string[]) =>
  sentences.flatMap((sentence) => sentence.match(/\d+ of \d+|\d+ %/g) ?? [])

function expectOneTruth(page: Page, figures: object, sentences: readonly string[] = []): void {
  expectSameFigures(page)
  expectNothingElse(page, ['95 %', ...saidIn(sentences)])
  expectJsonFigures(page, figures, PAIRS)
}

function inputOf(journal: readonly Entry[], period: Period, today: string, audience: Audience) {
  const on = (range: { from?: string; to?: string }) =>
    journal.filter(({ at }) => within(dayOf(at), range))
  return {
    report: 'month',
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
    settings,
    reviews: NO_REVIEWS,
    later: on({ from: addDays(period.to, 1) }),
    trail: countEntries(on(monthsAround(trailRange(period))), WEEKS),
  }
}

const extraFor = (journal: readonly Entry[], today: string, audience: Audience) =>
  weekExtra({
    today,
    audience,
    entries: quotable(journal, audience),
    handles: new Map(),
    landed: [],
    wouldHaveDone: [],
  })

const chosen = (entries: readonly Entry[], today: string, audience: Audience) => ({
  entries,
  thanked: entries,
  now: `${today}T12:00:00-06:00`,
  audience,
  settings,
})

type Judge = (journal: Entry[], today: string, audience: Audience) => void

function onRandomJournals(judge: Judge): void {
  const each = (journal: Entry[], today: string) => {
    for (const audience of AUDIENCES) judge(journal, today, audience)
  }
  fc.assert(fc.property(journals, days, each), {
    ...RUNS,
    numRuns: Math.ceil(RUNS.numRuns / 2),
    endOnFailure: true,
  })
}

describe(`every format tells the figures of the JSON (seed ${SEED})`, () => {
  it('of a month', () => {
    onRandomJournals((journal, today, audience) => {
      const figures = monthFigures(inputOf(journal, monthPeriod(today), today, audience))
      const page = monthPage(figures, extraFor(journal, today, audience))
      const { finding = '', noticing, tooFew } = figures
      expectOneTruth(page, tooFew ? {} : figures, [finding, ...noticing])
    })
  })

  it('of feelings', () => {
    onRandomJournals((journal, today, audience) => {
      const figures = feelingsOf(chosen(journal, today, audience))
      const page = feelingsPage(figures, { today, audience })
      expectOneTruth(page, figures, [figures.finding ?? ''])
    })
  })

  it('of stories', () => {
    onRandomJournals((journal, today, audience) => {
      const figures = storiesFigures(chosen(journal, today, audience))
      expectOneTruth(storiesPage(figures, { today, audience }), figures)
    })
  })

  it('of blockers', () => {
    onRandomJournals((journal, today, audience) => {
      const figures = blockersFigures(chosen(journal, today, audience))
      const page = blockersPage(figures, { today, audience })
      expectOneTruth(page, figures, [figures.finding ?? ''])
    })
  })

  it('of purpose', () => {
    onRandomJournals((journal, today, audience) => {
      const figures = purposeFigures(chosen(journal, today, audience))
      expectOneTruth(purposePage(figures, { today, audience }), figures)
    })
  })

  it('of the calendar', () => {
    onRandomJournals((journal, today, audience) => {
      const figures = calendarFigures(chosen(journal, today, audience))
      const page = calendarPage(figures, { today, audience })
      expectSameFigures(page)
      expectNothingElse(page)
      if (figures.entries > 0) expectJsonFigures(page, figures)
    })
  })

  it('of a customer', () => {
    onRandomJournals((journal, today, audience) => {
      const entries = journal.filter(({ customer }) => customer === 'lan')
      const now = `${today}T12:00:00-06:00`
      const figures = customerFigures({ customer: 'lan', entries, now, audience })
      expectOneTruth(customerPage(figures, { today, audience }), figures)
    })
  })
})

/** Returns six contacts on each Monday of so many weeks before 16 November 2026, the first of them always left well. */
function weekly(weeks: number): Entry[] {
  return Array.from({ length: weeks * 6 }, (_, i) => {
    const monday = addDays('2026-11-09', -7 * Math.floor(i / 6))
    const well = i % 6 <= Math.floor(i / 6) % 5
    const felt = { before: 'angry', after: well ? 'happy' : 'upset' } as const
    return anEntry({ id: idOf(i), at: `${monday}T10:00:0${i % 6}-06:00`, felt })
  }).toReversed()
}

describe('week by week', () => {
  const today = '2026-11-18'
  const week = periodOf('2026-11-09', 'week')

  it.each([9, 10, 12])('a week after %i weeks shows a chart from ten on', (weeks) => {
    const journal = weekly(weeks)
    const figures = weekFigures({ ...inputOf(journal, week, today, 'terminal'), report: 'week' })
    expect(figures.trend?.points.length ?? 0).toBe(weeks >= 10 ? weeks : 0)
    expectOneTruth(
      weekPage(figures, extraFor(journal, today, 'terminal')),
      figures,
      figures.noticing,
    )
  })

  it.each([9, 26])('a month after %i weeks does, too', (weeks) => {
    const journal = weekly(weeks)
    const figures = monthFigures(inputOf(journal, monthPeriod(week.from), today, 'terminal'))
    const page = monthPage(figures, extraFor(journal, today, 'terminal'))
    expect(JSON.stringify(page).includes('run-chart')).toBe(weeks >= 10)
    expect(JSON.stringify(page).includes('No clear trend')).toBe(weeks < 10)
    expectOneTruth(page, figures, figures.noticing)
  })
})
