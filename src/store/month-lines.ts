import type { Entry } from '../model/entry.ts'
import type { Test } from './line-day.ts'

/** Returns whether the text of a month is laid out as we write it: every entry on a line of its own, without spaces. */
export function isOurLayout(text: string, entries: readonly Entry[]): boolean {
  const starts = [...lineStarts(text)]
  return (
    starts.length === entries.length &&
    starts.every((start, index) => lineAt(text, start) === JSON.stringify(entries[index]))
  )
}

/** Returns where the line of each entry begins, in a month laid out as we write it. */
export function* lineStarts(text: string): Generator<number> {
  for (let start = text.indexOf('\n') + 1; start > 0; start = text.indexOf('\n', start) + 1)
    if (text.startsWith('{', start)) yield start
}

function entryAt(text: string, start: number): Entry {
  return JSON.parse(lineAt(text, start))
}

/** Returns the entries of the lines that begin there and pass. */
export function entriesWhere(text: string, starts: Iterable<number>, passes: Test): Entry[] {
  const found: Entry[] = []
  for (const start of starts) if (passes(text, start)) found.push(entryAt(text, start))
  return found
}

/** Returns the last `count` entries. */
export function lastEntries(text: string, count: number): Entry[] {
  const starts = [...lineStarts(text)]
  return starts.slice(Math.max(0, starts.length - count)).map((start) => entryAt(text, start))
}

/** Returns the line that begins there, without what parts it from the next. */
export function lineAt(text: string, start: number): string {
  let end = text.indexOf('\n', start)
  if (end < 0) end = text.length
  if (text[end - 1] === '\r') end--
  if (text[end - 1] === ',') end--
  return text.slice(start, end)
}
