import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import {
  hasSomethingOpen,
  isCheckBackOpen,
  isPlanned,
  leftUnhappyNothingPlanned,
  openDue,
} from '../../src/model/follow-up.ts'
import { complete, drop, postpone } from '../../src/model/follow-up-change.ts'
import { anEntry } from '../helpers.ts'

const AT = '2026-11-18T12:00:00-06:00'
const NONE = { status: 'not-needed' } as const
const PLANNED = { status: 'planned', action: 'Text', due: '2026-11-20', promised: true } as const
const HANDOFF = { to: 'tier 2', reason: 'authority', checkBackDue: '2026-11-19' } as const
const BACK = { ...HANDOFF, checkedBackAt: AT } as const
const UNHAPPY = { before: 'frustrated', after: 'upset' } as const
const WELL = { before: 'frustrated', after: 'relieved' } as const

function entry(
  felt: Entry['felt'],
  followUp: Entry['followUp'],
  handoff?: Entry['handoff'],
): Entry {
  return anEntry({ felt, followUp, ...(handoff && { handoff }) })
}

describe('what is open', () => {
  it.each<[string, Entry, boolean, boolean, boolean, string | undefined]>([
    ['well, nothing planned', entry(WELL, NONE), false, false, false, undefined],
    ['unhappy, nothing planned', entry(UNHAPPY, NONE), false, false, true, undefined],
    ['unhappy, cancelled', entry(UNHAPPY, { status: 'cancelled' }), false, false, true, undefined],
    [
      'unhappy, cancelled with a note',
      entry(UNHAPPY, { status: 'cancelled', note: 'moved away' }),
      false,
      false,
      false,
      undefined,
    ],
    ['unhappy, done', entry(UNHAPPY, { status: 'done' }), false, false, false, undefined],
    ['unhappy, planned', entry(UNHAPPY, PLANNED), true, false, false, '2026-11-20'],
    ['unhappy, passed on', entry(UNHAPPY, NONE, HANDOFF), false, true, false, '2026-11-19'],
    ['unhappy, looked back at', entry(UNHAPPY, NONE, BACK), false, false, true, undefined],
    ['planned, passed on', entry(WELL, PLANNED, HANDOFF), true, true, false, '2026-11-19'],
    [
      'unknown, nothing planned',
      entry({ before: 'angry', after: 'unknown' }, NONE),
      false,
      false,
      false,
      undefined,
    ],
    [
      'neutral, nothing planned',
      entry({ before: 'angry', after: 'neutral' }, NONE),
      false,
      false,
      false,
      undefined,
    ],
  ])('%s', (_, given, planned, checkBack, unhappy, due) => {
    expect(isPlanned(given)).toBe(planned)
    expect(isCheckBackOpen(given)).toBe(checkBack)
    expect(leftUnhappyNothingPlanned(given)).toBe(unhappy)
    expect(hasSomethingOpen(given)).toBe(planned || checkBack || unhappy)
    expect(openDue(given)).toBe(due)
  })
})

describe('complete', () => {
  const said = { felt: 'happy', note: 'all quiet' } as const
  const onTheSpot = { status: 'done', completedAt: AT, ...said }
  it.each<[string, Entry, object, object, object | undefined]>([
    [
      'a follow-up',
      entry(WELL, PLANNED),
      said,
      { ...PLANNED, status: 'done', completedAt: AT, ...said },
      undefined,
    ],
    [
      'a follow-up and a check-back',
      entry(WELL, PLANNED, HANDOFF),
      {},
      { ...PLANNED, status: 'done', completedAt: AT },
      BACK,
    ],
    ['a check-back alone', entry(WELL, NONE, HANDOFF), {}, NONE, BACK],
    ['a check-back, saying how they were', entry(WELL, NONE, HANDOFF), said, onTheSpot, BACK],
    [
      'a check-back on somebody unhappy',
      entry(UNHAPPY, NONE, HANDOFF),
      {},
      { status: 'done', completedAt: AT },
      BACK,
    ],
    ['somebody unhappy with nothing planned', entry(UNHAPPY, NONE), said, onTheSpot, undefined],
    [
      'somebody unhappy whose follow-up was cancelled',
      entry(UNHAPPY, { status: 'cancelled', action: 'Ring', due: '2026-11-13' }),
      {},
      { status: 'done', action: 'Ring', completedAt: AT },
      undefined,
    ],
  ])('closes %s', (_, given, words, followUp, handoff) => {
    const closed = complete(given, { at: AT, ...words })
    expect(closed.followUp).toEqual(followUp)
    expect(closed.handoff).toEqual(handoff)
    expect(closed.updatedAt).toBe(AT)
    expect(hasSomethingOpen(closed)).toBe(false)
  })
})

describe('postpone', () => {
  const to = '2026-11-25'
  it.each<[string, Entry, object, object | undefined]>([
    ['a follow-up', entry(WELL, PLANNED), { ...PLANNED, due: to }, undefined],
    ['a check-back alone', entry(UNHAPPY, NONE, HANDOFF), NONE, { ...HANDOFF, checkBackDue: to }],
    [
      'both',
      entry(WELL, PLANNED, HANDOFF),
      { ...PLANNED, due: to },
      { ...HANDOFF, checkBackDue: to },
    ],
    [
      'somebody unhappy with nothing planned: plans it',
      entry(UNHAPPY, NONE),
      { status: 'planned', due: to },
      undefined,
    ],
  ])('moves %s', (_, given, followUp, handoff) => {
    const moved = postpone(given, { to, at: AT })
    expect(moved.followUp).toEqual(followUp)
    expect(moved.handoff).toEqual(handoff)
    expect(moved.updatedAt).toBe(AT)
  })

  it('takes no past day, and nobody unknown', () => {
    expect(() => postpone(entry(WELL, PLANNED), { to: '2026-11-17', at: AT })).toThrow(
      '17 Nov 2026 is past',
    )
    const nobody = { ...entry(UNHAPPY, NONE), customer: 'anon' }
    expect(() => postpone(nobody, { to, at: AT })).toThrow('needs to know who')
  })
})

describe('drop', () => {
  const why = 'moved away'
  const dropped = { status: 'cancelled', note: why }
  it.each<[string, Entry, object, object | undefined]>([
    ['a follow-up', entry(WELL, PLANNED), { ...PLANNED, ...dropped }, undefined],
    ['a check-back alone', entry(WELL, NONE, HANDOFF), dropped, BACK],
    ['both', entry(UNHAPPY, PLANNED, HANDOFF), { ...PLANNED, ...dropped }, BACK],
    ['somebody unhappy with nothing planned', entry(UNHAPPY, NONE), dropped, undefined],
    [
      'a check-back after a follow-up on the spot',
      entry(UNHAPPY, { status: 'done', note: 'sent it' }, HANDOFF),
      { status: 'done', note: 'sent it' },
      BACK,
    ],
  ])('closes %s', (_, given, followUp, handoff) => {
    const closed = drop(given, { why, at: AT })
    expect(closed.followUp).toEqual(followUp)
    expect(closed.handoff).toEqual(handoff)
    expect(closed.updatedAt).toBe(AT)
    expect(hasSomethingOpen(closed)).toBe(false)
  })

  it('takes a reason, of 280 characters at most', () => {
    expect(() => drop(entry(WELL, PLANNED), { why: ' ', at: AT })).toThrow('takes a reason')
    expect(() => drop(entry(WELL, PLANNED), { why: 'x'.repeat(281), at: AT })).toThrow(
      'followUp.note has 281 characters; the limit is 280',
    )
  })
})

describe('where nothing is open', () => {
  it.each<[string, Entry, string]>([
    ['never planned', entry(WELL, NONE), 'no follow-up was planned'],
    [
      'done',
      entry(WELL, { status: 'done', completedAt: '2026-11-16T09:00:00-06:00' }),
      'the follow-up was done on Mon 16 Nov 2026',
    ],
    [
      'dropped',
      entry(UNHAPPY, { status: 'cancelled', note: 'moved away' }),
      'the follow-up was dropped, "moved away"',
    ],
  ])('says so: %s', (_, given, says) => {
    const doings = [
      () => complete(given, { at: AT }),
      () => postpone(given, { to: '2026-11-25', at: AT }),
      () => drop(given, { why: 'enough', at: AT }),
    ]
    for (const doing of doings)
      expect(doing).toThrow(
        expect.objectContaining({
          exitCode: 1,
          message: `Nothing is open with lantern-street (Thu 12 Nov 2026): ${says}.`,
        }),
      )
  })
})
