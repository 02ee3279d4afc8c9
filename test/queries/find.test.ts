import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import { find } from '../../src/queries/find.ts'
import { anEntry } from '../helpers.ts'

const entries = [
  anEntry({
    id: '7k3q0000000a',
    at: '2026-11-09T10:00:00-06:00',
    recordedAt: '2026-11-18T10:00:00-06:00',
    customer: 'lantern-street',
    summary: 'Wet splitter',
  }),
  anEntry({
    id: '7k3q1111111b',
    customer: 'lantern-street',
    followUp: { status: 'planned', due: '2026-11-20' },
  }),
  anEntry({ id: '9abc0000000c', customer: 'Lantern', recordedAt: '2026-11-18T09:00:00-12:00' }),
  anEntry({ id: 'wxyz0000000d', customer: '__proto__' }),
]

function refusal(meant: string, among?: 'open'): Refusal {
  try {
    find(entries, meant, { among })
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error(`${meant} was not refused`)
}

describe('the entry meant', () => {
  it.each([
    ['a whole id', '7k3q0000000a', '7k3q0000000a'],
    ['its beginning', '7k3q1', '7k3q1111111b'],
    ['its beginning in capitals', '9ABC', '9abc0000000c'],
    ['a name exactly so', 'lantern', '9abc0000000c'],
    ['a name like no other', '__proto__', 'wxyz0000000d'],
    ['the start of a name', '__pr', 'wxyz0000000d'],
    ['the one recorded last, by instant', 'last', '9abc0000000c'],
  ])('%s', (_, meant, id) => {
    expect(find(entries, meant).id).toBe(id)
  })

  it('is the one with something open, where only those are looked for', () => {
    expect(find(entries, 'lantern-street', { among: 'open' }).id).toBe('7k3q1111111b')
  })

  it('by its id whatever it has', () => {
    expect(find(entries, 'wxyz', { among: 'open' }).id).toBe('wxyz0000000d')
  })
})

describe('a refusal', () => {
  it('lists the candidates by their shortest ids', () => {
    const { message, exitCode } = refusal('lantern-street')
    expect(exitCode).toBe(1)
    expect(message).toContain('fits 2 entries')
    expect(message).toContain('7k3q0  Mon 9 Nov 2026  lantern-street  Wet splitter')
    expect(message).toContain('7k3q1  Thu 12 Nov 2026')
  })

  it.each(['7k3q', 'lantern-s'])('names both where %s fits two', (meant) => {
    expect(refusal(meant).message).toMatch(/7k3q0 .*\n.*7k3q1 /)
  })

  it('says how many it does not list', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => anEntry({ id: `${1000 + i}00000000` }))
    expect(() => find(crowd, 'lantern')).toThrow(/fits 12 entries[\s\S]*and 2 older ones/)
  })

  it.each(['7k3', 'nobody', '', 'toString'])('says what to type where %j fits nothing', (meant) => {
    const { message, exitCode } = refusal(meant)
    expect(exitCode).toBe(1)
    expect(message).toContain(JSON.stringify(meant))
    expect(message).toContain("the start of a customer's name")
  })

  it('says that nothing is open with somebody known', () => {
    expect(refusal('__proto__', 'open').message).toContain('afterword followups')
  })

  it('of last in an empty journal says how to begin', () => {
    expect(() => find([], 'last')).toThrow('afterword log')
  })
})
