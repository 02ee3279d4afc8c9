import { type Day, dayOf, weekdayName } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Ref } from '../reports/figure.ts'
import { formatDate } from './dates.ts'
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
import { isUnhappyWord, isWellWord } from './tone.ts'
import { endingWords } from './wording.ts'

const timeOf = ({ at }: Pick<Entry, 'at'>) => at.slice(11, 16)

function toneOf(word: Entry['felt']['after']): Tone | undefined {
  if (isUnhappyWord(word)) return 'bad'
  return isWellWord(word) ? 'good' : undefined
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

function listedRow(ref: Ref, entries: readonly Entry[]): Pieces[] {
  const entry = entries.find(({ id }) => id === ref.id)
  const when = `${weekdayName(dayOf(ref.at))} ${timeOf(ref)}`
  return [
    [words(when)],
    [typed(ref.customer)],
    entry ? feltPieces(entry.felt) : [],
    entry ? [words(endingWords(entry.disposition))] : [],
  ]
}

/** Returns the few entries of a period, a line each. */
export function listedTable(
  refs: readonly Ref[],
  { entries }: { readonly entries: readonly Entry[] },
): Table {
  const rows = refs.map((ref) => listedRow(ref, entries))
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
  const hard = afterHours && isUnhappyWord(after)
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
  { title: 'Felt' },
  { title: 'How it ended', least: 8 },
  { title: 'Follow-up' },
  { title: 'What happened', least: 12 },
]

/** Returns what an entry still has open, in a word and a day; nothing where all is closed. */
export function openMark({ followUp, handoff }: Entry, today: Day): Piece[] {
  const day = followUp.status === 'planned' ? followUp.due : undefined
  if (day !== undefined && day < today) return [words(`overdue ${formatDate(day, today)}`, 'bad')]
  if (day !== undefined)
    return [words(`${followUp.promised ? 'promised' : 'due'} ${formatDate(day, today)}`)]
  if (!handoff || handoff.checkedBackAt) return []
  const late = handoff.checkBackDue < today
  return [words(`look back ${formatDate(handoff.checkBackDue, today)}`, late ? 'bad' : undefined)]
}

function entryRow(entry: Entry, ids: ReadonlyMap<string, string>, today: Day): Pieces[] {
  return [
    [words(ids.get(entry.id) ?? entry.id, 'dim')],
    [words(`${formatDate(dayOf(entry.at), today)} ${timeOf(entry)}`)],
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
