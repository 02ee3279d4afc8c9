import { describe, expect, it } from 'vitest'
import { fortnight } from '../../src/demo/fortnight.ts'
import { addDays, type Day, dayOf, instantOf, weekday, within } from '../../src/model/day.ts'
import { checkEntry, type Entry } from '../../src/model/entry.ts'
import { CUSTOMER_FEELINGS } from '../../src/model/feelings.ts'
import { check } from '../../src/model/fields.ts'
import { ReviewsSchema } from '../../src/model/review.ts'
import { SettingsSchema } from '../../src/model/settings.ts'

const NOON = '2026-11-18T12:00:00-06:00'

/** One clock for each weekday, a year's end, a leap day, the first minute of a Monday and the last of a Sunday. */
const CLOCKS = [
  ...[16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}T12:00:00-06:00`),
  '2026-11-16T00:00:00+14:00',
  '2026-11-22T23:59:59Z',
  '2027-01-01T08:15:00+05:45',
  '2028-02-29T16:00:00+01:00',
]

const week = (now: string, back: number): { from: Day; to: Day } => {
  const from = addDays(dayOf(now), 1 - weekday(dayOf(now)) - 7 * back)
  return { from, to: addDays(from, 6) }
}
const inWeek = (now: string, back: number) =>
  fortnight(now).entries.filter(({ at }) => within(dayOf(at), week(now, back)))
const valence = (word: string) =>
  CUSTOMER_FEELINGS.find((feeling) => feeling.word === word)?.valence ?? null
const named = (entries: readonly Entry[], customer: string) =>
  entries.filter((entry) => entry.customer === customer)

describe.each(CLOCKS)('the fortnight at %s', (now) => {
  const { entries, reviews, settings } = fortnight(now)

  it('holds entries that the schema takes, in stored order', () => {
    for (const entry of entries) {
      const checked = checkEntry(entry)
      expect(checked).toEqual({ ok: true, value: entry })
      if (checked.ok) expect(JSON.stringify(entry)).toBe(JSON.stringify(checked.value))
    }
    expect(check(ReviewsSchema, reviews)).toEqual({ ok: true, value: reviews })
    expect(check(SettingsSchema, settings)).toEqual({ ok: true, value: settings })
  })

  it('knows nothing that happens after the clock', () => {
    for (const { recordedAt, updatedAt, followUp, handoff } of entries)
      for (const at of [recordedAt, updatedAt, followUp.completedAt, handoff?.checkedBackAt])
        if (at) expect(instantOf(at)).toBeLessThanOrEqual(instantOf(now))
  })

  it('has its contacts and its due days on work days, oldest first', () => {
    for (const { at, followUp, handoff } of entries)
      for (const day of [dayOf(at), followUp.due, handoff?.checkBackDue])
        if (day) expect(weekday(day)).toBeLessThanOrEqual(5)
    const instants = entries.map(({ at }) => instantOf(at))
    expect(instants).toEqual([...instants].sort((a, b) => a - b))
  })

  it('tells each entry after it happened, and follows it up after it was told', () => {
    for (const { at, recordedAt, followUp, handoff } of entries) {
      expect(instantOf(recordedAt)).toBeGreaterThan(instantOf(at))
      if (followUp.due) expect(followUp.due >= dayOf(at)).toBe(true)
      for (const later of [followUp.completedAt, handoff?.checkedBackAt])
        if (later) expect(instantOf(later)).toBeGreaterThan(instantOf(at))
    }
  })

  it('has two whole weeks that are long enough for percentages and a comparison', () => {
    const felt = (back: number) =>
      inWeek(now, back).filter(
        ({ felt: { before, after } }) => ![before, after].includes('unknown'),
      )
    expect(inWeek(now, 1).length).toBeGreaterThanOrEqual(14)
    expect(felt(1).length).toBeGreaterThanOrEqual(10)
    expect(felt(2).length).toBeGreaterThanOrEqual(10)
    expect(felt(1).filter(({ felt: { before } }) => (valence(before) ?? 0) < 0).length).toBe(13)
    expect(inWeek(now, 0).length).toBeLessThan(10)
  })

  it('is one rep, with ids of its own that four characters tell apart', () => {
    expect(new Set(entries.map(({ rep }) => rep))).toEqual(new Set([settings.rep]))
    expect(new Set(entries.map(({ id }) => id.slice(0, 4))).size).toBe(entries.length)
  })
})

describe('the finished week', () => {
  const entries = inWeek(NOON, 1)
  const { to } = week(NOON, 1)
  const due = fortnight(NOON).entries.filter(
    ({ followUp }) => followUp.due && within(followUp.due, week(NOON, 1)),
  )
  const kept = due.map(({ followUp: { completedAt, due = '' } }) =>
    completedAt ? (dayOf(completedAt) <= due ? 'on time' : 'late') : 'overdue',
  )

  it('keeps four of its follow-ups on time, one late, and one not at all', () => {
    expect(kept.sort()).toEqual(['late', 'on time', 'on time', 'on time', 'on time', 'overdue'])
  })

  it('leaves one person unhappy with nothing planned', () => {
    const left = entries.filter(
      ({ felt, followUp, handoff }) =>
        (valence(felt.after) ?? 0) < 0 &&
        followUp.status === 'not-needed' &&
        (!handoff || handoff.checkedBackAt),
    )
    expect(left.map(({ customer }) => customer)).toEqual(['grey-hat'])
  })

  it('passes three on, of which two are out of sight', () => {
    const passed = entries.flatMap(({ handoff }) => handoff ?? [])
    expect(passed.length).toBe(3)
    expect(
      passed.filter(({ checkedBackAt, checkBackDue }) => !checkedBackAt && checkBackDue < to),
    ).toHaveLength(2)
  })

  it('has one helper thanked and one to thank', () => {
    const helped = new Set(entries.flatMap(({ care }) => care?.helpedBy ?? []))
    const given = entries.flatMap(({ meaning }) => meaning?.recognition ?? [])
    const thanked = given.filter(({ direction }) => direction === 'given').map((row) => row.fromTo)
    expect([...helped].filter((name) => !thanked.includes(name))).toEqual(['digger-sund'])
    expect(thanked).toEqual(['digger-ola'])
  })

  it('follows what the week before wanted to try', () => {
    expect(fortnight(NOON).reviews.weeks).toMatchObject([
      { week: '2026-W45', tryNext: expect.any(String) },
      { week: '2026-W46', tried: 'partly' },
    ])
    expect(fortnight('2027-01-01T08:15:00Z').reviews.weeks.map((row) => row.week)).toEqual([
      '2026-W51',
      '2026-W52',
    ])
  })
})

describe('the whole', () => {
  const { entries } = fortnight('2026-11-22T23:59:59Z')
  const distinct = <T>(values: T[]) => new Set(values.filter((value) => value !== undefined))

  it('is varied', () => {
    expect(distinct(entries.map(({ channel }) => channel)).size).toBeGreaterThanOrEqual(4)
    expect(distinct(entries.map(({ disposition }) => disposition))).toEqual(
      new Set([
        'resolved',
        'workaround',
        'pending-us',
        'visit-scheduled',
        'transferred',
        'escalated',
        'unresolved',
        'no-contact',
      ]),
    )
    expect(distinct(entries.map(({ meaning }) => meaning?.purpose))).toEqual(new Set([0, 1, 2, 3]))
    expect(entries.filter(({ private: drawer }) => drawer?.note).length).toBeGreaterThanOrEqual(3)
    expect(named(entries, 'violin-stairs').map(({ felt }) => felt.after)).toEqual([
      'resigned',
      'reassured',
      'delighted',
    ])
  })

  it('names no address, number or full name', () => {
    const text = JSON.stringify([entries.map(({ id: _, ...rest }) => rest)])
    const words = text.replaceAll(/\d{4}-\d{2}-\d{2}(T[\d:]+(Z|[+-][\d:]+))?/g, '')
    expect(words).not.toMatch(/@|https?:|www\.|\d{4}/)
    for (const { customer } of entries) expect(customer).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
  })

  it('is the same for the same clock, and its ids for every clock', () => {
    expect(JSON.stringify(fortnight(NOON))).toBe(JSON.stringify(fortnight(NOON)))
    const ids = new Set(entries.map(({ id }) => id))
    expect(fortnight(NOON).entries.every(({ id }) => ids.has(id))).toBe(true)
  })
})
