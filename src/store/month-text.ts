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

/** A month file's parts; `sum` is that of the bytes as they are. */
export interface MonthText {
  readonly text: string
  readonly entries: readonly unknown[]
  readonly sum: string
  /** Whether the file claims this sum: then it is as we wrote it, and its entries were checked at that time. */
  readonly trust: 'ours' | 'edited' | 'by-hand'
}

const KEYS = new Set(['format', 'version', 'month', 'sum', 'entries'])

/**
 * Returns the sum of a month file as it is written in files and in the history: the sha256 of all bytes after the
 * first line, with plain newlines. The first line holds the sum itself; its other parts are told by the file's name
 * or are always the same. A version-control tool may turn every line end into CRLF: a stored text has none of its own.
 */
export function sumOfMonth(bytes: Buffer): string {
  const body = bytes.subarray(bytes.indexOf(10) + 1)
  return sumOf(body.includes(13) ? body.toString('utf8').replaceAll('\r\n', '\n') : body)
}

function sumOf(body: Buffer | string): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`
}

/** Returns the bytes of a month file, and its sum. */
export function renderMonth({ month, entries }: Month): { bytes: Buffer; sum: string } {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n')
  const body = `${lines}${lines && '\n'}]}\n`
  const sum = sumOf(body)
  const head = JSON.stringify({ format: FORMAT, version: VERSION, month, sum })
  return { bytes: Buffer.from(`${head.slice(0, -1)},"entries":[\n${body}`), sum }
}

/** Returns the parts of a month file; throws Damage, or a Refusal for a newer format. */
export function parseMonth(bytes: Buffer, month: string, label: string): MonthText {
  const text = decodeText(bytes)
  if (text === undefined) throw damage(label, 'is not UTF-8 text')
  const value = parseJson(text, label)
  const { sum, entries } = checkFrame(value, month, label)
  const real = sumOfMonth(bytes)
  return {
    text,
    entries,
    sum: real,
    trust: sum === undefined ? 'by-hand' : sum === real ? 'ours' : 'edited',
  }
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

function damage(label: string, says: string, line?: number): Damage {
  return new Damage({ label, says, line, remedy: REMEDY })
}

/** What stands inside may be private. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group'
  return JSON.stringify(value)?.slice(0, 60) ?? 'missing'
}
