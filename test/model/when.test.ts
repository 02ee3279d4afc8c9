import { describe, expect, it } from 'vitest'
import { atTimestamp, formatWhen, readWhen, unreadWhen } from '../../src/model/when.ts'
import type { Lean } from '../../src/model/when-day.ts'
import { readWhenWords } from '../../src/model/when-words.ts'

// A Wednesday, at noon.
const NOW = '2026-11-18T12:00:00-06:00'

describe('our own grammar', () => {
  it.each<[string, Lean, string, string?]>([
    ['today', 'past', '2026-11-18'],
    ['now', 'past', '2026-11-18'],
    ['Tomorrow', 'future', '2026-11-19'],
    ['yesterday', 'past', '2026-11-17'],
    ['day after tomorrow', 'future', '2026-11-20'],
    ['the day before yesterday', 'past', '2026-11-16'],
    ['tonight', 'future', '2026-11-18', '20:00'],
    ['last night', 'past', '2026-11-17', '20:00'],
    ['this morning', 'past', '2026-11-18', '09:00'],
    ['noon', 'past', '2026-11-18', '12:00'],
    ['eod', 'future', '2026-11-18', '17:00'],
    ['9', 'past', '2026-11-18', '09:00'],
    ['9am', 'past', '2026-11-18', '09:00'],
    ['at 9 pm', 'future', '2026-11-18', '21:00'],
    ['12am', 'past', '2026-11-18', '00:00'],
    ['12.30pm', 'past', '2026-11-18', '12:30'],
    ['16:40', 'past', '2026-11-18', '16:40'],
    ['4.30pm', 'past', '2026-11-18', '16:30'],
    ['fri', 'future', '2026-11-20'],
    ['Friday', 'past', '2026-11-13'],
    ['on friday', 'future', '2026-11-20'],
    ['wed', 'future', '2026-11-25'],
    ['wed', 'past', '2026-11-11'],
    ['thurs', 'future', '2026-11-19'],
    ['weds', 'past', '2026-11-11'],
    ['next fri', 'past', '2026-11-20'],
    ['last tue', 'future', '2026-11-17'],
    ['this sun', 'future', '2026-11-22'],
    ['fri 14:00', 'future', '2026-11-20', '14:00'],
    ['fri at 2pm', 'future', '2026-11-20', '14:00'],
    ['9am fri', 'past', '2026-11-13', '09:00'],
    ['fri afternoon', 'future', '2026-11-20', '15:00'],
    ['fri eod', 'future', '2026-11-20', '17:00'],
    ['yesterday 16:40', 'past', '2026-11-17', '16:40'],
    ['tomorrow  9', 'future', '2026-11-19', '09:00'],
    ['+3d', 'past', '2026-11-21'],
    ['-3d', 'future', '2026-11-15'],
    ['2w', 'future', '2026-12-02'],
    ['2w', 'past', '2026-11-04'],
    ['in 3 days', 'past', '2026-11-21'],
    ['3 days ago', 'future', '2026-11-15'],
    ['a week ago', 'past', '2026-11-11'],
    ['in two weeks', 'future', '2026-12-02'],
    ['two weeks from now', 'future', '2026-12-02'],
    ['next week', 'future', '2026-11-23'],
    ['24 dec', 'future', '2026-12-24'],
    ['24 dec', 'past', '2025-12-24'],
    ['dec 24', 'future', '2026-12-24'],
    ['24th of December, 2027', 'future', '2027-12-24'],
    ['December 24, 2025', 'future', '2025-12-24'],
    ['18 nov', 'future', '2026-11-18'],
    ['18 nov', 'past', '2026-11-18'],
    ['17 nov', 'future', '2027-11-17'],
    ['24/12', 'future', '2026-12-24'],
    ['12/24', 'past', '2025-12-24'],
    ['4/4', 'future', '2027-04-04'],
    ['3 dec 9', 'future', '2026-12-03', '09:00'],
    ['2026-11-25', 'future', '2026-11-25'],
    ['2028-02-29', 'future', '2028-02-29'],
    ['2026-11-17 16:40', 'past', '2026-11-17', '16:40'],
    ['2026-11-17T16:40', 'past', '2026-11-17', '16:40'],
    ['2026-11-17T16:40:05', 'past', '2026-11-17', '16:40:05'],
    ['2026-11-17 at 4pm', 'past', '2026-11-17', '16:00'],
  ])('reads %j leaning to the %s', (typed, lean, day, time) => {
    const when = readWhen(typed, NOW, lean)
    expect(when).toEqual(time === undefined ? { day } : { day, time })
  })

  it.each([
    ['2026-11-17T16:40:00+01:00', '2026-11-17T16:40:00+01:00'],
    ['2026-11-17t16:40+0100', '2026-11-17T16:40:00+01:00'],
    ['2026-11-17T16:40:00.250Z', '2026-11-17T16:40:00Z'],
    ['2 hours ago', '2026-11-18T10:00:00-06:00'],
    ['an hour ago', '2026-11-18T11:00:00-06:00'],
    ['20 min ago', '2026-11-18T11:40:00-06:00'],
    ['13h ago', '2026-11-17T23:00:00-06:00'],
  ])('knows the exact moment of %j', (typed, at) => {
    expect(readWhen(typed, NOW, 'past')?.at).toBe(at)
  })

  it.each([
    '',
    'soon',
    'fri text after the frost',
    'tomorrow maybe',
    'may',
    '25',
    '2026',
    'the',
    'mon to fri',
    'in 3 days ago',
  ])('leaves %j unread', (typed) => {
    expect(readWhen(typed, NOW, 'future')).toBeUndefined()
  })

  it.each([
    ['2026-02-30', /2026-02-30 is a day that does not exist/],
    ['31 feb', /31 feb is a day that does not exist/],
    ['feb 29', /feb 29 is a day that does not exist in 2027/],
    ['24:00', /24:00 is a time that does not exist/],
    ['fri 12:60', /12:60 is a time that does not exist/],
    ['13pm', /13pm is a time that does not exist/],
    ['2026-02-30 10:00', /2026-02-30 10:00 does not exist/],
    ['2026-11-17T24:00', /2026-11-17T24:00 does not exist/],
    ['2026-13-01', /2026-13-01/],
    ['3/4', /3\/4 could be two days/],
    ['3/4/2026', /could be two days/],
    ['32/13', /does not exist/],
  ])('refuses %j and never rolls it over', (typed, message) => {
    expect(() => readWhen(typed, NOW, 'future')).toThrow(message)
  })

  it('names what it could not read and gives examples', () => {
    expect(unreadWhen('soonish').message).toContain('"soonish"')
  })
})

describe('words for chrono-node', () => {
  it.each<[string, Lean, string, string?]>([
    ['fifth of march', 'future', '2027-03-05'],
    ['fifth of march', 'past', '2026-03-05'],
    ['in 2 months', 'future', '2027-01-18'],
    ['next month', 'future', '2026-12-18'],
    ['end of month', 'future', '2026-11-30'],
    ['monday next week', 'future', '2026-11-23'],
    ['15 march 2025 at 9:30', 'past', '2025-03-15', '09:30'],
    ['yesterday evening', 'past', '2026-11-17'],
  ])('reads %j leaning to the %s', (typed, lean, day, time) => {
    const when = readWhenWords(typed, NOW, lean)
    expect(when).toEqual(time === undefined ? { day } : { day, time })
  })

  it.each([
    'soon',
    'tomorrow 9 or so',
    'fri text after the frost',
    'mon to fri',
    'midnight',
    'march',
    '12.11.2026',
    '3/4',
    '9am EST',
    'friday in two weeks',
    'feb 30',
  ])('leaves %j unread', (typed) => {
    expect(readWhenWords(typed, NOW, 'future')).toBeUndefined()
  })
})

describe('the moment of an entry', () => {
  it.each([
    [{ day: '2026-11-18' }, '2026-11-18T12:00:00-06:00'],
    [{ day: '2026-11-17' }, '2026-11-17T12:00:00-06:00'],
    [{ day: '2026-11-18', time: '09:15' }, '2026-11-18T09:15:00-06:00'],
    [
      { day: '2026-11-17', time: '16:40', at: '2026-11-17T16:40:00+01:00' },
      '2026-11-17T16:40:00+01:00',
    ],
  ])('of %j', (when, at) => {
    expect(atTimestamp(when, NOW)).toBe(at)
  })

  it('takes the offset in force on that day in a named zone', () => {
    const when = { day: '2026-10-24', time: '10:00' }
    expect(atTimestamp(when, NOW, 'Europe/Stockholm')).toBe('2026-10-24T10:00:00+02:00')
    const later = { day: '2026-10-26', time: '10:00' }
    expect(atTimestamp(later, NOW, 'Europe/Stockholm')).toBe('2026-10-26T10:00:00+01:00')
  })

  it('refuses what has not happened and names it', () => {
    expect(() => atTimestamp({ day: '2026-11-18', time: '16:40' }, NOW)).toThrow(
      /Wed 18 Nov 2026 16:40 has not happened yet/,
    )
    expect(() => atTimestamp({ day: '2026-11-20' }, NOW)).toThrow(/Fri 20 Nov 2026/)
  })

  it('is shown as people write it', () => {
    expect(formatWhen('2026-11-20')).toBe('Fri 20 Nov 2026')
    expect(formatWhen({ day: '2026-11-20', time: '14:00' })).toBe('Fri 20 Nov 2026 14:00')
  })
})
