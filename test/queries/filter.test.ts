import { describe, expect, it } from 'vitest'
import { select } from '../../src/queries/filter.ts'
import { anEntry } from '../helpers.ts'

const entries = [
  anEntry({ id: 'a', at: '2026-11-09T23:30:00-06:00', customer: 'Lantern-Street' }),
  anEntry({
    id: 'b',
    at: '2026-11-10T10:00:00-06:00',
    customer: 'lantern-street-2',
    channel: 'chat',
    tags: ['Thaw'],
    felt: { before: 'angry', after: 'happy' },
  }),
  anEntry({
    id: 'c',
    at: '2026-11-11T10:00:00-06:00',
    customer: '__proto__',
    disposition: 'unresolved',
    felt: { before: 'neutral', after: 'angry' },
    obstacles: { note: 'Returns end (14+ days)' },
    private: { note: 'secret' },
  }),
  anEntry({
    id: 'd',
    at: '2026-11-12T10:00:00-06:00',
    customer: 'café',
    followUp: { status: 'planned', due: '2026-11-20', action: 'Ring after the thaw' },
  }),
]

describe('list shows the entries that fit', () => {
  it.each([
    ['nothing asked', {}, 'abcd'],
    ['from a day', { from: '2026-11-10' }, 'bcd'],
    ['to a day, by the offset of each', { to: '2026-11-09' }, 'a'],
    ['a name exactly so', { who: 'lantern-street' }, 'a'],
    ['a name that begins so', { who: 'lan' }, 'ab'],
    ['nobody', { who: 'street' }, ''],
    ['an empty name', { who: ' ' }, ''],
    ['__proto__', { who: '__proto__' }, 'c'],
    ['a name typed in another composition', { who: 'cafe\u0301' }, 'd'],
    ['a channel', { channel: 'chat' }, 'b'],
    ['a feeling on either side', { felt: 'angry' }, 'bc'],
    ['an ending', { end: 'unresolved' }, 'c'],
    ['a tag', { tag: 'thaw' }, 'b'],
    ['text in tags and actions', { text: 'THAW' }, 'bd'],
    ['text taken letter by letter', { text: 'end (14+' }, 'c'],
    ['text that is no pattern', { text: '.*' }, ''],
    ['text of the private drawer', { text: 'secret' }, ''],
    ['something open', { open: true }, 'cd'],
    ['not only open', { open: false }, 'abcd'],
    ['the newest', { limit: 2 }, 'cd'],
    ['the newest that fit', { limit: 1, felt: 'angry' }, 'c'],
    ['more than there are', { limit: 9 }, 'abcd'],
    ['none', { limit: 0 }, ''],
    ['everything at once', { from: '2026-11-10', who: 'lan', channel: 'chat', text: 'wet' }, 'b'],
  ] as const)('%s', (_, filter, ids) => {
    expect(
      select(entries, filter)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids)
  })
})
