import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { ANON } from '../model/follow-up.ts'
import type { Ref } from '../reports/figure.ts'
import type { WeekFigures } from '../reports/week-figures.ts'
import { formatWithin } from './dates.ts'
import type { PeriodExtra } from './extra.ts'
import { command, line, type Node, type Piece, type Pieces, typed, words } from './page.ts'
import { endingWords } from './wording.ts'

const SHOWN = 5
const FOLLOWUPS = 'afterword followups'

/** Returns the words that say how many more there are and where. */
export function moreOf(items: readonly unknown[], shown = SHOWN): { readonly more?: Pieces } {
  const rest = items.length - shown
  return rest > 0 ? { more: [words(`and ${rest} more: `), command(FOLLOWUPS)] } : {}
}

const handle = ({ id }: Ref, { handles }: PeriodExtra) => handles.get(id) ?? id.slice(0, 4)

/** Returns the command that closes what is open. */
export const closing = (word: string, ref: Ref, extra: PeriodExtra) => [
  command(`afterword ${word} ${handle(ref, extra)}`),
]

/** Returns the word for somebody left unhappy with nothing planned: nothing can be planned with nobody in particular. */
export function wordForUnhappy({ customer }: { readonly customer: string }): 'later' | 'drop' {
  return customer === ANON ? 'drop' : 'later'
}

/** Returns the entry a reference points at, where it may be quoted. */
export const entryOf = ({ id }: Ref, { entries }: PeriodExtra): Entry | undefined =>
  entries.find((entry) => entry.id === id)

/** Returns who left unhappy, when, and how it ended. */
export function leftPieces(ref: Ref, { period }: WeekFigures, extra: PeriodExtra): Piece[] {
  const entry = entryOf(ref, extra)
  const day = formatWithin(dayOf(ref.at), period, extra.today)
  const ending = entry ? `, ${endingWords(entry.disposition)}` : ''
  return [typed(ref.customer), words(` (${day}${ending})`)]
}

/** Returns whose follow-up it is, what is to be done, and by when. */
export function duePieces(ref: Ref, { period }: WeekFigures, extra: PeriodExtra): Piece[] {
  const followUp = entryOf(ref, extra)?.followUp
  const promised = followUp?.promised ? 'promised, ' : ''
  const due = ref.due ? ` (${promised}due ${formatWithin(ref.due, period, extra.today)})` : ''
  return [typed(ref.customer), words(', '), typed(followUp?.action ?? ref.summary), words(due)]
}

/** Returns the head with what it counts: one is said in the same breath, several get a line each. */
export function told(
  head: Pieces,
  refs: readonly Ref[],
  tell: (ref: Ref) => Pieces,
  aside: (ref: Ref) => Pieces,
): Node[] {
  const [only] = refs
  if (!only) return [line(head)]
  if (refs.length === 1) return [line([...head, words(': '), ...tell(only)], aside(only))]
  const items = refs.slice(0, SHOWN).map((ref) => line(tell(ref), aside(ref)))
  return [{ kind: 'list', lead: line([...head, words(':')]), items, ...moreOf(refs) }]
}
