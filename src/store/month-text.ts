import { createHash } from 'node:crypto'
import { Refusal } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import { Damage, decodeText, hasMergeMarks, lineOfFault } from './damage.ts'

export const FORMAT = 'afterword'
export const VERSION = 1
export const REMEDY = 'Fix it or run: afterword doctor --repair'

/** One month of the journal: sorted by the instant of `at`, then by id. */
export interface Month {
  readonly month: string
  readonly entries: readonly Entry[]
}

/** A month file's parts. Entries of a month with a good sum were checked when they were written. */
export interface MonthText {
  readonly text: string
  readonly entries: readonly unknown[]
  readonly sum: 'good' | 'wrong' | 'missing'
}

const KEYS = new Set(['format', 'version', 'month', 'sum', 'entries'])

/** Returns the sha256 of the bytes as it is written in files. */
export function sumOf(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/**
 * Returns the bytes of a month file. Its sum is over all bytes after the first line, with plain newlines:
 * the first line holds the sum itself, and its other parts are told by the file's name or are always the same.
 */
export function renderMonth({ month, entries }: Month): Buffer {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n')
  const body = `${lines}${lines && '\n'}]}\n`
  const head = { format: FORMAT, version: VERSION, month, sum: sumOf(body) }
  return Buffer.from(`${JSON.stringify(head).slice(0, -1)},"entries":[\n${body}`)
}

/** Returns the parts of a month file; throws Damage, or a Refusal for a newer format. */
export function parseMonth(bytes: Buffer, month: string, label: string): MonthText {
  const text = decodeText(bytes)
  if (text === undefined) throw damage(label, 'is not UTF-8 text')
  const value = parseJson(text, label)
  const { sum, entries } = checkFrame(value, month, label)
  return { text, entries, sum: judgeSum(sum, bytes) }
}

function parseJson(text: string, label: string): unknown {
  if (text.trim() === '') throw damage(label, 'is empty')
  try {
    return JSON.parse(text)
  } catch (error) {
    const says = hasMergeMarks(text)
      ? 'holds both sides of an unfinished merge'
      : 'is not the JSON of a month'
    throw damage(label, says, lineOfFault(text, error))
  }
}

function checkFrame(value: unknown, month: string, label: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw damage(label, 'is not a month of entries')
  const frame = new Map(Object.entries(value))
  checkVersion(frame, label)
  const entries: unknown = frame.get('entries')
  const foreign = [...frame.keys()].find((key) => !KEYS.has(key))
  if (foreign !== undefined) throw damage(label, `${foreign} is not a field afterword knows`)
  if (frame.get('month') !== month)
    throw damage(label, `month is ${shown(frame.get('month'))}, not "${month}"`)
  if (!Array.isArray(entries)) throw damage(label, `entries is ${shown(entries)}, not a list`)
  return { sum: frame.get('sum'), entries }
}

function checkVersion(frame: ReadonlyMap<string, unknown>, label: string): void {
  const version = frame.get('version')
  if (frame.get('format') !== FORMAT)
    throw damage(label, `format is ${shown(frame.get('format'))}, not "${FORMAT}"`)
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw damage(label, `version is ${shown(version)}, not a whole number`)
  if (version > VERSION) throw newer(label, version, VERSION)
}

/** Returns the refusal of a file that a later afterword wrote. */
export function newer(label: string, version: number, known: number): Refusal {
  return new Refusal(
    `${label} was written by a newer afterword: its format is version ${version}, this one knows ${known}. Update afterword; the file is left as it is.`,
  )
}

function judgeSum(sum: unknown, bytes: Buffer): MonthText['sum'] {
  if (sum === undefined) return 'missing'
  const body = bytes.subarray(bytes.indexOf(10) + 1)
  if (sum === sumOf(body)) return 'good'
  // A version-control tool may turn every line end into CRLF; a stored text has none of its own.
  return body.includes(13) && sum === sumOf(body.toString('utf8').replaceAll('\r\n', '\n'))
    ? 'good'
    : 'wrong'
}

function damage(label: string, says: string, line?: number): Damage {
  return new Damage({ label, says, line, remedy: REMEDY })
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : (JSON.stringify(value)?.slice(0, 60) ?? 'missing')
}
