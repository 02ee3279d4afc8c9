import { type Day, dayOf, instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { hasSomethingOpen } from '../model/follow-up.ts'
import { byteStarts } from './byte-lines.ts'
import { isOurLayout } from './month-lines.ts'
import { isInOrder } from './order.ts'
import { countsDue } from './selection.ts'

/** What the index keeps of a month: whether a question needs it, and where in it. No word of an entry is in it. */
export interface MonthNote {
  /** What the file was when this was noted; a file of another stamp is another file. */
  readonly stamp: string
  readonly entries: number
  readonly firstDay?: Day
  /** The first and the last day on which a follow-up falls due, planned or done. */
  readonly due?: readonly [Day, Day]
  /** The instant at which an entry was last written down, and at which byte its line begins. */
  readonly recorded?: readonly [number, number]
  /** At which bytes the lines of the entries with something open begin. */
  readonly open: readonly number[]
}

/** A month file as it was read. */
interface Laid {
  readonly bytes: Buffer
  readonly text: string
}

/** Returns the note of a month, or nothing where its lines are not laid out, or not in the order, as we write them. */
export function noteOf(
  { bytes, text }: Laid,
  entries: readonly Entry[],
  stamp: string,
): MonthNote | undefined {
  if (!isOurLayout(text, entries) || !isInOrder(entries)) return undefined
  const starts = [...byteStarts(bytes)]
  const days = entries.map(({ at }) => dayOf(at)).sort()
  const due = entries
    .flatMap((entry) => (countsDue(entry) ? (entry.followUp.due ?? []) : []))
    .sort()
  const [firstDay, firstDue, lastDue] = [days[0], due[0], due.at(-1)]
  const recorded = lastRecorded(entries, starts)
  return {
    stamp,
    entries: entries.length,
    ...(firstDay && { firstDay }),
    ...(firstDue && lastDue && { due: [firstDue, lastDue] as const }),
    ...(recorded && { recorded }),
    open: starts.filter((_, index) => isOpen(entries[index])),
  }
}

function isOpen(entry: Entry | undefined): boolean {
  return entry !== undefined && hasSomethingOpen(entry)
}

function lastRecorded(entries: readonly Entry[], starts: readonly number[]) {
  const instants = entries.map(({ recordedAt }) => instantOf(recordedAt))
  const last = instants.reduce(
    (found, at, index) => (at >= (instants[found] ?? at) ? index : found),
    0,
  )
  const [at, start] = [instants[last], starts[last]]
  return at === undefined || start === undefined ? undefined : ([at, start] as const)
}
