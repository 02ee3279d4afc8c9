import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvColumns, formatCsv, isOwnHeader, readCsvEntries } from '../../src/exchange/csv.ts'
import { guard, unguard } from '../../src/exchange/csv-guard.ts'
import { delimiterOf, openCsv } from '../../src/exchange/csv-table.ts'
import { forExport } from '../../src/exchange/leaving.ts'
import { formatRejected } from '../../src/exchange/reading.ts'
import type { Entry } from '../../src/model/entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { anyEntry } from './any-entry.ts'
import { all, inChunks } from './streams.ts'

const RUNS = process.env.AFTERWORD_TEST_LONG ? 300 : 25

async function read(text: string, raw = false, size = 64) {
  const rows = await all(readCsvEntries(await openCsv(inChunks(text, size)), { raw }))
  return {
    entries: rows.flatMap((row) => (row.ok ? [row.value] : [])),
    rejected: rows.flatMap((row) => (row.ok ? [] : [formatRejected(row)])),
  }
}

const csv = (entries: readonly Entry[], raw = false) => [...formatCsv(entries, { raw })].join('')

async function table(text: string) {
  const { header, rows } = await openCsv(inChunks(text))
  return { header, rows: await all(rows) }
}

describe('the formula guard', () => {
  it.each([
    ['=HYPERLINK("http")'],
    ['+46701234567'],
    ['-5'],
    ['@SUM(A1)'],
    ['\tx'],
    ['\rx'],
    ['\nx'],
    ['\0x'],
    ['＝1'],
    ['＋1'],
    ['－1'],
    ['＠x'],
    [' =1'],
    ['\u00a0=1'],
    ["'=1"],
    ["''=1"],
  ])('puts an apostrophe before %j and takes it off again', (cell) => {
    expect(guard(cell)).toBe(`'${cell}`)
    expect(unguard(guard(cell))).toBe(cell)
  })

  it.each([['plain'], ["it's"], ["'quoted'"], ['a=b'], ['1-2'], ["'"], [' x'], ['']])(
    'leaves %j alone both ways',
    (cell) => {
      expect(guard(cell)).toBe(cell)
      expect(unguard(cell)).toBe(cell)
    },
  )
})

describe('CSV out', () => {
  it('is a header of dotted names and one row an entry, ended with CRLF', () => {
    const [header = '', row = '', ...rest] = csv([anEntry({ tags: ['a', 'b'] })]).split('\r\n')
    expect(header.split(',')).toEqual(csvColumns())
    expect(row).toContain(
      ',lantern-street,phone,Router dropped every evening; replaced the wet splitter,',
    )
    expect(row).toContain(',a;b,')
    expect(rest).toEqual([''])
  })

  it('has no column for what may not leave', () => {
    expect(csvColumns()).toContain('meaning.recognition')
    expect(csvColumns().filter((name) => /^(private|share)/.test(name))).toEqual([])
  })

  it('is only the header where there is no entry', () => {
    expect(csv([])).toBe(`${csvColumns().join(',')}\r\n`)
  })

  it('guards by default and not with raw', () => {
    const entry = anEntry({ summary: '=1+1' })
    expect(csv([entry])).toContain(",'=1+1,")
    expect(csv([entry], true)).toContain(',=1+1,')
  })

  it('tells an empty list from none, and keeps items with separators whole', async () => {
    const entries = [
      anEntry({ id: idOf(1), care: { extraSteps: [] } }),
      anEntry({ id: idOf(2), tags: ['a;b', 'c, d', '[e]'] }),
      anEntry({ id: idOf(3) }),
    ]
    expect((await read(csv(entries))).entries).toEqual(entries)
  })

  it.each([[false], [true]])(
    'comes back byte for byte, whatever the words (raw: %s)',
    async (raw) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 4 }), async (any) => {
          const entries = forExport(any.map(({ share: _share, ...entry }) => entry)).entries
          const out = csv(entries, raw)
          const back = await read(out, raw, 64)
          expect(back.rejected).toEqual([])
          expect(back.entries).toEqual(entries)
          expect(csv(back.entries, raw)).toBe(out)
        }),
        { numRuns: RUNS },
      )
    },
  )
})

describe('CSV in', () => {
  const entries = [anEntry({ id: idOf(1) }), anEntry({ id: idOf(2), summary: 'two\nlines, "so"' })]

  it.each([
    ['a byte order mark', `\uFEFF${csv(entries)}`],
    ['line ends without carriage return', csv(entries).replaceAll('\r\n', '\n')],
    ['blank lines', csv(entries).replaceAll('\r\n', '\r\n\r\n')],
    ['no line end at the end', csv(entries).trimEnd()],
  ])(
    'reads its own export with %s',
    async (_name, text) => {
      expect(await read(text)).toEqual({ entries, rejected: [] })
    },
    300_000,
  )

  it('reads what a spreadsheet saved with semicolons and shouted booleans', async () => {
    const entry = anEntry({ summary: 'Router replaced', care: { ownedToEnd: true } })
    const out = csv([entry]).replaceAll(',', ';').replace(';true;', ';TRUE;')
    expect((await read(out)).entries).toEqual([entry])
  })

  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"a,b,c";d', ';'],
    ['alone', ','],
  ])('sniffs the delimiter of %j', (header, delimiter) => {
    expect(delimiterOf(header)).toBe(delimiter)
  })

  it('reads quotes across lines and names rows by the line they begin on', async () => {
    const { header, rows } = await table('a;b\r\n1;"x\r\ny;z"\r\n\r\n3;5" pipe\r\n')
    expect(header).toEqual(['a', 'b'])
    expect(rows).toMatchObject([
      { where: 'line 2', value: ['1', 'x\r\ny;z'] },
      { where: 'line 5', value: ['3', '5" pipe'] },
    ])
  })

  it('reads a header whose quoted name holds a line break and the other delimiter', async () => {
    const { header, rows } = await table('"at, or\nwhen";who\n1;2\n')
    expect(header).toEqual(['at, or\nwhen', 'who'])
    expect(rows).toMatchObject([{ where: 'line 3', value: ['1', '2'] }])
  })

  it('says of half a file where it stops: inside a quote', async () => {
    const { rows } = await table('a,b\n1,2\n3,"half')
    expect(rows).toMatchObject([{ ok: true }, { ok: false, where: 'line 3' }])
    expect(JSON.stringify(rows[1])).toContain('never closed')
  })

  it('says of half a file where it stops: inside a row', async () => {
    const { entries: found, rejected } = await read(csv(entries).slice(0, -60))
    expect(found).toEqual(entries.slice(0, 1))
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatch(
      /^line 3: has \d+ cells where the header has \d+: the file may be cut/,
    )
  })

  it('refuses a row longer than 1 MB', async () => {
    const rows = await all(
      (await openCsv(inChunks(`a\n1\n${'x'.repeat(1_100_000)}\n`, 65_536))).rows,
    )
    expect(rows).toMatchObject([{ ok: true }, { ok: false, where: 'line 3' }])
  })

  it('refuses a bad row by line with every reason and reads on', async () => {
    const broken = csv(entries)
      .replace('neutral,satisfied', 'cross,satisfied')
      .replace(',phone,', ',fax,')
    const { entries: found, rejected } = await read(broken)
    expect(found).toEqual(entries.slice(1))
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatch(/^line 2: channel is "fax".*; felt.before is "cross", not a word/)
  })

  it.each([
    ['an empty file', '', 'is empty'],
    [
      'a missing column',
      csv(entries).replace('customer', 'kunde'),
      'no column customer. It has: id, at',
    ],
    [
      'a column that is no field',
      csv(entries).replace('care.tailored', '__proto__'),
      '"__proto__" is not',
    ],
    ['a column twice', csv(entries).replace('care.tailored', 'tags'), 'two columns called tags'],
  ])('refuses %s as a whole', async (_name, text, reason) => {
    await expect(read(text)).rejects.toThrow(reason)
  })

  it('knows its own header', () => {
    expect(isOwnHeader(csvColumns())).toBe(true)
    expect(isOwnHeader(['Id', 'Requester'])).toBe(false)
  })

  it('passes a failing source on', async () => {
    async function* failing() {
      yield 'a,b\n1,2\n'
      throw new Error('the disk went away')
    }
    const { rows } = await openCsv(failing())
    await expect(all(rows)).rejects.toThrow('the disk went away')
  })
})
