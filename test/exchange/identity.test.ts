import { describe, expect, it } from 'vitest'
import { formatCsv, readCsvEntries } from '../../src/exchange/csv.ts'
import { openCsv } from '../../src/exchange/csv-table.ts'
import { headerKey, recogniser, sift, stableId } from '../../src/exchange/identity.ts'
import { forExport, formatLeftOut } from '../../src/exchange/leaving.ts'
import { anEntry, idOf } from '../helpers.ts'
import { all, inChunks } from './streams.ts'

describe('a derived id', () => {
  it('is 12 characters of Crockford base32, the same every time and in every version', () => {
    expect(stableId('csv', ['17', '2026-11-12T10:00:00'])).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
    expect(stableId('csv', ['a', 'b'])).toBe(stableId('csv', ['a', 'b']))
  })

  it.each([[['ab', 'c']], [['a', 'bc']], [['abc']], [['a', 'b', 'c']], [['c', 'ab']]])(
    'is another one for %j',
    (key) => {
      const others = [['ab', 'c'], ['a', 'bc'], ['abc'], ['a', 'b', 'c'], ['c', 'ab']].filter(
        (other) => JSON.stringify(other) !== JSON.stringify(key),
      )
      expect(others.map((other) => stableId('csv', other))).not.toContain(stableId('csv', key))
      expect(stableId('jrnl', key)).not.toBe(stableId('csv', key))
    },
  )

  it('is different for 20,000 different keys', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => stableId('csv', [`${at}`]))
    expect(new Set(ids).size).toBe(20_000)
  })
})

describe('nothing twice', () => {
  const known = anEntry({ id: idOf(1), private: { note: 'mine' } })

  it('tells new, known, changed and repeated rows apart', async () => {
    const standingOf = await recogniser([
      [known],
      [anEntry({ id: idOf(2) }), anEntry({ id: idOf(4) })],
    ])
    const { private: _left, ...exported } = known
    expect(standingOf(exported)).toBe('known')
    expect(standingOf(exported)).toBe('again')
    expect(standingOf(anEntry({ id: idOf(2), summary: 'other words' }))).toBe('differs')
    expect(standingOf(anEntry({ id: idOf(3) }))).toBe('new')
    expect(standingOf(anEntry({ id: idOf(4), recordedAt: '2026-11-30T08:00:00Z' }))).toBe('known')
  })

  it('holds for a whole file that comes in twice', async () => {
    const entries = [1, 2, 3].map((number) => anEntry({ id: idOf(number) }))
    const csv = [...formatCsv(entries)].join('')
    const standings = async (journal: typeof entries) =>
      (await all(sift(readCsvEntries(await openCsv(inChunks(csv, 64))), [journal]))).map(
        ({ standing }) => standing,
      )
    expect(await standings([])).toEqual(['new', 'new', 'new'])
    expect(await standings(entries)).toEqual(['known', 'known', 'known'])
  })
})

describe('what leaves', () => {
  it('is nothing private, and no entry that is never shared', () => {
    const { entries, leftOut } = forExport([
      anEntry({ id: idOf(1), private: { note: 'mine' } }),
      anEntry({ id: idOf(2), share: 'never', private: { note: 'mine too' } }),
      anEntry({ id: idOf(3) }),
    ])
    expect(entries).toEqual([anEntry({ id: idOf(1) }), anEntry({ id: idOf(3) })])
    expect(leftOut).toEqual({ neverShared: 1, withoutPrivate: 1 })
    expect(JSON.stringify(entries)).not.toContain('mine')
  })

  it.each([
    [{ neverShared: 0, withoutPrivate: 0 }, undefined],
    [{ neverShared: 1, withoutPrivate: 0 }, 'Left out: 1 entry marked share: never.'],
    [
      { neverShared: 2, withoutPrivate: 3 },
      'Left out: 2 entries marked share: never, and the private part of 3 entries.',
    ],
  ])('is said in one sentence: %j', (leftOut, sentence) => {
    expect(formatLeftOut(leftOut)).toBe(sentence)
  })
})

describe('a header', () => {
  it('is remembered by its columns and their order', () => {
    expect(headerKey(['a', 'b'])).toBe(headerKey(['a', 'b']))
    expect(headerKey(['a', 'b'])).not.toBe(headerKey(['b', 'a']))
    expect(headerKey(['a,b'])).not.toBe(headerKey(['a', 'b']))
  })
})
