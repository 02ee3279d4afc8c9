import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Ref } from '../reports/figure.ts'
import type { StoriesFigures, Story } from '../reports/stories.ts'
import { type ChosenExtra, chosenTitle, contactsLine, emptyPage } from './chosen.ts'
import { formatDate } from './dates.ts'
import { leftOutFooter } from './footer.ts'
import {
  command,
  type Field,
  joined,
  type Line,
  line,
  type Node,
  type Page,
  type Piece,
  type Pieces,
  type Section,
  typed,
  words,
} from './page.ts'
import { firstFive } from './quotes.ts'
import { countFigure } from './share.ts'
import { argument, counted } from './wording.ts'

const TITLE = 'Stories'

const READERS = { private: 'for you alone', coach: 'for your coach', team: 'for the team' } as const

function detailLines({ headline, summary, customerWords, lesson, share }: Story): Line[] {
  return [
    ...(headline ? [line([typed(summary)])] : []),
    ...(customerWords ? [line(['In their words: "', typed(customerWords), '"'])] : []),
    ...(lesson ? [line(['Worth copying: ', typed(lesson)])] : []),
    ...(share ? [line([words(READERS[share], 'dim')])] : []),
  ]
}

function storyNode(story: Story, { today }: ChosenExtra): Node {
  const { headline, summary, customer, at } = story
  const when = `, ${formatDate(dayOf(at), today)}`
  const lead = line([typed(headline ?? summary, 'strong')], [typed(customer), when])
  return { kind: 'list', lead, items: detailLines(story) }
}

function storiesSection({ stories }: StoriesFigures, extra: ChosenExtra): Section {
  const told = stories.map((story) => storyNode(story, extra))
  const none = [line(['No story is marked yet. Any contact can become one: afterword reflect'])]
  return {
    kind: 'section',
    title: 'Worth telling',
    nodes: told.length > 0 ? firstFive(told, 'afterword report stories --format markdown') : none,
  }
}

const VALUE_FIRST = { shape: 'value-first' } as const

function seenField({ recognition }: StoriesFigures): Field[] {
  const { given, received, daysSinceReceived: days } = recognition
  const aloud = recognition.public
  if (given + received === 0) return [{ label: 'Thanks', pieces: [words('none noted yet')] }]
  const parts: Pieces[] = [
    [countFigure('recognition.given', 'given', given, VALUE_FIRST)],
    [countFigure('recognition.received', 'received', received, VALUE_FIRST)],
    aloud > 0 ? [countFigure('recognition.public', 'in public', aloud, VALUE_FIRST)] : [],
    days === undefined ? [] : lastSeen(days),
  ]
  return [{ label: 'Thanks', pieces: joined(parts, words(', ')) }]
}

// A thanks may carry a day that is still to come: of that nothing is said.
function lastSeen(days: number): Pieces {
  if (days <= 0) return days === 0 ? [words('the last one today')] : []
  const text = `${counted(days, 'day')} ago`
  return [countFigure('recognition.daysSinceReceived', 'the last received', days, { text })]
}

function toThankField({ toThank: [first, ...more] }: StoriesFigures): Field[] {
  if (first === undefined) return []
  const names = [first, ...more].map((name): Pieces => [typed(name)])
  const aside = [command(`afterword thank ${argument(first)} "..."`)]
  return [{ label: 'To thank', pieces: joined(names, words(', ')), aside }]
}

function borrowedField({ borrowed }: StoriesFigures): Field[] {
  if (borrowed.length === 0) return []
  const names = borrowed.map(({ from, count }): Pieces => {
    const figure = countFigure('borrowed', 'taken over', count, {
      ...VALUE_FIRST,
      group: from,
      text: count === 1 ? '1 practice' : `${count} practices`,
    })
    return [typed(from), words(': '), figure]
  })
  return [{ label: 'Borrowed from', pieces: joined(names, words('; ')) }]
}

/** Returns what is worth telling, whom to thank, and when they were last seen themselves. */
export function storiesPage(figures: StoriesFigures, extra: ChosenExtra): Page {
  if (figures.entries === 0) return emptyPage(TITLE, figures, extra)
  const fields = [...seenField(figures), ...toThankField(figures), ...borrowedField(figures)]
  return {
    report: figures.report,
    title: chosenTitle(TITLE, figures, extra),
    nodes: [
      contactsLine(figures),
      storiesSection(figures, extra),
      { kind: 'section', title: 'Seen and thanked', nodes: [{ kind: 'fields', fields }] },
    ],
    footer: leftOutFooter(extra),
  }
}

/** Returns a story in a breath: whose it is, and its headline or else what happened. */
export function storyPieces(ref: Ref, entries: readonly Entry[]): Piece[] {
  const story = entries.find(({ id }) => id === ref.id)?.meaning?.story
  return [typed(ref.customer), words(': '), typed(story?.headline ?? ref.summary)]
}
