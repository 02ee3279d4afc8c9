import { isDay, isTimestamp } from '../../model/day.ts'
import type { Entry } from '../../model/entry.ts'
import { fieldOf } from '../../model/fields-of-entry.ts'
import { ERASED, type Sought, withoutMentions } from './mentions.ts'

/** Something of an entry's shape: an entry, or what a handover made of one. */
type EntryLike = Readonly<Record<string, unknown>>

/** What must stand there, in the words used where nothing is known. */
const REQUIRED: ReadonlyMap<string, string> = new Map([
  ['summary', ERASED],
  ['handoff.to', 'unknown'],
  // What a coach asked and answered is kept in pairs.
  ['answers.asked', ERASED],
  ['answers.answer', ERASED],
])
/** Who an entry is of, and who wrote it: not texts, so no mention of anybody else. */
const NAMES = new Set(['id', 'rep', 'customer'])

/** Returns an entry of somebody else without the sentences that mention the name, and the fields they were in. */
export function scrubEntry<T extends Entry | EntryLike>(
  entry: T,
  sought: Sought,
): { entry: T; fields: readonly string[] } {
  const fields: string[] = []
  const scrubbed = scrubGroup(entry, '', { sought, fields }) as T
  return fields.length === 0 ? { entry, fields } : { entry: scrubbed, fields }
}

interface Search {
  readonly sought: Sought
  /** The names of the fields that held a mention. */
  readonly fields: string[]
}

function scrubGroup(group: object, path: string, search: Search): object {
  const kept = Object.entries(group).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    const scrubbed = scrubValue(value, name, search)
    return scrubbed === undefined ? [] : [[key, scrubbed] as const]
  })
  return Object.fromEntries(kept)
}

/** Returns what is left of a value, or nothing where it is to go. */
function scrubValue(value: unknown, name: string, search: Search): unknown {
  if (NAMES.has(name) || fieldOf(name)?.words) return value
  if (typeof value === 'string') return scrubText(value, name, search)
  if (Array.isArray(value)) return scrubList(value, name, search)
  return typeof value === 'object' && value !== null ? scrubGroup(value, name, search) : value
}

function scrubText(text: string, name: string, { sought, fields }: Search): string | undefined {
  if (isDay(text) || isTimestamp(text) || !sought.isIn(text)) return text
  fields.push(name)
  return withoutMentions(text, sought) || REQUIRED.get(name)
}

/** An item that names the name goes whole: a tag, a helper, a thanks to them. */
function scrubList(items: readonly unknown[], name: string, search: Search): unknown[] {
  const kept = items.filter((item) => !namesThem(item, search.sought))
  if (kept.length < items.length) search.fields.push(name)
  return kept.map((item) =>
    typeof item === 'object' && item !== null ? scrubGroup(item, name, search) : item,
  )
}

function namesThem(item: unknown, sought: Sought): boolean {
  if (typeof item === 'string') return sought.isIn(item)
  const fromTo = typeof item === 'object' && item !== null && 'fromTo' in item && item.fromTo
  return typeof fromTo === 'string' && sought.isIn(fromTo)
}
