import { checkedEntry } from '../src/model/checked-entry.ts'
import type { Entry } from '../src/model/entry.ts'
import { check } from '../src/model/fields.ts'
import { type Field, fieldNames, fieldOf } from '../src/model/fields-of-entry.ts'
import { anEntry } from './helpers.ts'

type Group = Record<string, unknown>

const DAY = '2026-11-12'
const TIME = '2026-11-12T10:05:00-06:00'

/** Returns an entry in which every field of the schema has a value; `write` gives the words of each free text. */
export function aFullEntry(write: (field: string) => string, over: Partial<Entry> = {}): Entry {
  const entry = structuredClone(anEntry()) as unknown as Group
  for (const name of fieldNames()) {
    const field = fieldOf(name)
    if (field && !isSet(entry, name)) set(entry, name, fittingValue(field, write))
  }
  set(entry, 'customer', write('customer'))
  set(entry, 'summary', write('summary'))
  set(entry, 'rep', 'me')
  return checkedEntry({ ...(entry as unknown as Entry), ...over })
}

function fittingValue(
  { name, kind, words, schema }: Field,
  write: (field: string) => string,
): unknown {
  if (kind === 'groups')
    return [{ direction: 'received', fromTo: write(`${name}.fromTo`), for: write(`${name}.for`) }]
  // Authority was needed and not had: what they would have done is quoted only then.
  if (name === 'obstacles.authority.had') return false
  const texts = [write(name), [write(name)]]
  const fitting = [words?.[0], words, 3, true, ...texts, DAY, TIME]
  return fitting.find((value) => check(schema, value).ok)
}

const stepsOf = (name: string) => [name.split('.').slice(0, -1), name.split('.').at(-1)] as const

function isSet(entry: Group, name: string): boolean {
  const inner = name
    .split('.')
    .reduce<unknown>((at, key) => (at as Group | undefined)?.[key], entry)
  return inner !== undefined
}

function set(entry: Group, name: string, value: unknown): void {
  const [path, key = ''] = stepsOf(name)
  let at = entry
  for (const step of path) {
    at[step] ??= {}
    at = at[step] as Group
  }
  at[key] = value
}
