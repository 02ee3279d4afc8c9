import { Refusal } from '../errors.ts'
import { isDay, isTimestamp, type Timestamp } from '../model/day.ts'
import { checkEntry, type Entry } from '../model/entry.ts'
import { parseJson } from '../model/json.ts'
import type { Disposition } from '../model/vocabulary.ts'
import { localTimestamp, type Zone } from '../model/zone.ts'
import { stableId } from './identity.ts'
import { type JrnlEntry, tagsOf, wordsOf } from './jrnl-words.ts'
import { accepted, type Reading, rejected } from './reading.ts'

// What becomes of a jrnl entry, field by field:
//
//   date, time   at, in the zone handed in; recordedAt too, for that is when the words were written
//   title        summary; what goes over 280 characters goes on in private.note, broken at a blank
//   body         private.note; a journal's text was written for nobody else. Over 2,000 it is refused, never cut
//   tags         tags, without the sign they begin with, each once
//   starred      nothing here says it: the row is accepted with a notice
//   feelings     unknown, both: nobody wrote them down, and guessing them would colour every report
//   customer     anon; channel other; follow-up not-needed, for an import makes no promises
//   disposition  resolved unless told otherwise. No word says "not known"; every other word claims something that is
//                open, passed on or failed and would ask to be acted on, no-contact denies the contact, and first
//                contact counts only entries whose prior contacts were answered, so that this one flatters no figure
//   id           made from uuid where there is one, else from date, time and title

/** What a jrnl import is told. */
export interface JrnlOptions {
  readonly zone: Zone
  readonly rep: string
  readonly disposition?: Disposition
}

/** Returns the entries of jrnl's JSON export, a whole journal's or a single entry's; throws a Refusal for what is neither. */
export function readJrnl(text: string, options: JrnlOptions): Reading<Entry>[] {
  const parsed = parseJson(text)
  if (!parsed.ok)
    throw new Refusal(`The jrnl file ${parsed.faults.map(({ says }) => says).join('; ')}.`)
  return rowsOf(parsed.value).map((row, at) => readRow(`entry ${at + 1}`, row, options))
}

function rowsOf(value: unknown): readonly unknown[] {
  const { entries, title } = (value ?? {}) as { entries?: unknown; title?: unknown }
  if (Array.isArray(entries)) return entries
  if (typeof title === 'string') return [value]
  throw new Refusal('The file is not a jrnl export: it has no list called entries.')
}

function readRow(where: string, value: unknown, options: JrnlOptions): Reading<Entry> {
  const row = jrnlEntryOf(value)
  if (typeof row === 'string') return rejected(where, row)
  const at = timeOf(row, options.zone)
  if (at === undefined)
    return rejected(where, `date and time are "${row.date} ${row.time}", not a time in this zone`)
  const checked = checkEntry(entryOf(row, at, options))
  if (!checked.ok) return rejected(where, checked.faults.map(({ says }) => says).join('; '))
  return accepted(where, checked.value, row.starred ? ['its star has no place here'] : [])
}

function jrnlEntryOf(value: unknown): JrnlEntry | string {
  if (typeof value !== 'object' || value === null) return 'is not an entry'
  const {
    title,
    body = '',
    date,
    time = '00:00',
    tags = [],
    starred,
    uuid,
  } = value as Record<string, unknown>
  if (typeof title !== 'string' || typeof body !== 'string') return 'has no title and body of text'
  if (typeof date !== 'string' || typeof time !== 'string') return 'has no date and time'
  if (!Array.isArray(tags)) return 'has tags that are not a list'
  return {
    title,
    body,
    date,
    time,
    tags: tags.map(String),
    starred: starred === true,
    ...(typeof uuid === 'string' && { uuid }),
  }
}

function timeOf({ date, time }: JrnlEntry, zone: Zone): Timestamp | undefined {
  if (!isDay(date) || !isTimestamp(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)) return
  try {
    return localTimestamp(date, time, zone)
  } catch (error) {
    if (error instanceof Refusal) return
    throw error
  }
}

function entryOf(
  row: JrnlEntry,
  at: Timestamp,
  { rep, disposition = 'resolved' }: JrnlOptions,
): object {
  const { summary, note } = wordsOf(row)
  const tags = tagsOf(row)
  return {
    id: stableId('jrnl', row.uuid ? [row.uuid] : [row.date, row.time, row.title]),
    at,
    recordedAt: at,
    rep,
    customer: 'anon',
    channel: 'other',
    summary,
    felt: { before: 'unknown', after: 'unknown' },
    disposition,
    followUp: { status: 'not-needed' },
    ...(tags.length > 0 && { tags }),
    ...(note !== '' && { private: { note } }),
  }
}
