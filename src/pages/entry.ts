import { type Day, dayOf, isDay, isTimestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { formatDate } from './dates.ts'
import { DRAWERS, labelOf } from './labels.ts'
import { type Field, type Node, type Page, type Piece, typed, words } from './page.ts'

type Value = unknown

function valueAt(entry: Entry, field: string): Value {
  return field
    .split('.')
    .reduce<Value>((value, key) => (value as Record<string, Value> | undefined)?.[key], entry)
}

function momentWords(at: string, today: Day): string {
  return `${formatDate(dayOf(at), today)} ${at.slice(11, 16)} (${at.slice(19)})`
}

function thanksWords({ direction, fromTo, for: reason, at, public: aloud }: Recognition): string {
  const start = direction === 'given' ? `to ${fromTo}` : `from ${fromTo}`
  return [start, reason, at, aloud ? 'in public' : undefined].filter(Boolean).join(', ')
}

type Recognition = NonNullable<NonNullable<Entry['meaning']>['recognition']>[number]

function listWords(items: readonly Value[]): string {
  if (items.length === 0) return 'none'
  return items
    .map((item) => (typeof item === 'string' ? item : thanksWords(item as Recognition)))
    .join(', ')
}

function textWords(text: string, today: Day): Piece {
  if (isTimestamp(text)) return words(momentWords(text, today))
  return isDay(text) ? words(formatDate(text, today)) : typed(text)
}

function pieceOf(value: Value, today: Day): Piece | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return textWords(value, today)
  if (typeof value === 'boolean') return words(value ? 'yes' : 'no')
  return Array.isArray(value) ? typed(listWords(value)) : words(String(value))
}

// The paragraphs of a longer text stand under one label.
function paragraphs(value: Value): readonly Value[] {
  if (typeof value !== 'string') return [value]
  return value.split(/\n+/).filter((row) => row.trim() !== '')
}

function fieldsOf(entry: Entry, names: readonly string[], today: Day): Field[] {
  return names.flatMap((name) =>
    paragraphs(valueAt(entry, name)).flatMap((value, index) => {
      const piece = pieceOf(value, today)
      return piece ? [{ label: index === 0 ? labelOf(name) : '', pieces: [piece] }] : []
    }),
  )
}

function drawerNodes(entry: Entry, today: Day): Node[] {
  return DRAWERS.flatMap(({ title, fields }): Node[] => {
    const filled = fieldsOf(entry, Object.keys(fields), today)
    if (filled.length === 0) return []
    const node: Node = { kind: 'fields', fields: filled }
    return title === '' ? [node] : [{ kind: 'section', title, nodes: [node] }]
  })
}

/** Returns the page of `show`: every field that is filled, the private drawer last. */
export function entryPage(
  entry: Entry,
  { shortId, today }: { readonly shortId: string; readonly today: Day },
): Page {
  const { customer, at } = entry
  return {
    report: 'show',
    title: `${shortId}  ${customer}  ${formatDate(dayOf(at), today)}`,
    nodes: drawerNodes(entry, today),
    footer: [],
  }
}
