import { addDays, type Day, isDay, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { isPlanned } from '../model/follow-up.ts'
import type { Disposition } from '../model/vocabulary.ts'
import { isAfterHours } from './after-hours.ts'
import { type BestMoment, bestMoment } from './best-moment.ts'
import type { Ref } from './figure.ts'
import type { PeriodInput } from './input.ts'
import { byUrgency, dueOf } from './promises.ts'
import { quotable, refOf } from './refs.ts'
import { weekFigures } from './week.ts'
import type { WeekFigures } from './week-figures.ts'

/** One entry on one line. */
export interface Line {
  readonly id: string
  readonly at: Timestamp
  readonly customer: string
  readonly before: CustomerFeeling
  readonly after: CustomerFeeling
  readonly disposition: Disposition
}

/** What a day holds: the JSON of `today --json`. */
export interface TodayFigures extends WeekFigures {
  readonly lines: readonly Line[]
  readonly dueToday: readonly Ref[]
  readonly dueTomorrow: readonly Ref[]
  readonly best?: BestMoment
  readonly yearAgo?: BestMoment
  /** Work is over: a page shows what is to be done for people who left unhappy, and does not replay what happened. */
  readonly afterHours: boolean
}

export interface TodayInput extends PeriodInput {
  /** The entries of `yearBefore` the day. */
  readonly yearAgo: readonly Entry[]
}

/** Returns the figures of a day: those of a week, its entries line by line, what is due, and what is worth remembering. */
export function todayFigures(input: TodayInput): TodayFigures {
  const { entries, audience, period, open, now } = input
  const best = bestMoment(entries, audience)
  const yearAgo = bestMoment(input.yearAgo, audience)
  const dueOn = (day: Day) =>
    quotable(open, audience)
      .filter((entry) => isPlanned(entry) && dueOf(entry) === day)
      .toSorted(byUrgency)
      .map((entry) => refOf(entry, day))
  return {
    ...weekFigures(input),
    lines: quotable(entries, audience).map(lineOf),
    dueToday: dueOn(period.to),
    dueTomorrow: dueOn(addDays(period.to, 1)),
    ...(best && { best }),
    ...(yearAgo && { yearAgo }),
    afterHours: isAfterHours(now, input.settings),
  }
}

/** Returns the same day a year before; a leap day has none. */
export function yearBefore(day: Day): Day | undefined {
  const year = String(+day.slice(0, 4) - 1).padStart(4, '0')
  const before = `${year}${day.slice(4)}`
  return isDay(before) ? before : undefined
}

function lineOf({ id, at, customer, felt, disposition }: Entry): Line {
  return { id, at, customer, before: felt.before, after: felt.after, disposition }
}
