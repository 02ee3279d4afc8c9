import { describe, expect, it } from 'vitest'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'

const promised = anEntry({
  id: idOf(1),
  customer: 'blue-gate',
  followUp: { status: 'planned', action: 'ring them', due: '2026-11-17', promised: true },
})
const passedOn = anEntry({
  id: idOf(2),
  customer: 'lantern-street',
  disposition: 'transferred',
  handoff: { to: 'tier 2', reason: 'authority', checkBackDue: '2026-11-16' },
})
const unhappy = anEntry({
  id: idOf(3),
  customer: 'grey-hat',
  felt: { before: 'angry', after: 'ignored' },
})
const entries = [promised, passedOn, unhappy]

async function itemsAfter(...argv: string[]) {
  const world = await aWorld({ entries })
  expect(await world.run(...argv)).toBe(0)
  await world.run('followups', '--json')
  return JSON.parse(world.out()).map((item: { kind: string; customer: string; due?: string }) => [
    item.kind,
    item.customer,
    item.due,
  ])
}

const ALL = [
  ['unhappy', 'grey-hat', undefined],
  ['follow-up', 'blue-gate', '2026-11-17'],
  ['hand-off', 'lantern-street', '2026-11-16'],
]

describe('what is open', () => {
  it('lists people left unhappy, then promises, then hand-offs', async () => {
    expect(await itemsAfter('followups')).toEqual(ALL)
  })

  it.each([
    [['done', 'blue', '--felt', 'happy', '--note', 'all quiet'], ALL.filter((_, at) => at !== 1)],
    [['done', 'lantern'], ALL.slice(0, 2)],
    [['drop', 'grey', 'moved', 'away'], ALL.slice(1)],
    [
      ['later', 'blue', 'fri'],
      [ALL[0], ['follow-up', 'blue-gate', '2026-11-20'], ALL[2]],
    ],
    [
      ['later', 'grey', 'in 3 days'],
      [['follow-up', 'blue-gate', '2026-11-17'], ['follow-up', 'grey-hat', '2026-11-21'], ALL[2]],
    ],
  ])('%j', async (argv, expected) => {
    expect(await itemsAfter(...argv)).toEqual(expected)
  })

  it('keeps how they were and what was found', async () => {
    const world = await aWorld({ entries })
    await world.run('done', 'blue', '--felt', 'hap', '--note', 'all quiet', '--json')
    expect(JSON.parse(world.out()).followUp).toEqual({
      status: 'done',
      action: 'ring them',
      due: '2026-11-17',
      promised: true,
      completedAt: '2026-11-18T12:00:00-06:00',
      felt: 'happy',
      note: 'all quiet',
    })
    expect(world.err()).toMatch(/^Closed/)
  })

  it.each([
    [['done', 'nobody'], 1, /nobody/],
    [['done', 'blue', '--felt', 'cross'], 2, /cross/],
    [['later', 'blue', 'yesterday'], 2, /yesterday.*passed/],
    [['later', 'blue', '2026-02-30'], 2, /2026-02-30/],
    [['drop', 'blue'], 2, /why/],
  ])('%j ends with %i', async (argv, code, says) => {
    const world = await aWorld({ entries })
    expect(await world.run(...argv)).toBe(code)
    expect(world.err()).toMatch(says)
    expect(await world.journal.read()).toEqual(entries)
  })
})
