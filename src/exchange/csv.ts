import { stringify } from 'csv-stringify/sync'
import { Refusal } from '../errors.ts'
import { checkEntry, type Entry } from '../model/entry.ts'
import { type Field, fieldNames, fieldOf } from '../model/fields-of-entry.ts'
import { formatCell, readCell } from './csv-cell.ts'
import { guard, unguard } from './csv-guard.ts'
import type { CsvTable } from './csv-table.ts'
import { treeOf, valueAt } from './field-tree.ts'
import { accepted, type Reading, rejected } from './reading.ts'

/** Whether cells are written and read as they are, without the guard against formulas. */
export interface CsvOptions {
  readonly raw?: boolean
}

const ROWS_AT_ONCE = 256

/** Returns the columns of an export: every field that may leave, by its dotted name. */
export function csvColumns(): string[] {
  return fieldNames().filter((name) => name !== 'share' && !name.startsWith('private.'))
}

/** Returns the entries as RFC 4180 CSV in several pieces: a header of dotted field names, then one row an entry. */
export function* formatCsv(entries: Iterable<Entry>, options: CsvOptions = {}): Generator<string> {
  yield formatCsvHeader()
  yield* formatCsvRows(entries, options)
}

/** Returns the first line of an export. */
export function formatCsvHeader(): string {
  return formatRows([csvColumns()])
}

/** Returns the rows of an export, without its header. */
export function* formatCsvRows(
  entries: Iterable<Entry>,
  { raw = false }: CsvOptions = {},
): Generator<string> {
  const paths = csvColumns().map((name) => name.split('.'))
  const cellAt = (entry: Entry, path: readonly string[]) => {
    const value = valueAt(entry, path)
    if (value === undefined) return ''
    const cell = formatCell(value)
    return raw ? cell : guard(cell)
  }
  let rows: string[][] = []
  for (const entry of entries) {
    rows.push(paths.map((path) => cellAt(entry, path)))
    if (rows.length < ROWS_AT_ONCE) continue
    yield formatRows(rows)
    rows = []
  }
  if (rows.length > 0) yield formatRows(rows)
}

function formatRows(rows: readonly string[][]): string {
  // Left to itself csv-stringify quotes only the line end it writes, and a lone \n would tear the row.
  return stringify(rows as string[][], { record_delimiter: '\r\n', quote_record_delimiter: true })
}

/** Returns whether a header is that of our own export: dotted field names, an id among them. */
export function isOwnHeader(header: readonly string[]): boolean {
  return header.includes('id') && header.includes('felt.before')
}

/** Returns the entries of our own CSV, row by row; throws a Refusal naming the columns that are missing or unknown. */
export async function* readCsvEntries(
  { header, rows }: CsvTable,
  { raw = false }: CsvOptions = {},
): AsyncGenerator<Reading<Entry>> {
  const fields = fieldsOf(header)
  for await (const row of rows) yield row.ok ? readRow(row, fields, raw) : row
}

function fieldsOf(header: readonly string[]): Field[] {
  const missing = fieldNames().filter((name) => fieldOf(name)?.required && !header.includes(name))
  if (missing.length > 0) throw new Refusal(formatMissing(missing, header))
  return header.map((name, at) => {
    const field = fieldOf(name)
    if (!field)
      throw new Refusal(`The CSV column ${JSON.stringify(name)} is not a field afterword knows.`)
    if (header.indexOf(name) !== at) throw new Refusal(`The CSV has two columns called ${name}.`)
    return field
  })
}

/** Returns the sentence that names missing columns and those that are there. */
export function formatMissing(missing: readonly string[], header: readonly string[]): string {
  const one = missing.length === 1
  return `The CSV has no column${one ? '' : 's'} ${missing.join(', ')}. It has: ${header.join(', ')}.`
}

function readRow(
  row: Reading<readonly string[]> & { readonly ok: true },
  fields: readonly Field[],
  raw: boolean,
): Reading<Entry> {
  const { where, value: cells } = row
  if (cells.length !== fields.length) return rejected(where, formatCount(cells, fields))
  const values: [string, unknown][] = []
  for (const [at, field] of fields.entries()) {
    const cell = cells[at] ?? ''
    const value = cell === '' ? undefined : readCell(field, raw ? cell : unguard(cell))
    if (value !== undefined) values.push([field.name, value])
  }
  const checked = checkEntry(treeOf(values))
  if (checked.ok) return accepted(where, checked.value)
  return rejected(where, checked.faults.map(({ says }) => says).join('; '))
}

function formatCount(cells: readonly string[], fields: readonly unknown[]): string {
  const cut = cells.length < fields.length ? ': the file may be cut off' : ''
  return `has ${cells.length} cells where the header has ${fields.length}${cut}`
}
