import * as v from 'valibot'
import { EntrySchema } from '../model/entry.ts'
import { type Checked, check, day, group, listOf, text } from '../model/fields.ts'
import { ruleOf } from './classes.ts'
import { isFreeText } from './leaves.ts'
import type { PackEntry } from './pack.ts'

/** What is in every entry of a pack, since no rep can leave it out. */
const REQUIRED = new Set([
  'id',
  'at',
  'channel',
  'felt',
  'felt.before',
  'felt.after',
  'disposition',
  'followUp',
  'followUp.status',
])
const MOST_ITEMS = 20

// Scrubbing can lengthen a text: `@a` becomes `[handle]`.
const scrubbed = text(10_000)
const hash = v.pipe(v.string('is not text'), v.regex(/^[0-9a-f]{32}$/, 'is not a hash'))
const code = v.pipe(
  v.string('is not text'),
  v.regex(/^(?:anon|C[1-9]\d{0,6}|K[0-9a-f]{16})$/, 'is not the code of a customer'),
)

// What is read of a valibot schema; a pipe carries the properties of its first part.
interface Shape {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly wrapped?: v.GenericSchema
  readonly item?: v.GenericSchema
}

const shapeOf = (schema: v.GenericSchema) => schema as unknown as Shape

const PackEntrySchema = leavingPart(EntrySchema, '')

/** Returns the entry of a pack, or every fault found: a field that may not leave is as unknown as any other. */
export function checkPackEntry(value: unknown): Checked<PackEntry> {
  return check(PackEntrySchema, value) as Checked<PackEntry>
}

/** Returns the schema of what is left of a part of an entry once its classes are heeded. */
function leavingPart(schema: v.GenericSchema, path: string): v.GenericSchema {
  const { entries, wrapped, item } = shapeOf(schema)
  if (wrapped) return leavingPart(wrapped, path)
  if (entries) return leavingGroup(entries, path)
  const isList = item !== undefined
  if (isList && shapeOf(item).entries) return listOf(leavingPart(item, path), MOST_ITEMS)
  if (isFreeText(path)) return isList ? listOf(scrubbed, MOST_ITEMS) : scrubbed
  return leafSchema(schema, path)
}

function leavingGroup(entries: NonNullable<Shape['entries']>, path: string): v.GenericSchema {
  const leaving = Object.entries(entries).flatMap(([key, inner]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (isLeaf(inner) && ruleOf(name) === 2) return []
    const part = leavingPart(inner, name)
    if (isEmpty(part)) return []
    return [[key === 'id' ? 'hash' : key, REQUIRED.has(name) ? part : v.optional(part)]]
  })
  return group(Object.fromEntries(leaving))
}

function isEmpty(schema: v.GenericSchema): boolean {
  const { entries } = shapeOf(schema)
  return entries !== undefined && Object.keys(entries).length === 0
}

function isLeaf(schema: v.GenericSchema): boolean {
  const { entries, wrapped, item } = shapeOf(schema)
  if (wrapped) return isLeaf(wrapped)
  return !entries && !(item && shapeOf(item).entries)
}

function leafSchema(schema: v.GenericSchema, path: string): v.GenericSchema {
  const rule = ruleOf(path)
  if (rule === 'hash') return hash
  if (rule === 'code') return code
  return rule === 'day' ? day : schema
}
