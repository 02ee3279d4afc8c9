import { type Day, dayOf } from './day.ts'
import type { Entry } from './entry.ts'
import { isCheckBackOpen, isPlanned, leftUnhappyNothingPlanned } from './follow-up.ts'

/** What waits, in four numbers: the JSON of `status`. */
export interface Status {
  readonly overdue: number
  readonly dueToday: number
  /** Hand-offs whose day to look back has passed. */
  readonly outOfSight: number
  /** People who left unhappy with nothing planned. */
  readonly unhappy: number
}

/** Returns what waits on a day among the entries with something open. */
export function statusOf(open: readonly Entry[], today: Day): Status {
  const count = (test: (entry: Entry) => boolean) => open.filter(test).length
  const due = ({ followUp }: Entry) => followUp.due ?? today
  return {
    overdue: count((entry) => isPlanned(entry) && due(entry) < today),
    dueToday: count((entry) => isPlanned(entry) && due(entry) === today),
    outOfSight: count((entry) => isCheckBackOpen(entry) && lookBack(entry) < today),
    unhappy: count(leftUnhappyNothingPlanned),
  }
}

const lookBack = ({ handoff, at }: Entry): Day => handoff?.checkBackDue ?? dayOf(at)

/** Returns the status in one line without a name in it, empty where nothing waits. */
export function formatStatus({ overdue, dueToday, outOfSight, unhappy }: Status): string {
  const parts = [
    overdue > 0 ? `${overdue} overdue` : '',
    dueToday > 0 ? `${dueToday} due today` : '',
    outOfSight > 0 ? `${outOfSight} out of sight` : '',
    unhappy > 0 ? `${unhappy} left unhappy` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
