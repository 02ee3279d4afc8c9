import { type Day, dayOf, instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { isUnhappy } from '../model/feelings.ts'
import { isPlanned } from '../model/follow-up.ts'
import type { Share } from './figure.ts'
import { shareOf } from './share.ts'

/** M6: the follow-ups due in a period and how they were kept. */
export interface FollowUpFigures {
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly overdue: number
  readonly kept: Share
}

/** Returns what became of the follow-ups that fall due in a period, planned or done. */
export function followUpFigures(
  due: readonly Entry[],
  today: Day,
  tooFew: boolean,
): FollowUpFigures {
  const onTime = due.filter((entry) => keptBy(entry, (day, dueDay) => day <= dueDay)).length
  const late = due.filter((entry) => keptBy(entry, (day, dueDay) => day > dueDay)).length
  const overdue = due.filter((entry) => isOverdue(entry, today)).length
  const kept = shareOf(onTime, onTime + late + overdue, { form: 'rate', tooFew })
  return { due: due.length, onTime, late, overdue, kept }
}

function keptBy({ followUp }: Entry, holds: (day: Day, due: Day) => boolean): boolean {
  const { status, due, completedAt } = followUp
  if (status !== 'done' || due === undefined || completedAt === undefined) return false
  return holds(dayOf(completedAt), due)
}

/** Returns whether the entry's follow-up is planned and its day has passed. */
export function isOverdue(entry: Entry, today: Day): boolean {
  return isPlanned(entry) && dueOf(entry) < today
}

/** Returns the day the entry's follow-up is due; far in the future where a file names none. */
export function dueOf({ followUp }: Entry): Day {
  return followUp.due ?? '9999-12-31'
}

/** Returns the follow-ups still open today that fell due by the day, promised and oldest first. */
export function overdueBy(open: readonly Entry[], today: Day, by: Day): readonly Entry[] {
  return open.filter((entry) => isOverdue(entry, today) && dueOf(entry) <= by).toSorted(byUrgency)
}

/** Orders follow-ups: promised first, then the oldest due, then people who left unhappy, then the oldest entry. */
export function byUrgency(a: Entry, b: Entry): number {
  return (
    Number(isPromised(b)) - Number(isPromised(a)) ||
    compareText(dueOf(a), dueOf(b)) ||
    Number(isUnhappy(b.felt.after)) - Number(isUnhappy(a.felt.after)) ||
    instantOf(a.at) - instantOf(b.at) ||
    compareText(a.id, b.id)
  )
}

/** Returns whether the entry's follow-up was promised to the customer. */
export function isPromised({ followUp }: Entry): boolean {
  return followUp.promised === true
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
