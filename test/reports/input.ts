import { countEntries } from '../../src/model/counts.ts'
import type { DayRange } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { CustomerFeeling } from '../../src/model/feelings.ts'
import { NO_REVIEWS } from '../../src/model/review.ts'
import { FEELINGS, type FeelingsFigures, feelingsFigures } from '../../src/reports/feelings.ts'
import type { PeriodInput } from '../../src/reports/input.ts'
import { anEntry, idOf } from '../helpers.ts'

export const WEEK = { name: '2026-W46', from: '2026-11-09', to: '2026-11-15' }
export const AFTER = '2026-11-18T12:00:00-06:00'

/** Returns the input of the finished week 46 with these entries; everything else is empty. */
export function anInput(over: Partial<PeriodInput> = {}): PeriodInput {
  return {
    report: 'week',
    period: WEEK,
    now: AFTER,
    audience: 'terminal',
    entries: [],
    previous: [],
    recent: [],
    due: [],
    open: [],
    thanked: [],
    firstDay: '2026-11-09',
    settings: {},
    reviews: NO_REVIEWS,
    ...over,
  }
}

/** Returns the figures of `report feelings` over these entries. */
export function feelingsOf({ entries, ...days }: FeelingsInput): FeelingsFigures {
  return feelingsFigures(countEntries(entries, FEELINGS), days)
}

interface FeelingsInput extends DayRange {
  readonly entries: readonly Entry[]
}

/** Returns as many entries as asked, each with its own id, minute and customer. */
export function many(count: number, over: Partial<Entry> = {}): Entry[] {
  return Array.from({ length: count }, (_, i) =>
    anEntry({
      id: idOf(i),
      customer: `customer-${i}`,
      at: `2026-11-12T10:${String(i).padStart(2, '0')}:00-06:00`,
      ...over,
    }),
  )
}

/** Returns an entry that began and ended so. */
export function felt(
  before: CustomerFeeling,
  after: CustomerFeeling,
  over: Partial<Entry> = {},
): Entry {
  return anEntry({ felt: { before, after }, ...over })
}

/** Returns entries with ids in their order, each a minute after the one before. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, i) => ({
    ...entry,
    id: idOf(i),
    at: `${entry.at.slice(0, 14)}${String(i).padStart(2, '0')}${entry.at.slice(16)}`,
  }))
}
