import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { followUps } from '../../src/reports/follow-ups.ts'
import { anEntry } from '../helpers.ts'
import { felt } from './input.ts'

const TODAY = '2026-11-18'
const plan = (id: string, due: string, over: Partial<Entry> = {}, promised = false) =>
  anEntry({ id, followUp: { status: 'planned', action: `do ${id}`, due, promised }, ...over })
const passedOn = (id: string, checkBackDue: string, over: Partial<Entry> = {}) =>
  anEntry({ id, handoff: { to: 'tier 2', reason: 'skill', checkBackDue }, ...over })
const order = (entries: readonly Entry[]) =>
  followUps(entries, TODAY, 'terminal').map(({ id, kind }) => `${kind} ${id}`)

describe('what is open', () => {
  it('puts people left unhappy first, then what is planned, then hand-offs', () => {
    expect(
      order([
        passedOn('p', '2026-11-01'),
        plan('f', '2026-11-01'),
        felt('angry', 'angry', { id: 'u2', at: '2026-11-10T09:00:00-06:00' }),
        felt('angry', 'angry', { id: 'u1', at: '2026-11-02T09:00:00-06:00' }),
        anEntry({ id: 'nothing' }),
      ]),
    ).toEqual(['unhappy u1', 'unhappy u2', 'follow-up f', 'hand-off p'])
  })

  it('sorts by section, then promised, then the oldest due, then people who left unhappy', () => {
    const upset = { felt: { before: 'angry', after: 'upset' } } as const
    expect(
      order([
        plan('later', '2026-11-26', {}, true),
        plan('week', '2026-11-25', {}, true),
        plan('today', TODAY, {}, true),
        plan('old', '2026-11-10'),
        plan('old-upset', '2026-11-10', upset),
        plan('newer', '2026-11-17', {}, true),
      ]).map((text) => text.split(' ')[1]),
    ).toEqual(['newer', 'old-upset', 'old', 'today', 'week', 'later'])
  })

  it('lists hand-offs by their check-back, those of the future too', () => {
    expect(order([passedOn('b', '2026-12-01'), passedOn('a', '2026-11-10')])).toEqual([
      'hand-off a',
      'hand-off b',
    ])
  })

  it('makes two items of an entry with both', () => {
    const both = passedOn('x', '2026-11-16', {
      followUp: { status: 'planned', action: 'Ring her', due: '2026-11-20', promised: true },
      felt: { before: 'angry', after: 'ignored' },
    })
    const common = { id: 'x', customer: both.customer, summary: both.summary, felt: 'ignored' }
    expect(followUps([both], TODAY, 'terminal')).toEqual([
      {
        ...common,
        kind: 'follow-up',
        action: 'Ring her',
        due: '2026-11-20',
        promised: true,
        daysOverdue: 0,
      },
      { ...common, kind: 'hand-off', due: '2026-11-16', promised: false, daysOverdue: 2 },
    ])
  })

  it('gives somebody left unhappy neither a day nor an action', () => {
    const [item] = followUps([felt('angry', 'upset')], TODAY, 'terminal')
    expect(item).toMatchObject({ kind: 'unhappy', promised: false, daysOverdue: 0, felt: 'upset' })
    expect(item).not.toHaveProperty('due')
    expect(item).not.toHaveProperty('action')
  })

  it('leaves out elsewhere what is never shared', () => {
    const kept = plan('a', TODAY, { share: 'never' })
    expect(followUps([kept], TODAY, 'elsewhere')).toEqual([])
    expect(followUps([kept], TODAY, 'terminal')).toHaveLength(1)
  })
})
