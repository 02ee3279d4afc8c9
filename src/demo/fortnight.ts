import { addDays, dayOf, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Reviews } from '../model/review.ts'
import type { Settings } from '../model/settings.ts'
import { mondayOf, offsetOf } from './calendar.ts'
import { closings, ownSettings } from './closings.ts'
import { THIS_WEEK } from './contacts/this-week.ts'
import { WEEK_ONE_END } from './contacts/week-one-end.ts'
import { WEEK_ONE_START } from './contacts/week-one-start.ts'
import { WEEK_TWO_END } from './contacts/week-two-end.ts'
import { WEEK_TWO_MIDDLE } from './contacts/week-two-middle.ts'
import { WEEK_TWO_START } from './contacts/week-two-start.ts'
import { type Told, tellWeek } from './telling.ts'

/** A made-up journal, as it stood at the clock. */
export interface Fortnight {
  readonly entries: Entry[]
  readonly reviews: Reviews
  readonly settings: Settings
}

const REP = 'heron'

/** Returns two finished working weeks and the days since, made up, of one technician who also answers the phone. */
export function fortnight(now: Timestamp): Fortnight {
  const today = dayOf(now)
  const monday = mondayOf(today)
  const week = (start: number, contacts: readonly Told[]) =>
    tellWeek(contacts, REP, { monday: addDays(monday, start), offset: offsetOf(now) }, now)
  return {
    entries: [
      ...week(-14, [...WEEK_ONE_START, ...WEEK_ONE_END]),
      ...week(-7, [...WEEK_TWO_START, ...WEEK_TWO_MIDDLE, ...WEEK_TWO_END]),
      ...week(0, THIS_WEEK),
    ],
    reviews: closings(today),
    settings: ownSettings(REP, today),
  }
}
