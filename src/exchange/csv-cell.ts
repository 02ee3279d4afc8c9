import type { Field } from '../model/fields-of-entry.ts'
import { parseJson } from '../model/json.ts'

const NUMBER = /^-?\d+(\.\d+)?$/
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
])
// An item that a reader would split or trim, so that its list is written as JSON instead.
const UNSAFE_ITEM = /[;,]|^\s|\s$|^\[/

/** Returns a field's value as one cell: a list joined with semicolons, groups as JSON, nothing where nothing was answered. */
export function formatCell(value: unknown): string {
  if (value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  const plain = value.every((item) => typeof item === 'string' && !UNSAFE_ITEM.test(item))
  // An empty list is an answer, an empty cell is none.
  return plain && value.length > 0 ? value.join(';') : JSON.stringify(value)
}

/** Returns what a cell says for a field; what does not fit comes back as its text for the schema to refuse. */
export function readCell(field: Field, cell: string): unknown {
  if (cell.trim() === '') return undefined
  if (field.kind === 'number') return NUMBER.test(cell.trim()) ? Number(cell) : cell
  if (field.kind === 'yes-or-no') return YES_OR_NO.get(cell.trim().toLowerCase()) ?? cell
  if (field.kind === 'list') return cell.startsWith('[') ? fromJson(cell) : splitList(cell)
  return field.kind === 'groups' ? fromJson(cell) : cell
}

function fromJson(cell: string): unknown {
  const parsed = parseJson(cell)
  return parsed.ok ? parsed.value : cell
}

/** Returns the items of a list joined with commas or semicolons. */
export function splitList(cell: string, between: RegExp = /[;,]/): string[] {
  return cell
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
