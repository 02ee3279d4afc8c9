import * as v from 'valibot'
import { misuse } from '../errors.ts'
import { messageOf } from './fields.ts'
import { type Field, fieldNames, fieldOf } from './fields-of-entry.ts'
import { isPrivateField } from './private-fields.ts'
import { type Name, nearest } from './words.ts'

const AUTOMATIC = new Set(['id', 'recordedAt', 'updatedAt', 'private.secondsToLog'])
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
])
const NUMBER = /^-?\d+(\.\d+)?$/

/** One `FIELD=VALUE` read; a field that is to be blanked has no value. */
export interface FieldSet {
  readonly field: Field
  readonly value: unknown
}

type Tree = { readonly [key: string]: unknown }

/** Returns a copy of the entry-like with every `FIELD=VALUE` set; throws a misuse naming a field or value that does not fit. An empty value blanks an optional field only where `blanks` allows it; of a list it is the answer "none". */
export function applySets<Base extends object>(
  base: Base,
  sets: readonly string[],
  { blanks = false }: { readonly blanks?: boolean } = {},
): Base {
  return sets.reduce<Base>((entry, typed) => {
    const { field, value } = readSet(typed, blanks)
    return withValue(entry as Tree, field.name.split('.'), value) as Base
  }, base)
}

/** Returns one `FIELD=VALUE` typed by the schema; throws a misuse naming what does not fit. */
export function readSet(typed: string, blanks = false): FieldSet {
  const at = typed.indexOf('=')
  if (at < 1)
    throw misuse(`--set ${beginningOf(typed)} is not FIELD=VALUE, such as contact.minutes=12.`)
  const field = settable(typed.slice(0, at).trim())
  const text = typed.slice(at + 1).trim()
  if (text === '' && blanks && !field.required && field.kind !== 'list')
    return { field, value: undefined }
  const value = typedAs(field, text)
  const result = v.safeParse(field.schema, value)
  if (result.success) return { field, value }
  throw misuse(`--set ${field.name} ${messageOf(result.issues[0], field.name)}.`)
}

/** What follows a field's name may be private, though the sign between them is missing. */
function beginningOf(typed: string): string {
  const name = /^[\w.]*/.exec(typed)?.[0] ?? ''
  return JSON.stringify(isPrivateField(name) ? name : typed)
}

function settable(name: string): Field {
  const field = fieldOf(name)
  if (AUTOMATIC.has(name)) throw misuse(`--set ${name}: afterword fills that in by itself.`)
  if (field?.kind === 'groups') throw misuse(`--set ${name}: use afterword thank for that.`)
  if (field) return field
  throw misuse(
    `--set ${JSON.stringify(name)} is not a field afterword knows. Nearest: ${nearestFields(name).join(', ')}.`,
  )
}

function nearestFields(name: string): string[] {
  const names = fieldNames().filter((each) => !AUTOMATIC.has(each))
  // Somebody who leaves out the group's name means the field of that name.
  const inGroup = names.filter((each) => each.endsWith(`.${name}`))
  const all: Name<string>[] = names.map((each) => [each, [each]])
  return [...new Set([...inGroup, ...nearest(all, name)])].slice(0, 3)
}

function typedAs({ kind }: Field, text: string): unknown {
  if (kind === 'list')
    return [...new Set(text.split(',').map((item) => item.trim()))].filter(Boolean)
  if (kind === 'number') return NUMBER.test(text) ? Number(text) : text
  if (kind === 'yes-or-no') return YES_OR_NO.get(text.toLowerCase()) ?? text
  return text
}

function withValue(tree: Tree, path: readonly string[], value: unknown): Tree {
  const [key = '', ...rest] = path
  if (rest.length > 0)
    return tidied({ ...tree, [key]: withValue((tree[key] ?? {}) as Tree, rest, value) }, key)
  if (value !== undefined) return { ...tree, [key]: value }
  const { [key]: _blanked, ...others } = tree
  return others
}

// A group with nothing left in it is not asked, like a field that is missing.
function tidied(tree: Tree, key: string): Tree {
  if (Object.keys(tree[key] as Tree).length > 0) return tree
  const { [key]: _empty, ...others } = tree
  return others
}
