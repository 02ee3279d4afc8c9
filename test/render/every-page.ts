import { fortnight } from '../../src/demo/fortnight.ts'
import { countEntries } from '../../src/model/counts.ts'
import { addDays, dayOf, within } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { hasSomethingOpen } from '../../src/model/follow-up.ts'
import { shortestPrefixes } from '../../src/model/ids.ts'
import { monthPeriod, type Period, periodOf, previousPeriod } from '../../src/model/period.ts'
import { NO_REVIEWS } from '../../src/model/review.ts'
import { blockersPage } from '../../src/pages/blockers.ts'
import { calendarPage } from '../../src/pages/calendar.ts'
import { customerPage } from '../../src/pages/customer.ts'
import { feelingsPage } from '../../src/pages/feelings.ts'
import { handlesOf } from '../../src/pages/handle.ts'
import { monthPage } from '../../src/pages/month.ts'
import type { Page } from '../../src/pages/page.ts'
import { purposePage } from '../../src/pages/purpose.ts'
import { storiesPage } from '../../src/pages/stories.ts'
import { weekPage } from '../../src/pages/week.ts'
import { blockersFigures } from '../../src/reports/blockers.ts'
import { calendarFigures } from '../../src/reports/calendar.ts'
import { customerFigures } from '../../src/reports/customer.ts'
import { landed } from '../../src/reports/landed.ts'
import { monthFigures } from '../../src/reports/month.ts'
import { wouldHaveDone } from '../../src/reports/obstacles.ts'
import { purposeFigures } from '../../src/reports/purpose.ts'
import { storiesFigures } from '../../src/reports/stories.ts'
import { monthsAround, trailRange, WEEKS } from '../../src/reports/trend.ts'
import { recentRange, weekFigures } from '../../src/reports/week.ts'
import { idOf } from '../helpers.ts'
import { weekExtra } from '../pages/samples.ts'
import { feelingsOf } from '../reports/input.ts'

export const NOW = '2026-11-18T12:00:00-06:00'
const TODAY = dayOf(NOW)
const audience = 'terminal' as const
const { settings } = fortnight(NOW)

/** Returns the demo's fortnights, one after the other, up to so many before the clock. */
export function fortnights(count: number): Entry[] {
  const ends = Array.from({ length: count }, (_, i) => addDays(TODAY, -14 * (count - 1 - i)))
  const weeks = ends.flatMap((day) => {
    const whole = day === TODAY
    const monday = periodOf(day, 'week').from
    const { entries } = fortnight(`${day}${NOW.slice(10)}`)
    return entries.filter(({ at }) => whole || dayOf(at) < monday)
  })
  return weeks.map((entry, i) => ({ ...entry, id: idOf(i) }))
}

function inputOf(journal: readonly Entry[], period: Period) {
  const on = (range: { from?: string; to?: string }) =>
    journal.filter(({ at }) => within(dayOf(at), range))
  return {
    report: 'month',
    period,
    audience,
    now: NOW,
    entries: on(period),
    previous: on(previousPeriod(period)),
    recent: on(recentRange(period)),
    due: journal.filter(({ followUp: { status, due } }) => {
      return (status === 'planned' || status === 'done') && due && within(due, period)
    }),
    open: journal.filter(hasSomethingOpen),
    thanked: journal,
    firstDay: journal[0] && dayOf(journal[0].at),
    settings,
    reviews: NO_REVIEWS,
    later: on({ from: addDays(period.to, 1) }),
    trail: countEntries(on(monthsAround(trailRange(period))), WEEKS),
  }
}

/** Returns the page of every report of the journal, by its name, as its own terminal shows it. */
export function everyPage(
  entries: readonly Entry[],
  customer = 'goat-shed',
): ReadonlyMap<string, Page> {
  const week = inputOf(entries, previousPeriod(periodOf(TODAY, 'week')))
  const month = inputOf(entries, monthPeriod(TODAY))
  const open = entries.filter(hasSomethingOpen)
  const handles = handlesOf(open, shortestPrefixes(open.map(({ id }) => id)))
  const extra = { today: TODAY, audience, handles }
  const more = weekExtra({
    ...extra,
    entries,
    landed: landed(week.entries, audience),
    wouldHaveDone: wouldHaveDone(week.entries, audience),
    questions: ['One thing to try next week?'],
  })
  const chosen = { entries, thanked: entries, now: NOW, audience, settings }
  const theirs = entries.filter((entry) => entry.customer === customer)
  const history = customerFigures({ customer, entries: theirs, now: NOW, audience })
  return new Map([
    ['week', weekPage(weekFigures({ ...week, report: 'week' }), more)],
    ['month', monthPage(monthFigures(month), more)],
    ['feelings', feelingsPage(feelingsOf(chosen), extra)],
    ['stories', storiesPage(storiesFigures(chosen), extra)],
    ['blockers', blockersPage(blockersFigures(chosen), extra)],
    ['purpose', purposePage(purposeFigures(chosen), extra)],
    ['calendar', calendarPage(calendarFigures(chosen), extra)],
    ['customer', customerPage(history, extra)],
  ])
}
