import * as v from 'valibot'
import type { Day } from '../model/day.ts'
import { type Checked, check, group, listOf, text, timestamp } from '../model/fields.ts'
import { type Period, previousPeriod, weekOf } from '../model/period.ts'
import { type FieldPath, tickable } from './classes.ts'

const MOST = 100_000
const answer = group({ contact: text(32), asked: text(10_000), answer: text(600) })

export const HandoverLogSchema = group({
  version: v.literal(1, 'is not a version this afterword knows'),
  secret: v.optional(text(128)),
  ticks: listOf(text(64), 200),
  handed: listOf(group({ period: text(8), exportId: text(12), made: timestamp }), MOST),
  replies: listOf(
    group({
      made: timestamp,
      taken: v.optional(timestamp),
      thanks: listOf(text(280), 50),
      answers: listOf(answer, 200),
    }),
    MOST,
  ),
})

/** What a rep's machine remembers of handing over: the secret behind every code, the last ticks, what went and what came back. */
export type HandoverLog = v.InferOutput<typeof HandoverLogSchema>

/** What a coach sent back: when it was made, and when it was taken in here. */
export type Received = HandoverLog['replies'][number]

export const NO_HANDOVERS: HandoverLog = { version: 1, ticks: [], handed: [], replies: [] }

/** Returns the log that a JSON value is, or every fault it has. */
export function checkLog(value: unknown): Checked<HandoverLog> {
  return check(HandoverLogSchema, value)
}

/** Returns the fields ticked last time that can still be ticked. */
export function lastTicks({ ticks }: HandoverLog): FieldPath[] {
  return tickable().filter((path) => ticks.includes(path))
}

/** Returns the log with one more handover in it. */
export function withHandover(
  log: HandoverLog,
  handed: HandoverLog['handed'][number],
  ticks: readonly FieldPath[],
): HandoverLog {
  return { ...log, ticks: [...ticks], handed: [...log.handed, handed] }
}

/** Returns the log with a coach's reply, once however often it is taken in. */
export function withReply(log: HandoverLog, reply: Received): HandoverLog {
  return hasReply(log, reply) ? log : { ...log, replies: [...log.replies, reply] }
}

/** Returns whether a reply was taken in before; two made in one second say different things. */
export function hasReply({ replies }: HandoverLog, { made, thanks, answers }: Received): boolean {
  const said = JSON.stringify([made, thanks, answers])
  return replies.some((each) => JSON.stringify([each.made, each.thanks, each.answers]) === said)
}

/** Returns the newest finished week that was not handed over yet, none before the first day of the journal. */
export function nextWeek({ handed }: HandoverLog, firstDay: Day, today: Day): Period | undefined {
  const done = new Set(handed.map(({ period }) => period))
  let week = previousPeriod(weekOf(today))
  while (week.to >= firstDay && done.has(week.name)) week = previousPeriod(week)
  return week.to >= firstDay ? week : undefined
}
