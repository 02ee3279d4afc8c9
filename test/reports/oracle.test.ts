import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countEntries } from '../../src/model/counts.ts'
import { addDays, dayOf, within } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { hasSomethingOpen } from '../../src/model/follow-up.ts'
import { monthPeriod, type Period, previousPeriod, weekOf } from '../../src/model/period.ts'
import { NO_REVIEWS } from '../../src/model/review.ts'
import { calendarFigures } from '../../src/reports/calendar.ts'
import type { Share } from '../../src/reports/figure.ts'
import { followUps } from '../../src/reports/follow-ups.ts'
import { monthFigures } from '../../src/reports/month.ts'
import { monthsAround, trailRange, WEEKS } from '../../src/reports/trend.ts'
import { recentRange } from '../../src/reports/week.ts'
import { feelingsOf } from './input.ts'
import * as slow from './oracle.ts'
import { days, journals, RUNS, SEED } from './random-journal.ts'

// What a command would read from the journal for a period.
function inputOf(journal: readonly Entry[], period: Period, today: string) {
  const on = (range: { from?: string; to?: string }) =>
    journal.filter(({ at }) => within(dayOf(at), range))
  return {
    report: 'month',
    period,
    now: `${today}T12:00:00-06:00`,
    audience: 'terminal' as const,
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
    later: on({ from: addDays(period.to, 1) }),
    trail: countEntries(on(monthsAround(trailRange(period))), WEEKS),
  }
}

const counted = ({ k, n }: Share) => ({ k, n })
const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id)
const closeTo = (range: readonly [number, number] | null) =>
  range === null ? null : range.map((value) => expect.closeTo(value, 3.9))

function check(judge: (journal: Entry[], today: string, period: Period) => void): void {
  fc.assert(
    fc.property(journals, days, days, fc.boolean(), (journal, today, day, month) => {
      judge(journal, today, month ? monthPeriod(day) : weekOf(day))
    }),
    RUNS,
  )
}

describe(`the figures equal a second, slow count (seed ${SEED})`, () => {
  it('how people arrived and left', () => {
    check((journal, today, period) => {
      const input = inputOf(journal, period, today)
      const figures = monthFigures(input)
      const { entries } = input
      expect(figures.felt).toBe(slow.felt(entries))
      expect(counted(figures.arrivedUnhappyLeftWell)).toEqual(slow.arrivedUnhappyLeftWell(entries))
      expect(counted(figures.leftWell)).toEqual(slow.leftWell(entries))
      expect(counted(figures.slipped)).toEqual(slow.slipped(entries))
      expect(Object.entries(figures.arrivedAs)).toEqual(slow.wordCounts(entries, 'before'))
      expect(Object.entries(figures.leftAs)).toEqual(slow.wordCounts(entries, 'after'))
    })
  })

  it('who comes first, follow-ups and hand-offs', () => {
    check((journal, today, period) => {
      const input = inputOf(journal, period, today)
      const { first, followUps: kept, handoffs } = monthFigures(input)
      const { from, to } = period
      expect(ids(first.leftUnhappyNothingPlanned)).toEqual(
        slow.leftUnhappyNothingPlanned(input.entries),
      )
      expect(ids(first.overdue).toSorted()).toEqual(slow.overdueIds(journal, to, today))
      expect(ids(first.outOfSight).toSorted()).toEqual(slow.outOfSightIds(journal, to, today))
      const { due, onTime, late, overdue } = slow.followUps(journal, from, to, today)
      expect(kept).toMatchObject({ due, onTime, late, overdue })
      expect(counted(kept.kept)).toEqual({ k: onTime, n: onTime + late + overdue })
      expect(handoffs).toEqual(slow.handoffs(input.entries, today))
    })
  })

  it('steps, blockers, thanks and coverage', () => {
    check((journal, today, period) => {
      const input = inputOf(journal, period, today)
      const { extraSteps, blockers, toThank, coverage } = monthFigures(input)
      const steps = slow.extraSteps(input.entries)
      expect(counted(extraSteps.taken)).toEqual(steps.taken)
      expect(extraSteps.minutes.n).toBe(steps.minutes.length)
      expect(extraSteps.minutes.median).toBe(slow.middleOf(steps.minutes))
      expect(blockers).toEqual(slow.blockers(input.entries))
      expect(toThank).toEqual(slow.toThank(input.entries, journal))
      const expected = slow.coverage(input.entries, journal, { ...period, today })
      expect({
        ...coverage,
        writtenLate: counted(coverage.writtenLate),
        guesses: counted(coverage.guesses),
      }).toEqual(expected)
    })
  })

  it('the change against the period before, and every range', () => {
    check((journal, today, period) => {
      const input = inputOf(journal, period, today)
      const { change, leftWell } = monthFigures(input)
      expect(change === undefined).toBe(today <= period.to)
      const [now, then] = [slow.leftWell(input.entries), slow.leftWell(input.previous)]
      if (change) expect(change.difference).toEqual(closeTo(slow.difference(now, then)))
      expect(leftWell.percent === undefined).toBe(now.n < 10)
      if (leftWell.low !== undefined)
        expect([leftWell.low, leftWell.high]).toEqual(closeTo(slow.likely(now)))
    })
  })

  it('what only a month shows', () => {
    check((journal, today, period) => {
      const input = inputOf(journal, period, today)
      const { entries } = input
      const figures = monthFigures(input)
      expect(counted(figures.firstContact.share)).toEqual(slow.firstContact(entries, journal))
      expect(counted(figures.priorEffort.machineFirst)).toEqual(slow.machineFirst(entries))
      expect(counted(figures.priorEffort.triedBefore)).toEqual(slow.triedBefore(entries))
      expect(counted(figures.purposeTouched.touched)).toEqual(slow.purpose(entries))
      expect(figures.purposeTouched.blocked).toBe(slow.purposeBlocked(entries))
      expect(counted(figures.authorityGap)).toEqual(slow.authorityGap(entries))
      for (const { name, share } of figures.byChannel)
        expect(counted(share)).toEqual(
          slow.arrivedUnhappyLeftWell(entries.filter(({ channel }) => channel === name)),
        )
    })
  })

  it('feelings and the calendar', () => {
    check((journal, today) => {
      const input = { entries: journal, now: `${today}T12:00:00Z`, settings: {} } as const
      const { stuck, grid, felt } = feelingsOf(input)
      expect(counted(stuck)).toEqual(slow.stuck(journal))
      const inGrid = grid?.rows.flatMap(({ left }) => left).reduce((sum, one) => sum + one, 0)
      expect(inGrid).toBe(felt < 20 ? undefined : felt)
      const { from, to, weeks } = calendarFigures({ ...input, audience: 'terminal' })
      expect(weeks).toMatchObject(slow.weekRuns(journal, from, to, today))
    })
  })

  it('nothing of an entry never shared stands in what goes elsewhere', () => {
    check((journal, today, period) => {
      const audience = 'elsewhere' as const
      const marked = journal.map((entry) =>
        entry.share === 'never' ? { ...entry, summary: 'canary', customer: 'canary' } : entry,
      )
      const input = { ...inputOf(marked, period, today), audience }
      const said = [monthFigures(input), followUps(marked, today, audience)]
      expect(JSON.stringify(said)).not.toContain('canary')
    })
  })
})
