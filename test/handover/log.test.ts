import { describe, expect, it } from 'vitest'
import {
  lastTicks,
  NO_HANDOVERS,
  nextWeek,
  withHandover,
  withReply,
} from '../../src/handover/log.ts'

const made = '2026-11-16T08:00:00Z'
const handed = (...periods: string[]) => ({
  ...NO_HANDOVERS,
  handed: periods.map((period) => ({ period, exportId: '0000000000ex', made })),
})

describe('the week to hand over', () => {
  it.each([
    [[], '2026-11-01', '2026-W46'],
    [['2026-W46'], '2026-11-01', '2026-W45'],
    [['2026-W45'], '2026-11-01', '2026-W46'],
    [['2026-W46', '2026-W45'], '2026-11-04', undefined],
    [[], '2026-11-16', undefined],
    [['2026-11'], '2026-11-10', '2026-W46'],
  ])('after %j, in a journal since %s, is %s', (periods, firstDay, week) => {
    expect(nextWeek(handed(...periods), firstDay, '2026-11-18')?.name).toBe(week)
  })
})

describe('the log', () => {
  it('remembers the ticks, and offers those that can still be ticked', () => {
    const log = withHandover(NO_HANDOVERS, { period: '2026-W46', exportId: 'x', made }, ['summary'])
    expect(lastTicks({ ...log, ticks: [...log.ticks, 'private.note', 'gone'] })).toEqual([
      'summary',
    ])
  })

  it('takes a reply in once', () => {
    const reply = { made, thanks: ['for the ladder'], answers: [] }
    const once = withReply(NO_HANDOVERS, reply)
    expect(withReply(once, reply)).toEqual(once)
    expect(once.replies).toEqual([reply])
  })
})
