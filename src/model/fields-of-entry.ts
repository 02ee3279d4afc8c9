import type * as v from 'valibot'
import { EntrySchema } from './entry.ts'

/** One field of an entry by its dotted name, as the one schema knows it. */
export interface Field {
  readonly name: string
  readonly kind: 'text' | 'number' | 'yes-or-no' | 'word' | 'list' | 'groups'
  readonly required: boolean
  /** The words it takes, where it takes only some. */
  readonly words?: readonly string[]
  readonly schema: v.GenericSchema
}

// What is read of a valibot schema; a pipe carries the properties of its first part.
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly wrapped?: v.GenericSchema
  readonly item?: v.GenericSchema
  readonly options?: readonly string[]
}

const KINDS: ReadonlyMap<string, Field['kind']> = new Map<string, Field['kind']>([
  ['string', 'text'],
  ['number', 'number'],
  ['boolean', 'yes-or-no'],
  ['picklist', 'word'],
])

const fields: ReadonlyMap<string, Field> = new Map(
  fieldsIn(EntrySchema, '', true).map((field) => [field.name, field]),
)

/** Returns every dotted name of the schema in stored order: for `--set`, completion, help and docs. */
export function fieldNames(): string[] {
  return [...fields.keys()]
}

/** Returns the field of a dotted name, or nothing. */
export function fieldOf(name: string): Field | undefined {
  return fields.get(name)
}

function fieldsIn(schema: v.GenericSchema, name: string, required: boolean): Field[] {
  const shape = schema as unknown as Shape
  if (shape.wrapped) return fieldsIn(shape.wrapped, name, false)
  if (shape.entries)
    return Object.entries(shape.entries).flatMap(([key, inner]) =>
      fieldsIn(inner, name === '' ? key : `${name}.${key}`, required),
    )
  const words = shape.options ?? (shape.item as unknown as Shape | undefined)?.options
  return [{ name, kind: kindOf(shape), required, ...(words && { words }), schema }]
}

function kindOf({ type, item }: Shape): Field['kind'] {
  if (item) return (item as unknown as Shape).entries ? 'groups' : 'list'
  return KINDS.get(type) ?? 'text'
}
