import * as v from 'valibot'
import { CUSTOMER_FEELINGS } from './feelings.ts'
import { day, feeling, group, listOf, oneOf, text } from './fields.ts'
import { MOMENTS, WORK_DAYS } from './vocabulary.ts'

const timeZone = v.pipe(
  v.string('is not a time zone'),
  v.check(
    isTimeZone,
    (issue) => `is ${JSON.stringify(issue.input)}, not a time zone such as Europe/Stockholm`,
  ),
)

const workHours = v.pipe(
  v.string('is not hours'),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'is not hours such as 08:00-17:00'),
)

export const SettingsSchema = group({
  rep: v.optional(text(40)),
  timeZone: v.optional(timeZone),
  workDays: v.optional(listOf(oneOf(WORK_DAYS), 7)),
  workHours: v.optional(workHours),
  purpose: v.optional(
    group({
      line: v.optional(text(80)),
      own: v.optional(listOf(group({ text: text(280), since: day }), 1000)),
    }),
  ),
  values: v.optional(listOf(text(64), 20)),
  moments: v.optional(
    listOf(
      group({ name: oneOf(MOMENTS), intended: listOf(feeling(CUSTOMER_FEELINGS), 26) }),
      MOMENTS.length,
    ),
  ),
  neverSay: v.optional(listOf(text(64), 1000)),
  nudges: v.optional(oneOf(['on', 'off'])),
})

/** What `config.json` holds; every key may be missing. */
export type Settings = v.InferOutput<typeof SettingsSchema>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
