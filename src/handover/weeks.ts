import { misuse } from '../errors.ts'
import { addDays } from '../model/day.ts'
import { type Period, unitOf, weekOf } from '../model/period.ts'

/** Returns the ISO weeks of a week, or of a month: those whose Thursday lies in it. Throws a misuse for a day. */
export function weeksOf(period: Period): Period[] {
  if (unitOf(period) === 'day')
    throw misuse(
      `${period.name} is a day: a handover holds whole weeks, such as 2026-W46 or 2026-11.`,
    )
  const weeks = [weekOf(period.from)]
  for (let week = weekAfter(period.from); week.from <= period.to; week = weekAfter(week.from))
    weeks.push(week)
  return weeks.filter(({ from }) => isWithin(addDays(from, 3), period))
}

/** Returns the period from the first to the last day of its whole weeks. */
export function wholeWeeks(period: Period): Period {
  const weeks = weeksOf(period)
  const [first, last] = [weeks[0] ?? period, weeks.at(-1) ?? period]
  return { name: period.name, from: first.from, to: last.to }
}

function weekAfter(day: string): Period {
  return weekOf(addDays(day, 7))
}

function isWithin(day: string, { from, to }: Period): boolean {
  return day >= from && day <= to
}
