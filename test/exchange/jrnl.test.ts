import { describe, expect, it } from 'vitest'
import { readJrnl } from '../../src/exchange/jrnl.ts'
import { formatRejected } from '../../src/exchange/reading.ts'

const options = { zone: '-06:00', rep: 'me' }
const row = {
  title: 'Found the wet splitter @lantern.',
  body: 'Third visit. #roof',
  date: '2026-11-12',
  time: '16:40',
  tags: ['@lantern', '#roof'],
  starred: false,
}
const journal = (...entries: unknown[]) => JSON.stringify({ tags: { '@lantern': 1 }, entries })
const only = (text: string) => {
  const [reading] = readJrnl(text, options)
  if (!reading?.ok) throw new Error(reading ? formatRejected(reading) : 'no entry')
  return reading
}

describe('a jrnl export', () => {
  it('comes in with its date, tags and words, and nothing made up', () => {
    expect(only(journal(row)).value).toEqual({
      id: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{12}$/),
      at: '2026-11-12T16:40:00-06:00',
      recordedAt: '2026-11-12T16:40:00-06:00',
      rep: 'me',
      customer: 'anon',
      channel: 'other',
      summary: 'Found the wet splitter @lantern.',
      felt: { before: 'unknown', after: 'unknown' },
      disposition: 'resolved',
      followUp: { status: 'not-needed' },
      tags: ['lantern', 'roof'],
      private: { note: 'Third visit. #roof' },
    })
  })

  it('comes in entry by entry when exported so', () => {
    expect(only(JSON.stringify(row)).value.tags).toEqual(['lantern', 'roof'])
  })

  it('takes the ending it is told', () => {
    const [reading] = readJrnl(journal(row), { ...options, disposition: 'unresolved' })
    expect(reading).toMatchObject({ ok: true, value: { disposition: 'unresolved' } })
  })

  it('has no tags and no note where there are none, and one of a tag that is there twice', () => {
    const { value } = only(journal({ ...row, body: '', tags: [] }))
    expect(Object.keys(value)).not.toContain('tags')
    expect(Object.keys(value)).not.toContain('private')
    expect(only(journal({ ...row, tags: ['@a', '#a', '@'] })).value.tags).toEqual(['a'])
  })

  it('says what becomes of a star', () => {
    expect(only(journal({ ...row, starred: true })).notices).toEqual([
      expect.stringContaining('star'),
    ])
    expect(only(journal(row)).notices).toEqual([])
  })

  it('loses no word of a title over 280 characters', () => {
    const words = Array.from({ length: 60 }, (_, at) => `word-${at}`).join(' ')
    const { value } = only(journal({ ...row, title: words }))
    expect([...value.summary].length).toBeLessThanOrEqual(280)
    expect(`${value.summary} ${value.private?.note}`).toBe(
      `${words} \n\n${row.body}`.replace(' \n', '\n'),
    )
  })

  it('counts characters, not UTF-16, at the limit', () => {
    expect(
      only(journal({ ...row, title: '𝒳'.repeat(280), body: '' })).value.private,
    ).toBeUndefined()
    const { value } = only(journal({ ...row, title: '𝒳'.repeat(281), body: '' }))
    expect([value.summary, value.private?.note]).toEqual(['𝒳'.repeat(280), '𝒳'])
  })

  it('takes the first line of the body where there is no title', () => {
    const { value } = only(journal({ ...row, title: '', body: 'one\ntwo\nthree' }))
    expect([value.summary, value.private?.note]).toEqual(['one', 'two\nthree'])
  })

  it('gets the same ids when it comes in again, and keeps two entries of a minute apart', () => {
    const text = journal(row, { ...row, title: 'Another' })
    const ids = () => readJrnl(text, options).flatMap((each) => (each.ok ? [each.value.id] : []))
    expect(new Set(ids()).size).toBe(2)
    expect(ids()).toEqual(ids())
  })

  it.each([
    ['a body over 2,000 characters', { ...row, body: 'x'.repeat(2001) }, 'private.note has 2001'],
    ['a date that does not exist', { ...row, date: '2026-02-30' }, '2026-02-30'],
    ['a time that does not exist', { ...row, time: '24:00' }, '24:00'],
    ['no words', { ...row, title: '', body: ' ' }, 'summary is empty'],
    ['tags that are no list', { ...row, tags: 'a' }, 'tags'],
    ['21 tags', { ...row, tags: Array.from({ length: 21 }, (_, at) => `@t${at}`) }, 'limit is 20'],
    ['no date', { title: 'x', body: '' }, 'no date'],
    ['nothing', null, 'is not an entry'],
  ])('refuses an entry with %s by its number', (_name, bad, reason) => {
    const [, refused] = readJrnl(journal(row, bad), options)
    expect(refused?.ok).toBe(false)
    expect(refused && !refused.ok && formatRejected(refused)).toMatch(/^entry 2: /)
    expect(refused && !refused.ok && refused.says).toContain(reason)
  })

  it.each([
    ['half a file', journal(row).slice(0, 100), 'is not JSON'],
    ['another JSON', '{"items":[]}', 'not a jrnl export'],
    ['null', 'null', 'not a jrnl export'],
    ['__proto__', `{"entries":[{"__proto__":{}}]}`, 'entries.0.__proto__'],
  ])('is refused as a whole: %s', (_name, text, reason) => {
    expect(() => readJrnl(text, options)).toThrow(reason)
  })
})
