import { describe, expect, it } from 'vitest'
import { notWrittenDown, type Told } from '../../src/queries/written-down.ts'
import { anEntry, idOf } from '../helpers.ts'

const at = (time: string) => `2026-11-12T${time}-06:00`
const entry = anEntry({ id: idOf(1), at: at('10:00:00'), customer: 'Lantern-Street' })
const told = (over: Partial<Told>): Told => ({ id: idOf(9), ...over })

describe('a contact is written down', () => {
  it.each<[string, Partial<Told>, boolean]>([
    ['by the same id', { id: idOf(1) }, true],
    ['same customer, an hour before', { customer: 'lantern-street ', at: at('09:00:00') }, true],
    [
      'same customer, over an hour later',
      { customer: 'lantern-street', at: at('11:00:01') },
      false,
    ],
    [
      'same customer in another zone',
      { customer: 'lantern-street', at: '2026-11-12T17:10:00+01:00' },
      true,
    ],
    ['same customer, only the day known', { customer: 'lantern-street', at: at('00:00:00') }, true],
    [
      'same customer, the day before',
      { customer: 'lantern-street', at: '2026-11-11T00:00:00-06:00' },
      false,
    ],
    ['same customer, no time', { customer: 'lantern-street' }, false],
    ['another customer', { customer: 'lantern', at: at('10:00:00') }, false],
    ['nobody in particular', { at: at('10:00:00') }, false],
  ])('%s', (_name, over, isWritten) => {
    expect(notWrittenDown([told(over)], [entry])).toHaveLength(isWritten ? 0 : 1)
  })

  it.each([
    [{ contact: { caseRef: '#17A' } }, true],
    [{ customer: '#17a' }, true],
    [{ contact: { caseRef: '17A' } }, false],
  ])('by its case number, however long ago: %j', (over, isWritten) => {
    const left = notWrittenDown(
      [told({ ref: ' #17a', at: '2026-10-01T08:00:00Z' })],
      [anEntry({ ...over, at: at('10:00:00') })],
    )
    expect(left).toHaveLength(isWritten ? 0 : 1)
  })

  it('once only: the surest match takes the entry, and the nearest of several', () => {
    const entries = [
      anEntry({ id: idOf(1), at: at('10:00:00'), customer: 'ada', contact: { caseRef: '5' } }),
      anEntry({ id: idOf(2), at: at('10:30:00'), customer: 'ada' }),
    ]
    const contacts = [
      told({ id: idOf(11), customer: 'ada', at: at('10:01:00') }),
      told({ id: idOf(12), customer: 'ada', at: at('10:02:00'), ref: '5' }),
      told({ id: idOf(13), customer: 'ada', at: at('10:03:00') }),
    ]
    expect(notWrittenDown(contacts, entries).map(({ id }) => id)).toEqual([idOf(13)])
  })

  it('never because both are anon', () => {
    const anon = told({ customer: 'anon', at: at('10:00:00') })
    expect(notWrittenDown([anon], [anEntry({ customer: 'anon', at: at('10:00:00') })])).toEqual([
      anon,
    ])
  })
})
