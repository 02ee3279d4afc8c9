import type { Day } from '../model/day.ts'
import { periodTitle } from '../pages/dates.ts'
import {
  type Field,
  type Line,
  type List,
  line,
  type Node,
  type Page,
  type Pieces,
  type Section,
  typed,
  words,
} from '../pages/page.ts'
import { countFigure, plainShare, shareFigure } from '../pages/share.ts'
import { counted, spoken } from '../pages/wording.ts'
import type { TeamFigures, TeamPicture } from '../team/figures.ts'

/** Returns the page of a team's report: what is asked of the coach first, nobody by name. */
export function teamPage(figures: TeamFigures, today: Day): Page {
  const { withheld, notes, notice } = figures
  const nodes = isPicture(figures) ? pictureNodes(figures) : []
  return {
    report: 'team',
    title: `Team, ${titleOf(figures, today)}`,
    nodes: [
      ...askNodes(figures),
      ...(withheld === undefined ? [] : [line([words(withheld, 'strong')])]),
      ...nodes,
    ],
    footer: [...notes, ...coverage(figures), notice].map((text) => line([text])),
  }
}

function isPicture(figures: TeamFigures): figures is TeamFigures & TeamPicture {
  return figures.leftWell !== undefined
}

/** A month's weeks can begin before it: its name is what it is called by. */
function titleOf({ period }: TeamFigures, today: Day): string {
  const isMonth = /^\d{4}-\d{2}$/.test(period.name)
  return periodTitle(isMonth ? { ...period, from: `${period.name}-01` } : period, today)
}

function coverage({ reps, counted: used, entries }: TeamFigures): string[] {
  if (entries === null) return []
  const people = used === reps ? counted(reps, 'rep') : `${used} of ${counted(reps, 'rep')}`
  return [
    `From ${people}, ${counted(entries, 'entry', 'entries')}. They chose what to write down and what to hand over.`,
  ]
}

function askNodes({ support, more }: TeamFigures): Node[] {
  if (support.length === 0) return []
  const items = support.map(({ text, week, contact }) =>
    line([typed(text)], [`${week}, ${contact.slice(0, 6)}`]),
  )
  const list = textList(
    line([words('Asked of you, not yet answered', 'strong')]),
    items,
    more.support,
  )
  return [list]
}

function textList(lead: Line, items: readonly Line[], more: number | undefined): List {
  const rest = more === undefined ? {} : { more: [words(`and ${more} more`)] }
  return { kind: 'list', lead, items, ...rest }
}

function pictureNodes(figures: TeamFigures & TeamPicture): Node[] {
  return [
    {
      kind: 'cards',
      cards: [unhappy(figures), kept(figures), arrived(figures), outOfSight(figures)],
    },
    section('First', [line([unhappy(figures)]), promises(figures), handoffs(figures)]),
    section('How people left', [
      line([arrived(figures)]),
      everyone(figures),
      slipped(figures),
      line([figures.spread.text]),
    ]),
    ...breakdown(figures),
    { kind: 'fields', fields: fieldsOf(figures) },
    ...texts(figures),
  ]
}

function section(title: string, nodes: readonly Node[]): Section {
  return { kind: 'section', title, nodes }
}

const unhappy = ({ first }: TeamPicture) =>
  countFigure(
    'first.leftUnhappyNothingPlanned',
    'left unhappy with nothing planned',
    first.leftUnhappyNothingPlanned,
    {
      text:
        first.leftUnhappyNothingPlanned === 0
          ? 'Nobody'
          : counted(first.leftUnhappyNothingPlanned, 'person', 'people'),
      shape: 'value-first',
    },
  )
const kept = ({ followUps }: TeamPicture) =>
  shareFigure('followUps.kept', 'Kept on time', followUps.kept, { shape: 'colon' })
const arrived = ({ arrivedUnhappyLeftWell }: TeamPicture) =>
  shareFigure('arrivedUnhappyLeftWell', 'Arrived unhappy, left well', arrivedUnhappyLeftWell, {
    shape: 'colon',
  })
const outOfSight = ({ handoffs: { outOfSight: count } }: TeamPicture) =>
  countFigure('handoffs.outOfSight', 'passed on and out of sight', count, { shape: 'value-first' })

function promises(figures: TeamPicture): Line {
  const { due, late, overdue } = figures.followUps
  return line([
    countFigure('followUps.due', 'Follow-ups due', due),
    ': ',
    countFigure('followUps.late', 'late', late, { shape: 'value-first' }),
    ', ',
    countFigure('followUps.overdue', 'overdue', overdue, { shape: 'value-first' }),
    '. ',
    kept(figures),
  ])
}

function handoffs(figures: TeamPicture): Line {
  const { passedOn, checkedBack } = figures.handoffs
  return line([
    countFigure('handoffs.passedOn', 'Passed on', passedOn),
    ': ',
    countFigure('handoffs.checkedBack', 'looked back at', checkedBack, { shape: 'value-first' }),
    ', ',
    outOfSight(figures),
  ])
}

function everyone({ leftWell }: TeamPicture): Line {
  return line([shareFigure('leftWell', 'Left well, everyone', leftWell, { shape: 'colon' })])
}

function slipped({ slipped: share }: TeamPicture): Line {
  return line([plainShare('slipped', 'Arrived fine, left unhappy', share, { shape: 'colon' })])
}

function breakdown({ channels, moments, hidden }: TeamPicture): Node[] {
  const byChannel = channels.map(({ channel, leftWell }) => rowOf('channels', channel, leftWell))
  const byMoment = moments.map(({ moment, leftWell }) => rowOf('moments', moment, leftWell))
  return [
    ...tableOf('Channel', byChannel),
    ...hiddenNote('channel', hidden.channels),
    ...tableOf('Kind of moment', byMoment),
    ...hiddenNote('kind of moment', hidden.moments),
  ]
}

function tableOf(title: string, rows: readonly Pieces[][]): Node[] {
  if (rows.length === 0) return []
  const columns = [{ title }, { title: 'Left well' }]
  return [{ kind: 'table', title: `Left well, by ${title.toLowerCase()}`, columns, rows }]
}

function hiddenNote(part: string, hidden: number): Node[] {
  if (hidden === 0) return []
  const parts = counted(hidden, part, part === 'channel' ? 'channels' : 'kinds of moment')
  return [line([words(`Not shown, because it would point at somebody: ${parts}.`, 'dim')])]
}

function rowOf(group: string, word: string, share: TeamPicture['leftWell']): Pieces[] {
  return [[words(spoken(word))], [plainShare(`${group}.${word}`, '', share)]]
}

function fieldsOf(figures: TeamPicture): Field[] {
  const {
    extraSteps,
    authority,
    coverage: { guesses },
  } = figures
  return [
    {
      label: 'Small extra steps',
      pieces: [plainShare('extraSteps.taken', 'noted in', extraSteps.taken)],
    },
    { label: 'In the way', pieces: blockerPieces(figures) },
    {
      label: 'Authority missing',
      pieces: [
        plainShare('authority.gap', 'where it was needed', authority.gap, { shape: 'value-first' }),
      ],
    },
    {
      label: 'Guesses',
      pieces: [
        plainShare('coverage.guesses', 'of the feelings', guesses, { shape: 'value-first' }),
      ],
    },
  ]
}

function blockerPieces({ blockers, hidden }: TeamPicture): Pieces {
  const told = blockers.flatMap(({ blocker, count, customers }, at) => [
    ...(at > 0 ? [words(' · ')] : []),
    countFigure(`blockers.${blocker}`, spoken(blocker), count, {
      text:
        customers === undefined ? String(count) : `${count} (${counted(customers, 'customer')})`,
    }),
  ])
  const rest =
    hidden.blockers > 0 ? [words(`${told.length ? '; ' : ''}${hidden.blockers} not shown`)] : []
  return told.length + rest.length > 0 ? [...told, ...rest] : [words('nothing noted')]
}

function texts({ authority, friction, stories, thanks, more }: TeamFigures & TeamPicture): Node[] {
  const list = (title: string, items: readonly Line[], rest?: number): Node[] =>
    items.length === 0 ? [] : [textList(line([words(title, 'strong')]), items, rest)]
  const said = (text: string) => line([typed(text)])
  return [
    ...list('They would have', authority.wouldHaveDone.map(said), more['would-have-done']),
    ...list('Where technology stood in the way', friction.map(said), more.friction),
    ...list('Stories', stories.map(storyLine), more.story),
    ...list('To thank', thanks.map(thanksLine), more.thanks),
  ]
}

function storyLine({ headline, lesson, share }: TeamPicture['stories'][number]): Line {
  const learnt = lesson === undefined ? [] : [': ', typed(lesson)]
  return line([typed(headline), ...learnt], share === 'coach' ? ['for you, not for the team'] : [])
}

function thanksLine({ name, for: why }: TeamPicture['thanks'][number]): Line {
  return line([typed(name), ...(why === undefined ? [] : [', ', typed(why)])])
}
