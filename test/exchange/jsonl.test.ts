import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJsonLines, readJsonEntries } from '../../src/exchange/jsonl.ts'
import { formatRejected } from '../../src/exchange/reading.ts'
import type { Entry } from '../../src/model/entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { anyEntry } from './any-entry.ts'
import { all, inChunks } from './streams.ts'

const RUNS = process.env.AFTERWORD_TEST_LONG ? 300 : 25
const two = [anEntry({ id: idOf(1) }), anEntry({ id: idOf(2), customer: 'toString' })]
const lines = [...formatJsonLines(two)].join('')

async function read(text: string) {
  const rows = await all(readJsonEntries(inChunks(text, text.length > 100_000 ? 65_536 : 7)))
  return {
    entries: rows.flatMap((row) => (row.ok ? [row.value] : [])),
    rejected: rows.flatMap((row) => (row.ok ? [] : [formatRejected(row)])),
    notices: rows.flatMap((row) => (row.ok ? row.notices : [])),
  }
}

describe('JSON Lines out', () => {
  it('is one entry a line with its keys in stored order', () => {
    const shuffled = Object.fromEntries(Object.entries(anEntry()).reverse()) as unknown as Entry
    const [line = ''] = formatJsonLines([shuffled])
    expect(line.endsWith('}\n')).toBe(true)
    expect(Object.keys(JSON.parse(line)).slice(0, 4)).toEqual(['id', 'at', 'recordedAt', 'rep'])
  })

  it('comes back byte for byte, whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const out = [...formatJsonLines(entries)].join('')
        const back = await read(out)
        expect(back.rejected).toEqual([])
        expect(back.entries).toEqual(entries)
        expect([...formatJsonLines(back.entries)].join('')).toBe(out)
      }),
      { numRuns: RUNS },
    )
  }, 300_000)
})

describe('JSON in', () => {
  it.each([
    ['lines', lines],
    ['lines with CRLF', lines.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${lines}`],
    ['blank lines between', lines.replaceAll('\n', '\n\n  \n')],
    ['no line end at the end', lines.trimEnd()],
    ['an array', JSON.stringify(two)],
    ['an indented array', JSON.stringify(two, null, 2)],
    ['an array with a byte order mark', `\uFEFF\n${JSON.stringify(two)}\n`],
    ['indented objects one after the other', two.map((e) => JSON.stringify(e, null, 2)).join('\n')],
  ])('reads %s', async (_name, text) => {
    expect(await read(text)).toEqual({ entries: two, rejected: [], notices: [] })
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n \n'],
    ['an empty array', '[]\n'],
  ])('reads %s as no entries', async (_name, text) => {
    expect(await read(text)).toEqual({ entries: [], rejected: [], notices: [] })
  })

  const good = JSON.stringify(two[0])
  const withKey = (json: string) => good.replace('"rep":"me"', `"rep":"me",${json}`)

  it.each([
    ['__proto__', withKey('"__proto__":{"x":1}'), '__proto__ is a name'],
    [
      'constructor.prototype',
      withKey('"contact":{"constructor":{"prototype":{}}}'),
      'contact.constructor',
    ],
    ['prototype in a list', withKey('"tags":[{"prototype":1}]'), 'tags.0.prototype'],
    ['a key that is no field', withKey('"mood":3'), 'mood is not a field'],
    [
      'nesting 5,000 deep',
      withKey(`"tags":${'['.repeat(5000)}${']'.repeat(5000)}`),
      'nested more than 20',
    ],
    ['1e400', withKey('"contact":{"minutes":1e400}'), 'contact.minutes is a number too large'],
    [
      'a number as id',
      good.replace('"000000000001"', '12345678901234567890'),
      'id is 12345678901234567',
    ],
    ['half a line', good.slice(0, 80), 'is not JSON'],
    ['a lone surrogate', good.replace('Router', 'Router \\ud800'), 'lone surrogate'],
    ['10,000 tags', withKey(`"tags":${JSON.stringify(Array(10_000).fill('t'))}`), 'limit is 20'],
    ['a note of 1 MB', withKey(`"tags":["${'x'.repeat(1_048_577)}"]`), 'is longer than 1048576'],
    [
      'a feeling off the list',
      good.replace('"neutral"', '"cross"'),
      'felt.before is "cross", not a word',
    ],
    ['a bare number', '7', 'the entry is 7'],
  ])('refuses %s, names its line and reads on', async (_name, line, reason) => {
    const { entries, rejected } = await read(`${good}\n${line}\n${JSON.stringify(two[1])}\n`)
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatch(/^line 2: /)
    expect(rejected[0]).toContain(reason)
    expect(entries).toEqual(two)
  })

  it('refuses an element of an array by the line it begins on', async () => {
    const text = `[\n${good},\n\n{"id":\n1},\n${JSON.stringify(two[1])}]`
    const { entries, rejected } = await read(text)
    expect(entries).toEqual(two)
    expect(rejected[0]).toMatch(/^line 4: id is 1, not an id/)
  })

  it('refuses an element that is too long and reads on', async () => {
    const long = `{"tags":"${'x'.repeat(1_100_000)}"}`
    const rows = await all(readJsonEntries(inChunks(`[${good},\n${long},${good}]`, 65_536)))
    expect(rows.map((row) => row.ok)).toEqual([true, false, true])
    expect(rows[1]).toMatchObject({ where: 'line 2' })
  })

  it.each([
    ['inside an entry', `[${good},\n{"id":"0000`, 'line 2: is not finished'],
    ['inside a text', `[${good},\n{"id":"}`, 'line 2: is not finished'],
    ['between two entries', `[${good},\n`, 'line 2: is not finished'],
  ])('notices an array cut off %s', async (_name, text, reason) => {
    const { entries, rejected } = await read(text)
    expect(entries).toHaveLength(1)
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toContain(reason)
  })

  it('notices a key that is given twice, brackets and quotes in texts notwithstanding', async () => {
    const twice = withKey('"summary":"a {\\"rep\\":} b"')
    const { entries, notices } = await read(twice)
    expect(entries[0]?.summary).toBe(two[0]?.summary)
    expect(notices).toEqual(['summary is given twice; the last one counts'])
  })

  it('gives an entry without an id the same one every time', async () => {
    const { id: _id, recordedAt: _at, rep: _rep, ...bare } = anEntry()
    const defaults = { rep: 'me', now: '2026-11-13T08:00:00Z' }
    const once = async () => all(readJsonEntries(inChunks(JSON.stringify(bare)), defaults))
    const [first] = await once()
    expect(first).toMatchObject({ ok: true, value: { recordedAt: defaults.now, rep: 'me' } })
    expect(await once()).toEqual([first])
  })

  it('keeps customers called like parts of JavaScript', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const entries = names.map((customer, at) => anEntry({ id: idOf(at), customer }))
    expect((await read([...formatJsonLines(entries)].join(''))).entries).toEqual(entries)
  })
})
