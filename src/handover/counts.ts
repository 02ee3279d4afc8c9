import { type Day, dayOf, within } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { isPlanned, leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import type { Period } from '../model/period.ts'

/** What only the rep's journal can tell of a week: it needs the whole journal, and the day of the handover. */
export interface WeekCounts {
  readonly week: string
  readonly entries: number
  /** M5. */
  readonly leftUnhappyNothingPlanned: number
  /** M7, on the day of the handover. */
  readonly outOfSight: number
  /** M6, over every entry whose follow-up is due in the week. */
  readonly followUps: {
    readonly due: number
    readonly onTime: number
    readonly late: number
    readonly overdue: number
  }
}

/** Returns the counts of one week. `due` holds the entries, of any day, whose follow-up may fall due in it. */
export function weekCounts(
  week: Period,
  entries: readonly Entry[],
  due: readonly Entry[],
  today: Day,
): WeekCounts {
  const own = entries.filter(({ at }) => within(dayOf(at), week))
  return {
    week: week.name,
    entries: own.length,
    leftUnhappyNothingPlanned: own.filter(leftUnhappyNothingPlanned).length,
    outOfSight: own.filter((entry) => isOutOfSight(entry, today)).length,
    followUps: followUpCounts(
      due.filter(({ followUp }) => followUp.due !== undefined && within(followUp.due, week)),
      today,
    ),
  }
}

function isOutOfSight({ handoff }: Entry, today: Day): boolean {
  return handoff !== undefined && !handoff.checkedBackAt && handoff.checkBackDue < today
}

function followUpCounts(due: readonly Entry[], today: Day): WeekCounts['followUps'] {
  const tended = due.filter((entry) => isPlanned(entry) || entry.followUp.status === 'done')
  return {
    due: tended.length,
    onTime: tended.filter((entry) => doneBy(entry, (day, dueDay) => day <= dueDay)).length,
    late: tended.filter((entry) => doneBy(entry, (day, dueDay) => day > dueDay)).length,
    overdue: tended.filter((entry) => isPlanned(entry) && (entry.followUp.due ?? today) < today)
      .length,
  }
}

function doneBy({ followUp }: Entry, holds: (day: Day, due: Day) => boolean): boolean {
  const { status, due, completedAt } = followUp
  if (status !== 'done' || due === undefined || completedAt === undefined) return false
  return holds(dayOf(completedAt), due)
}
