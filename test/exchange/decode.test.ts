import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { capSize, decode, findEncoding } from '../../src/exchange/decode.ts'
import { formatOf } from '../../src/exchange/format.ts'
import { all, inBytes } from './streams.ts'

const text = 'Åsa, 你好, 👩‍👩‍👧; naïve'
const joined = async (bytes: Uint8Array, encoding?: Awaited<ReturnType<typeof findEncoding>>) =>
  (await all(decode(inBytes(bytes), encoding))).join('')

describe('bytes', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', text],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8', text],
    ['UTF-16 as spreadsheets save it', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le', text],
    ['Latin-1', Buffer.from('Åsa, naïve £5', 'latin1'), 'windows-1252', 'Åsa, naïve £5'],
    ['Windows-1252', Buffer.from([0x93, 0x61, 0x94, 0x80]), 'windows-1252', '“a”€'],
    ['nothing', Buffer.alloc(0), 'utf-8', ''],
  ] as const)(
    'of %s are found out and read, characters falling apart between chunks',
    async (...row) => {
      const [, bytes, encoding, expected] = row
      expect(await findEncoding(inBytes(bytes))).toBe(encoding)
      expect(await joined(bytes, encoding)).toBe(expected)
    },
  )

  it('are Latin-1 where the file ends inside a UTF-8 character', async () => {
    expect(await findEncoding(inBytes(Buffer.from('abc é').subarray(0, 5)))).toBe('windows-1252')
  })

  it('that are not UTF-8 are refused where there is no second look', async () => {
    await expect(joined(Buffer.from('Åsa', 'latin1'))).rejects.toThrow('The text is not UTF-8.')
  })

  it.each([
    ['gzip', gzipSync('a,b\n'), 'compressed with gzip'],
    ['a spreadsheet', Buffer.from('PK\x03\x04...'), 'spreadsheet'],
  ])('of %s are refused by name', async (_name, bytes, reason) => {
    await expect(findEncoding(inBytes(bytes, 64))).rejects.toThrow(reason)
    await expect(all(decode(inBytes(bytes, 64)))).rejects.toThrow(reason)
  })

  it('stop at the cap', async () => {
    expect(await all(capSize(inBytes(Buffer.alloc(9)), 9))).toHaveLength(3)
    await expect(all(capSize(inBytes(Buffer.alloc(10)), 9))).rejects.toThrow('--max-size')
  })
})

describe('the format of a file', () => {
  it.each([
    ['{"id":"7k3q0000000a","tags":["a"]}', 'json'],
    ['[{"id":1}]', 'json'],
    ['\uFEFF\n [', 'json'],
    ['{\n  "tags": {\n    "@a": 1\n  },\n  "entries": [', 'jrnl'],
    ['{"entries":[', 'jrnl'],
    ['{\n  "title": "x",', 'jrnl'],
    ['{"tags":["a"],"id":"x"}', 'json'],
    ['id,at\n', 'csv'],
    ['', 'csv'],
  ])('of %j is %s', (head, format) => {
    expect(formatOf(head)).toBe(format)
  })
})
