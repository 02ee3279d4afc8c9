import { type Day, dayOf } from '../model/day.ts'
import type { CustomerFigures, Said } from '../reports/customer.ts'
import type { FollowUpItem } from '../reports/follow-ups.ts'
import type { HistoryLine } from '../reports/history.ts'
import type { ChosenExtra } from './chosen.ts'
import { formatDate } from './dates.ts'
import { feltPieces } from './entries.ts'
import { dueWords } from './follow-ups.ts'
import { leftOutFooter } from './footer.ts'
import {
  command,
  type Field,
  joined,
  type Line,
  type List,
  line,
  type Node,
  type Page,
  type Piece,
  type Pieces,
  type Section,
  typed,
  words,
} from './page.ts'
import { countFigure } from './share.ts'
import { counted, endingWords, spoken } from './wording.ts'

const VALUE_FIRST = { shape: 'value-first' } as const

const nothing = (text: string): Pieces => [words(text, 'dim')]

function lastField({ know: { last } }: CustomerFigures, today: Day): Field {
  if (!last) return { label: 'Last time', pieces: nothing('nothing that may be told here') }
  const { at, before, after, disposition, summary } = last
  const parts: Pieces[] = [
    [words(formatDate(dayOf(at), today))],
    feltPieces({ before, after }),
    [words(endingWords(disposition))],
  ]
  return {
    label: 'Last time',
    pieces: [...joined(parts, words(', ')), words(': '), typed(summary)],
  }
}

function openPieces(item: FollowUpItem, { today }: ChosenExtra): Pieces {
  const what = {
    unhappy: words('nothing is planned yet'),
    'hand-off': words('passed on, to look back at'),
    'follow-up': typed(item.action ?? item.summary),
  }[item.kind]
  return [what, ...dueWords(item, today)]
}

function openField({ know: { open } }: CustomerFigures, extra: ChosenExtra): Field {
  const [first] = open
  if (!first) return { label: 'Open', pieces: nothing('nothing promised or planned') }
  const word = first.kind === 'unhappy' ? 'later' : 'done'
  const handle = extra.handles?.get(first.id) ?? first.id.slice(0, 4)
  const pieces = joined(
    open.map((item) => openPieces(item, extra)),
    words('; '),
  )
  return { label: 'Open', pieces, aside: [command(`afterword ${word} ${handle}`)] }
}

function saidField(label: string, said: Said | undefined, today: Day): Field {
  if (!said) return { label, pieces: nothing('not noted') }
  return {
    label,
    pieces: [typed(said.text)],
    aside: [words(formatDate(dayOf(said.at), today))],
  }
}

function inWords(said: Said | undefined): Said | undefined {
  return said && { ...said, text: spoken(said.text) }
}

function knowSection(figures: CustomerFigures, extra: ChosenExtra): Section {
  const { atStake, words: said, relationship } = figures.know
  const fields = [
    lastField(figures, extra.today),
    openField(figures, extra),
    saidField('At stake', atStake, extra.today),
    saidField('Their words', said, extra.today),
    saidField('Relationship', inWords(relationship), extra.today),
  ]
  const nodes: Node[] = [{ kind: 'fields', fields }]
  return { kind: 'section', title: 'Before the next call', nodes }
}

const STATES = {
  'on-time': 'kept on time',
  late: 'kept late',
  done: 'done',
  overdue: 'overdue',
  open: 'open',
  dropped: 'dropped',
} as const

function followUpPieces({ followUp }: HistoryLine, today: Day): Piece[] {
  if (!followUp) return []
  const { promised, due, state } = followUp
  const day = due ? ` for ${formatDate(due, today)}` : ''
  const tone = state === 'overdue' ? 'bad' : undefined
  return [words(`${promised ? 'promised' : 'follow-up'}${day}: `), words(STATES[state], tone)]
}

function gapWords({ gap }: HistoryLine): string {
  if (gap === undefined) return ''
  return gap === 0 ? 'the same day' : `${counted(gap, 'day')} later`
}

function headLine(each: HistoryLine, today: Day): Line {
  const { at, channel, moment, before, after, disposition } = each
  const parts = [formatDate(dayOf(at), today), channel, moment].filter((part) => part !== undefined)
  const start: Piece[] = [words(parts.map(spoken).join(', '), 'strong'), words(': ')]
  const felt = [...feltPieces({ before, after }), words(`, ${endingWords(disposition)}`)]
  const gap = gapWords(each)
  return line([...start, ...felt], gap === '' ? [] : [gap])
}

function historyNode(each: HistoryLine, today: Day): List {
  const promise = followUpPieces(each, today)
  const state = each.relationship ? [words(`relationship: ${spoken(each.relationship)}`)] : []
  const rest = joined([promise, state], words('; '))
  const items = [line([typed(each.summary)]), ...(rest.length > 0 ? [line(rest)] : [])]
  return { kind: 'list', lead: headLine(each, today), items }
}

function keptField({ followUps: { due, onTime, late, overdue } }: CustomerFigures): Field[] {
  if (due === 0) return []
  const part = (name: string, label: string, k: number): Pieces =>
    k > 0 ? [countFigure(`followUps.${name}`, label, k, VALUE_FIRST)] : []
  const parts = [
    [countFigure('followUps.due', 'in all', due, VALUE_FIRST)],
    part('onTime', 'on time', onTime),
    part('late', 'late', late),
    part('overdue', 'overdue', overdue),
  ]
  return [{ label: 'Follow-ups', pieces: joined(parts, words(', ')) }]
}

function triedField({ triedBefore }: CustomerFigures): Field[] {
  if (!triedBefore) return []
  const { contacts, channels } = triedBefore
  const times = countFigure('triedBefore.contacts', 'before they first reached you', contacts, {
    ...VALUE_FIRST,
    text: counted(contacts, 'try', 'tries'),
  })
  const through = channels.length > 0 ? [words(` (${channels.map(spoken).join(', ')})`)] : []
  return [{ label: 'Tried', pieces: [times, ...through] }]
}

function relationshipSection(figures: CustomerFigures, { today }: ChosenExtra): Section {
  const { timeline, entries } = figures
  const label = entries === 1 ? 'contact' : 'contacts'
  const aside = [countFigure('entries', label, entries, VALUE_FIRST)]
  const fields = [...triedField(figures), ...keptField(figures)]
  const nodes: Node[] = [
    ...(fields.length > 0 ? [{ kind: 'fields', fields } as const] : []),
    ...timeline.map((each) => historyNode(each, today)),
  ]
  return { kind: 'section', title: 'From the beginning', aside, nodes }
}

/** Returns what to know before the next call, in five lines, then the relationship in order: counts only, a person is never a percentage. */
export function customerPage(figures: CustomerFigures, extra: ChosenExtra): Page {
  return {
    report: figures.report,
    title: figures.customer,
    nodes: [knowSection(figures, extra), relationshipSection(figures, extra)],
    footer: leftOutFooter(extra),
  }
}
