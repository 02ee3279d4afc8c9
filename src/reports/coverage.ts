import { addDays, type Day, dayOf, daysBetween, instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { isWorkDay, type WorkDays } from '../model/work-days.ts'
import type { Share } from './figure.ts'
import { feltOf } from './leaving.ts'
import { shareWhere } from './share.ts'

const MS_PER_DAY = 86_400_000

/** M16: what the figures rest on. */
export interface Coverage {
  readonly daysLogged: number
  readonly workDays: number
  readonly writtenLate: Share
  readonly guesses: Share
}

/** The days a coverage looks at: those of a period that have come, from the day of the first entry ever. */
export interface Span {
  readonly from: Day
  readonly to: Day
  readonly today: Day
  readonly firstDay: Day | undefined
  readonly workDays: WorkDays
}

/** Returns on how many of the work days that have come something was written, how late, and how much was guessed. */
export function coverageOf(entries: readonly Entry[], span: Span, tooFew: boolean): Coverage {
  const logged = new Set(entries.map(({ at }) => dayOf(at)))
  const telling = { form: 'count', tooFew } as const
  return {
    daysLogged: [...logged].filter((day) => isWorkDay(day, span.workDays)).length,
    workDays: workDaysIn(span).length,
    writtenLate: shareWhere(entries, wasWrittenLate, telling),
    guesses: shareWhere(feltOf(entries), ({ felt }) => felt.basis === 'guess', telling),
  }
}

function workDaysIn({ from, to, today, firstDay, workDays }: Span): readonly Day[] {
  if (firstDay === undefined) return []
  const first = firstDay > from ? firstDay : from
  const count = daysBetween(first, today < to ? today : to) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(first, i)).filter((day) =>
    isWorkDay(day, workDays),
  )
}

function wasWrittenLate({ at, recordedAt }: Entry): boolean {
  return instantOf(recordedAt) - instantOf(at) > MS_PER_DAY
}
