import { type Day, dayOf, weekdayName } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { isUnhappy, isWell } from '../model/feelings.ts'
import type { Ref } from '../reports/figure.ts'
import { formatDate, isShort, shortDate } from './dates.ts'
import {
  type Column,
  type Page,
  type Piece,
  type Pieces,
  type Table,
  type Tone,
  typed,
  words,
} from './page.ts'
import { endingWords } from './wording.ts'

const timeOf = ({ at }: Pick<Entry, 'at'>) => at.slice(11, 16)

function toneOf(word: Entry['felt']['after']): Tone | undefined {
  if (isUnhappy(word)) return 'bad'
  return isWell(word) ? 'good' : undefined
}

/** Returns how a customer came and left: `frustrated -> grateful`. */
export function feltPieces({ before, after }: Entry['felt']): Piece[] {
  return [words(`${before} -> `), words(after, toneOf(after))]
}

const LISTED: readonly Column[] = [
  { title: 'When' },
  { title: 'Who', least: 12 },
  { title: 'Felt' },
  { title: 'How it ended' },
]

/** The entries that may be told, and today. */
interface Listed {
  readonly entries: readonly Entry[]
  readonly today: Day
}

type Span = Parameters<typeof isShort>[0]

function listedRow(ref: Ref, { entries, today }: Listed, span: Span): Pieces[] {
  const entry = entries.find(({ id }) => id === ref.id)
  const day = dayOf(ref.at)
  const when = isShort(span) ? weekdayName(day) : formatDate(day, today)
  return [
    [words(`${when} ${timeOf(ref)}`)],
    [typed(ref.customer)],
    entry ? feltPieces(entry.felt) : [],
    entry ? [words(endingWords(entry.disposition))] : [],
  ]
}

/** Returns the few entries of a period, a line each. */
export function listedTable(refs: readonly Ref[], listed: Listed, span: Span): Table {
  const rows = refs.map((ref) => listedRow(ref, listed, span))
  return { kind: 'table', title: 'Entries', columns: LISTED, rows, plain: true }
}

/** One contact of a day. */
export interface Contact {
  readonly at: string
  readonly customer: string
  readonly before: Entry['felt']['before']
  readonly after: Entry['felt']['after']
  readonly disposition: Entry['disposition']
}

const DAY: readonly Column[] = [
  { title: 'Time' },
  { title: 'Who', least: 12 },
  { title: 'Felt' },
  { title: 'How it ended' },
]

function dayRow(
  { at, customer, before, after, disposition }: Contact,
  afterHours: boolean,
): Pieces[] {
  const hard = afterHours && isUnhappy(after)
  return [
    [words(timeOf({ at }))],
    [typed(customer)],
    hard ? [] : feltPieces({ before, after }),
    hard ? [] : [words(endingWords(disposition))],
  ]
}

/** Returns a day's contacts, a line each; after hours the hard ones are only named. */
export function dayTable(contacts: readonly Contact[], afterHours: boolean): Table {
  const rows = contacts.map((contact) => dayRow(contact, afterHours))
  return { kind: 'table', title: 'Contacts', columns: DAY, rows, plain: true }
}

const COLUMNS: readonly Column[] = [
  { title: 'ID' },
  { title: 'When' },
  { title: 'Who', least: 10 },
  { title: 'Felt', least: 20 },
  { title: 'How it ended', least: 8, spare: true },
  { title: 'Open' },
  { title: 'What happened', least: 12 },
]

/** Returns what an entry still has open, by the day it is due; `!` marks a promise, as it does when typed. */
export function openMark({ followUp, handoff }: Entry, today: Day): Piece[] {
  if (followUp.status === 'planned' && followUp.due)
    return [dueMark(followUp.due, today, followUp.promised ? '!' : '')]
  if (handoff && !handoff.checkedBackAt) return [dueMark(handoff.checkBackDue, today, '')]
  return []
}

function dueMark(day: Day, today: Day, sign: string): Piece {
  const late = day < today
  return words(`${late ? 'late' : 'due'} ${shortDate(day, today)}${sign}`, late ? 'bad' : undefined)
}

function entryRow(entry: Entry, ids: ReadonlyMap<string, string>, today: Day): Pieces[] {
  return [
    [words(ids.get(entry.id) ?? entry.id, 'dim')],
    [words(`${shortDate(dayOf(entry.at), today)} ${timeOf(entry)}`)],
    [typed(entry.customer)],
    feltPieces(entry.felt),
    [words(entry.disposition)],
    openMark(entry, today),
    [typed(entry.summary)],
  ]
}

/** Returns the page of `list`: one row an entry, in the order given. `ids` holds each entry's short id. */
export function entriesPage(
  entries: readonly Entry[],
  { ids, today }: { readonly ids: ReadonlyMap<string, string>; readonly today: Day },
): Page {
  const rows = entries.map((entry) => entryRow(entry, ids, today))
  return {
    report: 'list',
    title: '',
    nodes: [{ kind: 'table', title: 'Entries', columns: COLUMNS, rows, plain: true }],
    footer: [],
  }
}
