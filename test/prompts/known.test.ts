import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import {
  commonestFeelings,
  formatGlance,
  formatNear,
  knownCustomers,
  lastChannels,
} from '../../src/prompts/known.ts'
import { anEntry, idOf } from '../helpers.ts'

const TODAY = '2026-11-18'

function entry(number: number, over: Partial<Entry>): Entry {
  return anEntry({
    id: idOf(number),
    at: `2026-11-${String(number).padStart(2, '0')}T10:00:00-06:00`,
    ...over,
  })
}

describe('known customers', () => {
  it('come newest first, each with the last feeling and everything open', () => {
    const known = knownCustomers([
      entry(9, {
        customer: 'a',
        felt: { before: 'angry', after: 'upset' },
        followUp: { status: 'planned', action: 'ring', due: '2026-11-20' },
      }),
      entry(10, { customer: 'b', felt: { before: 'angry', after: 'upset' } }),
      entry(11, {
        customer: 'a',
        followUp: { status: 'planned', promised: true, action: 'a text', due: '2026-11-17' },
      }),
      entry(12, { customer: 'anon' }),
      entry(13, {
        customer: 'c',
        handoff: { to: 'billing', reason: 'skill', checkBackDue: '2026-11-18' },
      }),
    ])
    expect(known.map(({ name }) => name)).toEqual(['c', 'a', 'b'])
    expect(known.map((customer) => formatGlance(customer, TODAY))).toEqual([
      'left satisfied Fri · passed to billing, due today',
      'left satisfied 11 Nov · you promised a text, overdue since Tue · ring, due Fri',
      'left upset 10 Nov · nothing planned',
    ])
    expect(known[1]?.open.map(({ id }) => id)).toEqual([idOf(11), idOf(9)])
  })

  it('orders by the instant, not by the clock on the wall, and counts an entry given twice once', () => {
    const east = entry(1, { customer: 'east', at: '2026-11-10T12:00:00+09:00' })
    const west = entry(2, { customer: 'west', at: '2026-11-10T09:00:00-08:00' })
    expect(knownCustomers([west, east, west]).map(({ name }) => name)).toEqual(['west', 'east'])
  })

  it('treats __proto__ and constructor like any name', () => {
    const names = ['__proto__', 'constructor', 'toString']
    const known = knownCustomers(names.map((customer, index) => entry(index + 1, { customer })))
    expect(known.map(({ name }) => name)).toEqual(names.reverse())
  })
})

it.each([
  ['2026-11-18', 'today'],
  ['2026-11-17', 'Tue'],
  ['2026-11-24', 'Tue'],
  ['2026-11-12', 'Thu'],
  ['2026-11-11', '11 Nov'],
  ['2026-11-25', '25 Nov'],
  ['2025-11-25', '25 Nov 2025'],
])('writes %s as %s', (day, text) => {
  expect(formatNear(day, TODAY)).toBe(text)
})

it('knows the last five channels, newest first, and the commonest feelings', () => {
  const entries = (['phone', 'chat', 'email', 'sms', 'mail', 'video'] as const).map((channel, at) =>
    entry(at + 1, { channel, felt: { before: 'anxious', after: at === 0 ? 'happy' : 'relieved' } }),
  )
  expect(lastChannels(entries)).toEqual(['video', 'mail', 'sms', 'email', 'chat'])
  expect(commonestFeelings(entries)).toEqual(['anxious', 'relieved', 'happy'])
})
