import { isUtf8 } from 'node:buffer'
import { monthOf } from '../../model/day.ts'
import { checkEntry, type Entry } from '../../model/entry.ts'
import { parseJson } from '../../model/json.ts'
import { objectsIn } from './objects.ts'

/** An entry that could be read in a file that as a whole could not, and the line it begins on. */
export interface Found {
  readonly line: number
  readonly entry: Entry
}

/** What can be read of a damaged file. */
export interface Salvage {
  readonly found: readonly Found[]
  /** The lines that held an entry and cannot be read. */
  readonly lost: readonly number[]
  /** Whether both sides of an unfinished merge are in it. */
  readonly isMerge: boolean
  /** The sum the file claims to have. */
  readonly claimed: string | undefined
}

interface Row {
  readonly number: number
  /** Nothing where the line is not UTF-8. */
  readonly text: string | undefined
}

const MARK = /^(<{7}|\|{7}|={7}|>{7})( |$)/
const FRAME = /^\s*$|^\s*[[\]{},]+\s*$|"entries"\s*:\s*\[\s*$/

/** Returns every whole entry of the month (of any month where none is named) among the bytes, in the file's order. */
export function salvage(bytes: Buffer, month?: string): Salvage {
  const rows = rowsOf(bytes)
  const sides = withoutBase(rows)
  const byLine = sides.map((row) => ({ row, entries: entriesIn(row.text, month) }))
  const found = byLine.flatMap(({ row, entries }) =>
    entries.map(({ entry }) => ({ line: row.number, entry })),
  )
  return {
    found: found.length > 0 ? found : acrossLines(sides, month),
    lost: byLine.flatMap(({ row, entries }) =>
      entries.length === 0 && isEntryLine(row) ? row.number : [],
    ),
    isMerge: rows.some(({ text }) => text !== undefined && MARK.test(text)),
    claimed: claimOf(rows),
  }
}

function claimOf([first]: readonly Row[]): string | undefined {
  return /"sum":"(sha256:[0-9a-f]{64})"/.exec(first?.text ?? '')?.[1]
}

function rowsOf(bytes: Buffer): Row[] {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const plain = isWide ? Buffer.from(bytes.toString('utf16le')) : bytes
  const rows: Row[] = []
  for (let start = 0; start < plain.length; ) {
    const end = plain.indexOf(10, start)
    const line = plain.subarray(start, end < 0 ? plain.length : end)
    rows.push({ number: rows.length + 1, text: isUtf8(line) ? trimmed(line) : undefined })
    start += line.length + 1
  }
  return rows
}

function trimmed(line: Buffer): string {
  return line.toString('utf8').replace(/^\uFEFF|\r$/g, '')
}

/** What both sides of a merge began with is neither of them. */
function withoutBase(rows: readonly Row[]): Row[] {
  let isBase = false
  return rows.filter(({ text = '' }) => {
    const mark = MARK.exec(text)?.[1]
    if (mark) isBase = mark.startsWith('|')
    return !isBase && !mark
  })
}

function isEntryLine({ number, text }: Row): boolean {
  return text === undefined || (number > 1 && !FRAME.test(text))
}

/** Another layout than ours has entries over several lines. */
function acrossLines(rows: readonly Row[], month?: string): Found[] {
  const text = rows.map((row) => row.text ?? '').join('\n')
  return entriesIn(text, month).map(({ entry, start }) => {
    const index = text.slice(0, start).split('\n').length - 1
    return { line: rows[index]?.number ?? index + 1, entry }
  })
}

function entriesIn(text: string | undefined, month?: string) {
  return objectsIn(text ?? '', (json) => {
    const parsed = parseJson(json)
    const checked = parsed.ok ? checkEntry(parsed.value) : undefined
    if (!checked?.ok) return undefined
    return month === undefined || monthOf(checked.value.at) === month ? checked.value : undefined
  }).map(({ start, value }) => ({ start, entry: value }))
}
