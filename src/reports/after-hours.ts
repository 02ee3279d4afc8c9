import { dayOf, type Timestamp } from '../model/day.ts'
import type { Settings } from '../model/settings.ts'
import { isWorkDay, workDaysOf } from '../model/work-days.ts'

/** Returns whether it is outside the hours and days of work; never where no work hours are set. */
export function isAfterHours(now: Timestamp, settings: Settings): boolean {
  if (settings.workHours === undefined) return false
  return !isWorkDay(dayOf(now), workDaysOf(settings)) || !isBetween(now, settings.workHours)
}

// Hours such as 22:00-06:00 go past midnight.
function isBetween(now: Timestamp, hours: string): boolean {
  const [time, start, end] = [now.slice(11, 16), hours.slice(0, 5), hours.slice(6)]
  return start <= end ? time >= start && time < end : time >= start || time < end
}
