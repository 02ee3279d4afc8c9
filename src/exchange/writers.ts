import type { Entry } from '../model/entry.ts'
import { type CsvOptions, formatCsvHeader, formatCsvRows } from './csv.ts'
import { CALENDAR_BEGIN, CALENDAR_END, formatTodos, isTodo } from './icalendar.ts'
import { formatJsonLines } from './jsonl.ts'

/** One format of an export, written piece by piece. */
export interface Writer {
  readonly begin: () => string
  readonly rows: (entries: Iterable<Entry>, options: CsvOptions) => Iterable<string>
  readonly end: string
  /** Whether an entry has a place in it. */
  readonly holds: (entry: Entry) => boolean
}

/** The formats of an export, by the ending of their files. */
export const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ['jsonl', { begin: () => '', rows: formatJsonLines, end: '', holds: () => true }],
  ['csv', { begin: formatCsvHeader, rows: formatCsvRows, end: '', holds: () => true }],
  ['ics', { begin: () => CALENDAR_BEGIN, rows: formatTodos, end: CALENDAR_END, holds: isTodo }],
])
