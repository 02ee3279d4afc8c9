import type { Day, Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { escapeText, foldLine } from './content-line.ts'

const HIGHEST = 1

/** Returns the planned follow-ups as an RFC 5545 calendar, one VTODO each, without alarm or address: the same entries give the same bytes. */
export function* formatCalendar(entries: Iterable<Entry>): Generator<string> {
  yield formatLines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//afterword//follow-ups//EN'])
  for (const entry of entries) {
    const { status, due } = entry.followUp
    if (status === 'planned' && due !== undefined) yield formatTodo(entry, due)
  }
  yield formatLines(['END:VCALENDAR'])
}

/** Returns how many of the entries have a VTODO in the calendar. */
export function countTodos(entries: readonly Entry[]): number {
  return entries.filter(({ followUp }) => followUp.status === 'planned' && followUp.due).length
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
