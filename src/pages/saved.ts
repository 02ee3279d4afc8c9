import { type Day, dayOf, formatDay } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { formatDate } from './dates.ts'
import { feltPieces } from './entries.ts'
import { command, joined, type Line, line, type Pieces, typed, words } from './page.ts'

const GAP = words('  ')

function openPieces({ followUp, handoff }: Entry, today: Day): Pieces {
  if (followUp.status === 'planned' && followUp.due)
    return [words(`${followUp.promised ? 'promised' : 'due'} ${formatDate(followUp.due, today)}`)]
  if (followUp.status === 'done') return [words('follow-up done')]
  if (handoff && !handoff.checkedBackAt)
    return [
      words('passed to '),
      typed(handoff.to),
      words(`, look back ${formatDate(handoff.checkBackDue, today)}`),
    ]
  return []
}

/** Returns the line after a change: what is now true, and how to undo it. */
export function savedLine(
  entry: Entry,
  {
    word = 'Saved',
    shortId,
    today,
  }: { readonly word?: string; readonly shortId: string; readonly today: Day },
): Line {
  const earlier = dayOf(entry.at) === today ? [] : [words(formatDay(dayOf(entry.at)), 'dim')]
  const groups: Pieces[] = [
    [words(`${word} ${shortId}`)],
    [typed(entry.customer)],
    feltPieces(entry.felt),
    openPieces(entry, today),
    earlier,
  ]
  return line(joined(groups, GAP), [words('undo: '), command('afterword undo')])
}
