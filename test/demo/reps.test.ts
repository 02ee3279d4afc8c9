import { describe, expect, it } from 'vitest'
import { reps } from '../../src/demo/reps.ts'
import { addDays, dayOf, instantOf, weekday } from '../../src/model/day.ts'
import { checkEntry } from '../../src/model/entry.ts'
import { check } from '../../src/model/fields.ts'
import { SettingsSchema } from '../../src/model/settings.ts'

const NOON = '2026-11-18T12:00:00-06:00'
const team = reps(NOON, 40)

describe('the made-up team', () => {
  it.each([1, 2, 5, 40])('has %i reps with names of their own', (count) => {
    const names = reps(NOON, count).map(({ rep }) => rep)
    expect(new Set(names).size).toBe(count)
    expect(names.slice(0, 2)).toEqual(['rep-ash', 'rep-birch'].slice(0, count))
  })

  it('gives each rep at least eight contacts in both finished weeks', () => {
    for (const { entries } of team) {
      const mondays = entries.map(({ at }) => addDays(dayOf(at), 1 - weekday(dayOf(at))))
      for (const monday of ['2026-11-02', '2026-11-09']) {
        const count = mondays.filter((day) => day === monday).length
        expect(count).toBeGreaterThanOrEqual(8)
        expect(count).toBeLessThanOrEqual(11)
      }
      expect(mondays.every((day) => ['2026-11-02', '2026-11-09'].includes(day))).toBe(true)
    }
  })

  it('holds entries that the schema takes, none of them from after the clock', () => {
    for (const { rep, entries, settings } of team) {
      expect(check(SettingsSchema, settings).ok).toBe(true)
      for (const entry of entries) {
        expect(checkEntry(entry)).toEqual({ ok: true, value: entry })
        expect(entry.rep).toBe(rep)
        expect(instantOf(entry.updatedAt ?? entry.recordedAt)).toBeLessThan(instantOf(NOON))
      }
    }
  })

  it('has promises kept, late and overdue, hand-offs looked back at and not, and stories', () => {
    const entries = team.slice(0, 5).flatMap((rep) => rep.entries)
    const followUps = entries.map(({ followUp }) => followUp).filter(({ due }) => due)
    const completed = (due = '', at = '') => (dayOf(at) <= due ? 'on time' : 'late')
    const ends = followUps.map((one) =>
      one.completedAt ? completed(one.due, one.completedAt) : 'open',
    )
    expect(new Set(ends)).toEqual(new Set(['on time', 'late', 'open']))
    const looked = entries.flatMap(({ handoff }) => handoff ?? []).map((one) => !!one.checkedBackAt)
    expect(new Set(looked)).toEqual(new Set([true, false]))
    expect(entries.some(({ meaning }) => meaning?.story?.share === 'team')).toBe(true)
  })

  it('gives the same bytes for the same clock, and a rep the same journal in any team', () => {
    expect(JSON.stringify(reps(NOON, 5))).toBe(JSON.stringify(team.slice(0, 5)))
    expect(JSON.stringify(team[0]?.entries)).not.toBe(JSON.stringify(team[1]?.entries))
  })

  it('never gives two contacts one id', () => {
    const ids = team.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
