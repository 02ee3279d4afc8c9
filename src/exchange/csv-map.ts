import * as v from 'valibot'
import type { Timestamp } from '../model/day.ts'
import { CUSTOMER_ALIASES } from '../model/feelings.ts'
import { messageOf } from '../model/fields.ts'
import type { Field } from '../model/fields-of-entry.ts'
import type { Zone } from '../model/zone.ts'
import { readCell } from './csv-cell.ts'
import type { MappedColumn, Mapping } from './csv-mapping.ts'
import type { CsvTable } from './csv-table.ts'
import { readTime } from './csv-time.ts'
import { stableId } from './identity.ts'
import { accepted, type Reading, rejected } from './reading.ts'

/** What one row of another program's CSV says of a contact, field by field; nothing is made up. */
export interface Candidate {
  readonly id: string
  readonly known: ReadonlyMap<string, unknown>
  /** The fields of the quick questions that the row leaves open. */
  readonly missing: readonly string[]
  /** What the row says that does not fit: `channel is "Fax", not one of: ...`. */
  readonly faults: readonly string[]
}

const ASKED = ['customer', 'at', 'channel', 'summary', 'felt.before', 'felt.after', 'disposition']

/** Returns what every row says by the mapping, times without an offset read in the given zone. */
export async function* readCandidates(
  { rows, header }: CsvTable,
  mapping: Mapping,
  zone: Zone,
): AsyncGenerator<Reading<Candidate>> {
  for await (const row of rows) {
    if (!row.ok) yield row
    else if (row.value.length < header.length)
      yield rejected(row.where, formatShort(row.value.length, header.length))
    else yield accepted(row.where, candidateOf(row.value, mapping, zone))
  }
}

function formatShort(cells: number, columns: number): string {
  return `has ${cells} cells where the header has ${columns}: the file may be cut off`
}

function candidateOf(cells: readonly string[], mapping: Mapping, zone: Zone): Candidate {
  const known = new Map<string, unknown>()
  const faults: string[] = []
  let when = ''
  for (const column of mapping) {
    const cell = column.tidy?.(cells[column.at] ?? '') ?? cells[column.at] ?? ''
    if (cell.trim() === '') continue
    const time = column.field.name === 'at' ? readTime(cell, zone) : undefined
    if (typeof time === 'object') when = time.key
    const read = time === undefined ? readValue(column, cell) : timeOf(time)
    if ('says' in read) faults.push(`${column.field.name} ${read.says}`)
    else known.set(column.field.name, read.value)
  }
  const missing = ASKED.filter((name) => !known.has(name))
  return { id: idOf(known, when), known, missing, faults }
}

type Value = { readonly value: unknown } | { readonly says: string }

function timeOf(time: { at: Timestamp } | string): Value {
  return typeof time === 'string' ? { says: time } : { value: time.at }
}

function readValue({ field, words }: MappedColumn, cell: string): Value {
  const value = readCell(field, field.kind === 'word' ? wordOf(field, cell, words) : cell.trim())
  const result = v.safeParse(field.schema, value)
  return result.success ? { value } : { says: messageOf(result.issues[0], field.name) }
}

function wordOf(field: Field, cell: string, words: MappedColumn['words']): string {
  const typed = cell.trim().toLowerCase()
  const own = typed.replace(/[\s_]+/g, '-')
  const known = words?.get(typed)
  if (known !== undefined) return known
  if (field.words?.includes(own)) return own
  const meant = field.name.startsWith('felt.') ? CUSTOMER_ALIASES.get(typed) : undefined
  return (meant?.length === 1 ? meant[0] : undefined) ?? cell.trim()
}

// A case number and its time make a contact; without a number who, when and what do.
function idOf(known: ReadonlyMap<string, unknown>, when: string): string {
  const ref = known.get('contact.caseRef')
  const said = (name: string) => String(known.get(name) ?? '')
  return stableId('csv', ref ? [String(ref), when] : [when, said('customer'), said('summary')])
}
