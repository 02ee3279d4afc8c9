import { addDays, type Day } from '../model/day.ts'
import type { FollowUpItem } from '../reports/follow-ups.ts'
import type { Audience } from '../reports/refs.ts'
import { formatDate } from './dates.ts'
import { leftOutFooter } from './footer.ts'
import type { Handles } from './handle.ts'
import {
  command,
  type Line,
  line,
  type Page,
  type Piece,
  type Section,
  typed,
  words,
} from './page.ts'
import { countFigure } from './share.ts'
import { wordForUnhappy } from './told.ts'
import { counted } from './wording.ts'

const WEEK = 7

export interface FollowUpsExtra {
  readonly today: Day
  readonly audience: Audience
  readonly handles: Handles
  /** How many have something open and may not be named here. */
  readonly unnamed: number
}

interface Group {
  readonly name: string
  readonly title: string
  readonly word: 'later' | 'done'
  readonly holds: (item: FollowUpItem, today: Day) => boolean
}

const isDue = ({ kind }: FollowUpItem) => kind === 'follow-up'
const due = (item: FollowUpItem) => item.due ?? ''

const GROUPS: readonly Group[] = [
  {
    name: 'unhappy',
    title: 'Left unhappy, nothing planned',
    word: 'later',
    holds: ({ kind }) => kind === 'unhappy',
  },
  {
    name: 'overdue',
    title: 'Overdue',
    word: 'done',
    holds: (item) => isDue(item) && item.daysOverdue > 0,
  },
  {
    name: 'today',
    title: 'Today',
    word: 'done',
    holds: (item, today) => isDue(item) && due(item) === today,
  },
  {
    name: 'next',
    title: 'Next 7 days',
    word: 'done',
    holds: (item, today) => isDue(item) && due(item) > today && due(item) <= addDays(today, WEEK),
  },
  {
    name: 'later',
    title: 'Later',
    word: 'done',
    holds: (item, today) => isDue(item) && due(item) > addDays(today, WEEK),
  },
  {
    name: 'handOffs',
    title: 'Passed on, to look back at',
    word: 'done',
    holds: ({ kind }) => kind === 'hand-off',
  },
]

/** Returns by when it is due, and how long it has been over. */
export function dueWords(item: FollowUpItem, today: Day): Piece[] {
  if (item.due === undefined) return [words(` (left ${item.felt})`)]
  const late = item.daysOverdue > 0
  const start = item.promised ? 'promised, due' : item.kind === 'hand-off' ? 'since' : 'due'
  const day = item.due === today ? 'today' : formatDate(item.due, today)
  const over = late ? [words(`, ${counted(item.daysOverdue, 'day')} over`, 'bad')] : []
  return [words(` (${start} ${day}`), ...over, words(')')]
}

function itemLine(item: FollowUpItem, word: string, { today, handles }: FollowUpsExtra): Line {
  const handle = handles.get(item.id) ?? item.id.slice(0, 4)
  return line(
    [typed(item.customer), ', ', typed(item.action ?? item.summary), ...dueWords(item, today)],
    [command(`afterword ${word === 'later' ? wordForUnhappy(item) : word} ${handle}`)],
  )
}

function groupSection(
  { name, title, word, holds }: Group,
  items: readonly FollowUpItem[],
  extra: FollowUpsExtra,
): Section[] {
  const held = items.filter((item) => holds(item, extra.today))
  if (held.length === 0) return []
  const lines = held.map((item) => itemLine(item, word, extra))
  const aside = [countFigure(name, 'open', held.length, { shape: 'value-first' })]
  return [{ kind: 'section', title, aside, nodes: [{ kind: 'list', items: lines }] }]
}

function nothingOpen({ unnamed }: FollowUpsExtra): string {
  return unnamed > 0
    ? 'Nothing is open that may be told here.'
    : 'Nothing is open. Nobody is waiting for you.'
}

/** Returns the to-do list: who left unhappy, what is overdue, due today, soon and later, and what was passed on. */
export function followUpsPage(items: readonly FollowUpItem[], extra: FollowUpsExtra): Page {
  const sections = GROUPS.flatMap((group) => groupSection(group, items, extra))
  return {
    report: 'followups',
    title: `Follow-ups, ${formatDate(extra.today, extra.today)}`,
    nodes: sections.length > 0 ? sections : [line([nothingOpen(extra)])],
    footer: leftOutFooter(extra),
  }
}
