import { addDays, type Day, type Timestamp, weekday } from '../model/day.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** A work day of the week a contact is told in, or of the week after it. */
export type DayWord = `${'' | 'next '}${(typeof WEEKDAYS)[number]}`

/** A day and an hour in that week: `tue 16:40`, `next mon 09:05`. */
export type TimeWord = `${DayWord} ${number}:${number}`

/** The week a contact is told in: its Monday, and the offset of the clock. */
export interface WeekOfTelling {
  readonly monday: Day
  readonly offset: string
}

/** Returns the Monday of the day's ISO week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day))
}

/** Returns the day a word means. */
export function dayAt({ monday }: WeekOfTelling, word: DayWord): Day {
  const index = WEEKDAYS.findIndex((name) => word.endsWith(name))
  return addDays(monday, index + (word.startsWith('next ') ? 7 : 0))
}

/** Returns the timestamp of a day and an hour, in the offset of the clock. */
export function timeAt(week: WeekOfTelling, word: TimeWord): Timestamp {
  const day = dayAt(week, word.slice(0, -6) as DayWord)
  return `${day}T${word.slice(-5)}:00${week.offset}`
}

/** Returns the offset written at the end of a timestamp: `-06:00` or `Z`. */
export function offsetOf(at: Timestamp): string {
  return at.slice(19)
}

/** Returns the ISO name of the week that begins on this Monday: the year is that of its Thursday. */
export function weekName(monday: Day): string {
  const year = addDays(monday, 3).slice(0, 4)
  const first = mondayOf(`${year}-01-04`)
  let number = 1
  for (let day = first; day < monday; day = addDays(day, 7)) number += 1
  return `${year}-W${String(number).padStart(2, '0')}`
}
