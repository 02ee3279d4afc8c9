import { type Day, dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { formatDate } from './dates.ts'
import { feltPieces } from './entries.ts'
import { command, joined, type Line, line, type Pieces, typed, words } from './page.ts'
import { counted } from './wording.ts'

/** What a line about one entry needs to know, and the word it begins with where it is not "Saved". */
export interface Said {
  readonly shortId: string
  readonly today: Day
  readonly word?: string
}

/** An entry before and after: what an undo put back. */
interface PutBack {
  readonly before?: Entry
  readonly after?: Entry
}

const GAP = words('  ')
const UNDO = [words('undo: '), command('afterword undo')]

function passedOnPieces({ handoff }: Entry, today: Day): Pieces {
  if (!handoff || handoff.checkedBackAt) return []
  const day = formatDate(handoff.checkBackDue, today)
  return [words('passed to '), typed(handoff.to), words(`, look back ${day}`)]
}

function openPieces(entry: Entry, today: Day): Pieces {
  const { status, promised, due } = entry.followUp
  const passedOn = passedOnPieces(entry, today)
  const planned: Pieces =
    status === 'planned' && due
      ? [words(`${promised ? 'promised' : 'due'} ${formatDate(due, today)}`)]
      : []
  if (planned.length + passedOn.length > 0) return joined([passedOn, planned], GAP)
  return status === 'done' ? [words('follow-up done')] : []
}

function change(word: string, { customer }: Entry, shortId: string, rest: readonly Pieces[]): Line {
  const start: Pieces[] = [[words(`${word} ${shortId}`)], [typed(customer)]]
  return line(joined([...start, ...rest], GAP), UNDO)
}

function dayPieces({ at }: Entry, today: Day): Pieces {
  return dayOf(at) === today ? [] : [words(formatDate(dayOf(at), today))]
}

// A time that was given is said as it was understood.
function whenPieces(entry: Entry, today: Day): Pieces {
  const { at, recordedAt } = entry
  if (at === recordedAt) return []
  const day = dayOf(at) === today ? 'today' : formatDate(dayOf(at), today)
  return [words(`${day} ${at.slice(11, 16)}`)]
}

/** Returns the line after saving or editing: what is now true, and how to undo it. */
export function savedLine(entry: Entry, { shortId, today, word = 'Saved' }: Said): Line {
  const rest = [feltPieces(entry.felt), openPieces(entry, today), whenPieces(entry, today)]
  return change(word, entry, shortId, rest)
}

function keptWords({ followUp: { due, completedAt } }: Entry): string {
  if (due === undefined || completedAt === undefined) return ''
  return dayOf(completedAt) <= due ? 'kept on time' : 'kept late'
}

function sinceThen({ felt, followUp }: Entry): Pieces {
  if (!followUp.felt) return []
  if (felt.after === 'unknown') return [words(`they were ${followUp.felt}`)]
  return [words(`left ${felt.after}, now ${followUp.felt}`)]
}

/** Returns the line after a follow-up was closed: kept on time or late, and how they were at goodbye and since. */
export function closedLine(entry: Entry, { shortId, today }: Said): Line {
  const kept = keptWords(entry)
  const looked = entry.handoff?.checkedBackAt ? 'looked back at' : ''
  const parts = [kept, looked].filter((part) => part !== '').map((part) => [words(part)])
  const rest = [...parts, sinceThen(entry), dayPieces(entry, today)]
  return change('Closed', entry, shortId, rest)
}

/** Returns the line after something was put off to a later day. */
export function postponedLine(entry: Entry, { shortId, today }: Said): Line {
  return change('Moved', entry, shortId, [openPieces(entry, today)])
}

/** Returns the line after a follow-up was dropped, with the reason given. */
export function droppedLine(entry: Entry, { shortId }: Said): Line {
  const note = entry.followUp.note
  return change('Dropped', entry, shortId, note ? [[typed(note)]] : [])
}

/** Returns the line after an entry was removed. */
export function removedLine(entry: Entry, { shortId }: Said): Line {
  return change('Removed', entry, shortId, [])
}

/** Returns the line after an undo: which change was taken back, and whose entries it was about. */
export function undoneLine(undone: {
  readonly word: string
  readonly count: number
  readonly changes: readonly PutBack[]
}): Line {
  const [first] = undone.changes
  const entry = first?.after ?? first?.before
  const others = undone.count - 1
  const rest = others > 0 ? `  and ${counted(others, 'other entry', 'other entries')}` : ''
  const name: Pieces = entry ? [GAP, typed(entry.customer)] : []
  return line([`Took back: ${undone.word}`, ...name, rest], UNDO)
}

/** Returns an entry in one row, to ask about it. */
export function entryLine(entry: Entry, { shortId, today }: Said): Line {
  const when = `${formatDate(dayOf(entry.at), today)} ${entry.at.slice(11, 16)}`
  return line(
    joined([[words(shortId)], [words(when)], [typed(entry.customer)], [typed(entry.summary)]], GAP),
  )
}
