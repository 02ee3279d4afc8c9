import { addDays, type Day, weekday } from './day.ts'
import type { Settings } from './settings.ts'
import { DEFAULT_WORK_DAYS, WORK_DAYS } from './vocabulary.ts'

export type WorkDays = readonly (typeof WORK_DAYS)[number][]

/** Returns the days of the week that are worked: those of the settings, Monday to Friday where none is named. */
export function workDaysOf(settings: Settings): WorkDays {
  return settings.workDays?.length ? settings.workDays : DEFAULT_WORK_DAYS
}

/** Returns whether the day is one of the work days. */
export function isWorkDay(day: Day, workDays: WorkDays = DEFAULT_WORK_DAYS): boolean {
  return workDays.some((name) => WORK_DAYS[weekday(day) - 1] === name)
}

/** Returns the first work day after the day; the day after it where nothing is a work day. */
export function nextWorkDay(day: Day, workDays: WorkDays = DEFAULT_WORK_DAYS): Day {
  const coming = [1, 2, 3, 4, 5, 6, 7].map((count) => addDays(day, count))
  return coming.find((each) => isWorkDay(each, workDays)) ?? addDays(day, 1)
}
