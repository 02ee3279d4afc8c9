import { addDays, type Day, dayOf, daysBetween } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { type CustomerFeeling, type RepFeeling, valenceOf } from '../model/feelings.ts'
import { weekName, weekOf } from '../model/period.ts'
import { tookExtraStep } from './extra-steps.ts'
import type { Share } from './figure.ts'
import type { ChosenInput } from './input.ts'
import { shareWhere } from './share.ts'
import { groupBy } from './tally.ts'

const WEEKS_SHOWN = 52
const HABIT_WEEKS = 6

/** A day on which something was written: `level` is the middle of how people left, -2 to 2, null where no leaving is known. */
export interface CalendarDay {
  readonly day: Day
  readonly entries: number
  readonly level: number | null
}

/** Which days were written down and how people left: the JSON of `report calendar`. */
export interface CalendarFigures {
  readonly report: 'calendar'
  readonly from: Day
  readonly to: Day
  readonly entries: number
  /** Only days with an entry; every other day of the range is a gap. */
  readonly days: readonly CalendarDay[]
  readonly weeks: {
    /** Weeks of the range with an entry. */
    readonly logged: Share
    /** Weeks in a row with an entry up to now; the running week does not end it. */
    readonly current: number
    readonly longest: number
  }
  /** Of the last six weeks with an entry, those with a small extra step. */
  readonly extraStepWeeks: Share
  /** The rep's own strip: the middle of their feelings a day, on their terminal only (rule R18). */
  readonly own?: readonly { readonly day: Day; readonly level: number }[]
}

/** Returns the calendar of the days asked for; unasked, from the first entry's week on, at most a year. */
export function calendarFigures(input: ChosenInput): CalendarFigures {
  const { from, to } = rangeOf(input)
  const entries = input.entries.filter(({ at }) => dayOf(at) >= from && dayOf(at) <= to)
  const days = [...groupBy(entries, ({ at }) => dayOf(at))].toSorted(byDay)
  const own = input.audience === 'terminal' ? ownStrip(days) : []
  return {
    report: 'calendar',
    from,
    to,
    entries: entries.length,
    days: days.map(([day, written]) => ({
      day,
      entries: written.length,
      level: middle(written.map(({ felt }) => felt.after)),
    })),
    weeks: weeksOf(
      days.map(([day]) => day),
      { from, to, today: dayOf(input.now) },
    ),
    extraStepWeeks: extraStepWeeks(entries),
    ...(own.length > 0 && { own }),
  }
}

type Dated = readonly [Day, readonly Entry[]]

function byDay([a]: Dated, [b]: Dated): number {
  return a < b ? -1 : 1
}

function rangeOf({ entries, from, to, now }: ChosenInput): { from: Day; to: Day } {
  const last = to ?? dayOf(now)
  const earliest = addDays(weekOf(last).from, -7 * (WEEKS_SHOWN - 1))
  const first = entries.map(({ at }) => weekOf(dayOf(at)).from).toSorted()[0] ?? weekOf(last).from
  return { from: from ?? (first > earliest ? first : earliest), to: last }
}

/** Returns the lower of the middle valences, or null where none is known. */
function middle(words: readonly (CustomerFeeling | RepFeeling)[]): number | null {
  const known = words.flatMap((word) => valenceOf(word) ?? []).toSorted((a, b) => a - b)
  return known[Math.floor((known.length - 1) / 2)] ?? null
}

function ownStrip(days: readonly Dated[]): { day: Day; level: number }[] {
  return days.flatMap(([day, entries]) => {
    const level = middle(entries.flatMap((entry) => entry.private?.emotion ?? []))
    return level === null ? [] : [{ day, level }]
  })
}

interface Reach {
  readonly from: Day
  readonly to: Day
  readonly today: Day
}

function weeksOf(days: readonly Day[], { from, to, today }: Reach): CalendarFigures['weeks'] {
  const logged = new Set(days.map(weekName))
  const mondays = mondaysOf(from, to)
  const marks = mondays.map((monday) => logged.has(weekName(monday)))
  const open = weekOf(to).to >= today && marks.at(-1) === false
  return {
    logged: shareWhere(marks, (mark) => mark, { form: 'count' }),
    current: runAtEnd(open ? marks.slice(0, -1) : marks),
    longest: marks.reduce((most, _, i) => Math.max(most, runAtEnd(marks.slice(0, i + 1))), 0),
  }
}

/** Returns the Monday of every week that has a day in the range. */
export function mondaysOf(from: Day, to: Day): readonly Day[] {
  const first = weekOf(from).from
  const count = Math.floor(daysBetween(first, to) / 7) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(first, 7 * i))
}

function runAtEnd(marks: readonly boolean[]): number {
  return marks.length - 1 - marks.lastIndexOf(false)
}

function extraStepWeeks(entries: readonly Entry[]): Share {
  const weeks = [...groupBy(entries, ({ at }) => weekName(dayOf(at)))]
  const last = weeks.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(-HABIT_WEEKS)
  return shareWhere(last, ([, written]) => written.some(tookExtraStep), { form: 'count' })
}
