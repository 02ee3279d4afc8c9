import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTodos, formatCalendar } from '../../src/exchange/icalendar.ts'
import type { Entry } from '../../src/model/entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { type Component, readStrictly, unescapeText } from './rfc5545.ts'

const planned = (over: Partial<Entry['followUp']> = {}, entry: Partial<Entry> = {}) =>
  anEntry({ followUp: { status: 'planned', due: '2026-11-20', ...over }, ...entry })
const calendar = (...entries: Entry[]) => [...formatCalendar(entries)].join('')
const read = (...entries: Entry[]) => readStrictly(Buffer.from(calendar(...entries)))
const readValue = (todo: Component | undefined, name: string) =>
  todo?.properties.find((property) => property.name === name)?.value

describe('the calendar', () => {
  it('holds one to-do for each planned follow-up and nothing else', () => {
    const entries = [
      planned({ action: 'text after the frost', promised: true }, { id: idOf(1) }),
      planned({}, { id: idOf(2) }),
      anEntry({ id: idOf(3) }),
      anEntry({ id: idOf(4), followUp: { status: 'done', due: '2026-11-12', action: 'x' } }),
      anEntry({ id: idOf(5), followUp: { status: 'cancelled', due: '2026-11-12' } }),
    ]
    expect(countTodos(entries)).toBe(2)
    expect(calendar(...entries)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//afterword//follow-ups//EN',
        'BEGIN:VTODO',
        'UID:afterword-000000000001',
        'DTSTAMP:20261112T160500Z',
        'DUE;VALUE=DATE:20261120',
        'SUMMARY:text after the frost',
        'DESCRIPTION:For lantern-street',
        'PRIORITY:1',
        'STATUS:NEEDS-ACTION',
        'CLASS:PRIVATE',
        'END:VTODO',
        'BEGIN:VTODO',
        'UID:afterword-000000000002',
        'DTSTAMP:20261112T160500Z',
        'DUE;VALUE=DATE:20261120',
        'SUMMARY:Router dropped every evening\\; replaced the wet splitter',
        'DESCRIPTION:For lantern-street',
        'STATUS:NEEDS-ACTION',
        'CLASS:PRIVATE',
        'END:VTODO',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('is a calendar with no to-do where nothing is planned', () => {
    expect(read(anEntry()).components).toEqual([])
  })

  it('keeps the UID and moves the stamp when an entry changes', () => {
    const before = read(planned()).components[0]
    const after = read(planned({ action: 'call' }, { updatedAt: '2026-11-13T09:00:00-06:00' }))
    expect(readValue(after.components[0], 'UID')).toBe(readValue(before, 'UID'))
    expect(readValue(after.components[0], 'DTSTAMP')).toBe('20261113T150000Z')
  })

  it('has no alarm and no address', () => {
    expect(calendar(planned())).not.toMatch(/VALARM|ATTENDEE|ORGANIZER|mailto|https?:|@/i)
  })

  it('cannot be broken out of by a text', () => {
    const action = 'x\r\nEND:VTODO\nBEGIN:VALARM\r\\;,"'
    const [todo] = read(planned({ action })).components
    expect(todo?.components).toEqual([])
    expect(unescapeText(readValue(todo, 'SUMMARY') ?? '')).toBe('x\nEND:VTODO\nBEGIN:VALARM\n\\;,"')
  })

  it('drops control characters and keeps the tab', () => {
    const [todo] = read(planned({ action: 'a\0b\x1b[2Jc\x7fd\u0085e\tf' })).components
    expect(readValue(todo, 'SUMMARY')).toBe('ab[2Jcde\tf')
  })

  it('reads back strictly whatever the words, folded without splitting a character', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 280 })
    fc.assert(
      fc.property(words, words, (action, customer) => {
        const [todo] = read(planned({ action }, { customer })).components
        expect(unescapeText(readValue(todo, 'SUMMARY') ?? '')).toBe(action.replace(/\p{Cc}/gu, ''))
        expect(unescapeText(readValue(todo, 'DESCRIPTION') ?? '')).toBe(
          `For ${customer.replace(/\p{Cc}/gu, '')}`,
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('the strict reader itself', () => {
  it.each([
    ['a bare line feed', (text: string) => text.replace('\r\n', '\n')],
    [
      'a line over 75 octets',
      (text: string) => text.replace('SUMMARY:', `SUMMARY:${'x'.repeat(80)}`),
    ],
    ['no UID', (text: string) => text.replace(/UID:.*\r\n/, '')],
    ['a bare comma', (text: string) => text.replace('SUMMARY:', 'SUMMARY:a,b')],
    ['a wrong end', (text: string) => text.replace('END:VTODO', 'END:VEVENT')],
    ['a due time as a date', (text: string) => text.replace('20261120', '20261120T10')],
    ['a control character', (text: string) => text.replace('SUMMARY:', 'SUMMARY:\x07')],
  ])('refuses %s', (_name, harm) => {
    const text = calendar(planned({ action: 'call' }))
    expect(() => readStrictly(Buffer.from(harm(text)))).toThrow()
    expect(() => readStrictly(Buffer.from(text))).not.toThrow()
  })
})
