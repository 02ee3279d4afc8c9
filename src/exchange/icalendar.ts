import type { Day, Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { escapeText, foldLine } from './content-line.ts'

const HIGHEST = 1

/** Returns the planned follow-ups as an RFC 5545 calendar, one VTODO each, without alarm or address: the same entries give the same bytes. */
export function* formatCalendar(entries: Iterable<Entry>): Generator<string> {
  yield CALENDAR_BEGIN
  yield* formatTodos(entries)
  yield CALENDAR_END
}

/** What stands before and after the to-dos of a calendar. */
export const CALENDAR_BEGIN = formatLines([
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//afterword//follow-ups//EN',
])
export const CALENDAR_END = formatLines(['END:VCALENDAR'])

/** Returns a VTODO for each planned follow-up. */
export function* formatTodos(entries: Iterable<Entry>): Generator<string> {
  for (const entry of entries) {
    const { due } = entry.followUp
    if (due !== undefined && isTodo(entry)) yield formatTodo(entry, due)
  }
}

/** Returns whether the entry has a VTODO in the calendar. */
export function isTodo({ followUp: { status, due } }: Entry): boolean {
  return status === 'planned' && due !== undefined
}

/** Returns how many of the entries have a VTODO in the calendar. */
export function countTodos(entries: readonly Entry[]): number {
  return entries.filter(isTodo).length
}

function formatTodo(entry: Entry, due: Day): string {
  const { id, customer, followUp, summary } = entry
  return formatLines([
    'BEGIN:VTODO',
    // The id alone, so that a calendar that already has this follow-up replaces it.
    `UID:afterword-${id}`,
    `DTSTAMP:${formatUtc(entry.updatedAt ?? entry.recordedAt)}`,
    `DUE;VALUE=DATE:${due.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(followUp.action ?? summary)}`,
    `DESCRIPTION:${escapeText(`For ${customer}`)}`,
    ...(followUp.promised ? [`PRIORITY:${HIGHEST}`] : []),
    'STATUS:NEEDS-ACTION',
    'CLASS:PRIVATE',
    'END:VTODO',
  ])
}

function formatLines(lines: readonly string[]): string {
  return lines.map(foldLine).join('')
}

function formatUtc(at: Timestamp): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
