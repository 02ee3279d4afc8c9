import { type Field, line, type Node, type Pieces, words } from '../pages/page.ts'
import { countFigure, plainShare } from '../pages/share.ts'
import { counted, spoken } from '../pages/wording.ts'
import type { TeamPicture } from '../team/figures.ts'

/** Returns how people left by channel and by kind of moment, with a word on what is not shown. */
export function breakdownNodes({ channels, moments, hidden }: TeamPicture): Node[] {
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

/** Returns what was noted beside how people left. */
export function notedFields(figures: TeamPicture): Field[] {
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
