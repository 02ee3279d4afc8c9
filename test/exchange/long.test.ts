import { describe, expect, it } from 'vitest'
import { formatCsv, readCsvEntries } from '../../src/exchange/csv.ts'
import { entryOf } from '../../src/exchange/csv-entry.ts'
import { readCandidates } from '../../src/exchange/csv-map.ts'
import { mapColumns } from '../../src/exchange/csv-mapping.ts'
import { openCsv } from '../../src/exchange/csv-table.ts'
import { formatJsonLines, readJsonEntries } from '../../src/exchange/jsonl.ts'
import type { Reading } from '../../src/exchange/reading.ts'
import type { Entry } from '../../src/model/entry.ts'
import { anEntry, idOf } from '../helpers.ts'

const LONG = Boolean(process.env.AFTERWORD_TEST_LONG)
const MOST_GROWTH = 96 * 1024 * 1024

function* entries(count: number): Generator<Entry> {
  for (let number = 0; number < count; number++)
    yield anEntry({
      id: idOf(number),
      tags: [`t${number % 7}`],
      summary: `Contact ${number}, "so"`,
    })
}

async function* batched(pieces: Iterable<string>): AsyncGenerator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

function* asArray(lines: Iterable<string>): Generator<string> {
  let before = '['
  for (const line of lines) {
    yield before + line
    before = ','
  }
  yield ']'
}

function* tickets(count: number): Generator<string> {
  yield 'Requester;Created;Subject;No\r\n'
  for (let at = 0; at < count; at++)
    yield `c${at % 900};2026-11-${`${(at % 28) + 1}`.padStart(2, '0')} 10:00;"Row ${at}\r\nsecond; line";${at}\r\n`
}

async function countWithin(rows: AsyncIterable<Reading<unknown>>): Promise<[number, number]> {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let [accepted, most] = [0, 0]
  for await (const row of rows) {
    if (row.ok) accepted++
    if (accepted % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  return [accepted, most]
}

async function* made(count: number): AsyncGenerator<Reading<Entry>> {
  const table = await openCsv(batched(tickets(count)))
  const mapping = mapColumns('who=Requester,at=Created,summary=Subject,ref=No', table.header)
  const defaults = {
    rep: 'me',
    now: '2027-01-01T00:00:00Z',
    channel: 'ticket',
    disposition: 'resolved',
  } as const
  for await (const row of readCandidates(table, mapping, '+01:00')) yield entryOf(row, defaults)
}

async function* exported(count: number): AsyncGenerator<Reading<Entry>> {
  yield* readCsvEntries(await openCsv(batched(formatCsv(entries(count)))))
}

describe.runIf(LONG)('big files pass through in bounded memory', () => {
  it.each([
    ['500,000 rows of another program', () => made(500_000), 500_000],
    ['100,000 rows of our own CSV', () => exported(100_000), 100_000],
    [
      '1,000,000 JSON Lines',
      () => readJsonEntries(batched(formatJsonLines(entries(1_000_000)))),
      1_000_000,
    ],
    [
      'an array of 100,000',
      () => readJsonEntries(batched(asArray(formatJsonLines(entries(100_000))))),
      100_000,
    ],
  ] as const)(
    '%s',
    async (_name, rows, count) => {
      const [accepted, grown] = await countWithin(rows())
      expect(accepted).toBe(count)
      expect(grown).toBeLessThan(MOST_GROWTH)
    },
    600_000,
  )
})
