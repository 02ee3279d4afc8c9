import { misuse } from '../errors.ts'
import { WORK_DAYS } from './vocabulary.ts'
import { readTime } from './when-time.ts'
import { readWord } from './words.ts'

/** A moment of every week: the ISO weekday, 1 Monday to 7 Sunday, and `HH:MM`. */
export interface Scheduled {
  readonly weekday: number
  readonly time: string
}

/** Returns the moment of every week a text such as `fri 16:00` means. Throws a misuse naming it. */
export function readMoment(typed: string): Scheduled {
  const [day = '', ...rest] = typed.trim().toLowerCase().split(/\s+/)
  const time = readTime(rest.join(' '))
  if (time === undefined)
    throw misuse(`--at ${JSON.stringify(typed)} is not a day and a time such as "fri 16:00".`)
  const word = readWord('--at', WORK_DAYS, day.slice(0, 3))
  return { weekday: WORK_DAYS.indexOf(word) + 1, time }
}
