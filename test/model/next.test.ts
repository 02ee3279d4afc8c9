import { describe, expect, it } from 'vitest'
import { readNext, tryNext } from '../../src/model/next.ts'
import { dayReader } from '../../src/model/understand.ts'

const world = {
  today: '2026-11-18',
  readDay: dayReader({ now: '2026-11-18T12:00:00-06:00' }),
}
const planned = (due: string, promised: boolean, action?: string) => ({
  kind: 'planned',
  due,
  promised,
  ...(action === undefined ? {} : { action }),
})

describe('question 6', () => {
  it.each([
    ['', { kind: 'none' }],
    [' None ', { kind: 'none' }],
    ['done', { kind: 'done' }],
    ['done sent the form', { kind: 'done', action: 'sent the form' }],
    ['done: sent the form', { kind: 'done', action: 'sent the form' }],
    ['fri', planned('2026-11-20', false)],
    ['fri!', planned('2026-11-20', true)],
    ['fri! text after the frost', planned('2026-11-20', true, 'text after the frost')],
    ['fri !text', planned('2026-11-20', true, 'text')],
    ['in 3 days ring them', planned('2026-11-21', false, 'ring them')],
    ['in 3 days! ring them', planned('2026-11-21', true, 'ring them')],
    ['2026-11-25 send  the quote', planned('2026-11-25', false, 'send  the quote')],
    ['24 dec: ring', planned('2026-12-24', false, 'ring')],
    ['dec 24 bring it', planned('2026-12-24', false, 'bring it')],
    ['fri 14:00 visit', planned('2026-11-20', false, 'visit')],
    ['fri 2 boxes', planned('2026-11-20', false, '2 boxes')],
    ['fri 9', planned('2026-11-20', false)],
    ['tomorrow call back now!', planned('2026-11-19', false, 'call back now!')],
    ['today', planned('2026-11-18', false)],
  ])('%j', (typed, next) => {
    expect(readNext(typed, world)).toEqual(next)
  })

  it('takes what to do and the promise from flags', () => {
    const flags = { ...world, promised: true, do: 'Text after the frost' }
    expect(readNext('fri', flags)).toEqual(planned('2026-11-20', true, 'Text after the frost'))
    expect(readNext('fri!', { ...world, do: 'Text' })).toEqual(planned('2026-11-20', true, 'Text'))
    expect(readNext('done', { ...world, do: 'Sent it' })).toEqual({
      kind: 'done',
      action: 'Sent it',
    })
  })

  it.each([
    ['none', { promised: true }, /--promised and --do go with a follow-up/],
    ['', { do: 'ring' }, /--promised and --do go with a follow-up/],
    ['fri text', { do: 'ring' }, /said twice/],
    ['2026-11-17', {}, /17 Nov 2026 is past/],
    ['yesterday ring', {}, /17 Nov 2026 is past/],
    ['31 feb ring', {}, /31 feb is a day that does not exist/],
    ['2 boxes', {}, /"2 boxes" is not a follow-up: try "fri!/],
    ['maybe', {}, /"maybe" is not a follow-up/],
    ['! now', {}, /is not a follow-up/],
  ])('refuses %j with %j', (typed, flags, message) => {
    expect(() => readNext(typed, { ...world, ...flags })).toThrow(message)
  })

  it('is undefined where no beginning is a day, so that a second grammar may be asked', () => {
    expect(tryNext('fifth of march ring', world)).toBeUndefined()
  })
})
