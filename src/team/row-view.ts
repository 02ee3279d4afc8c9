import { chooseWeeks, contactsOf, countedWeeks, textsOf } from './choose.ts'
import { isOutside } from './limits.ts'
import { isFelt, sharesByRep, tallyRows } from './row-tally.ts'
import type { Rows, WeekRow } from './rows.ts'
import type { Reference, Scope, TeamView } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

/** A rep's week that was taken out: when it had arrived, and when it went. */
export interface Tombstone {
  readonly rep: string
  readonly week: string
  readonly arrived: number
  readonly gone: number
}

/** Everything a store of rows knows at one moment. */
export interface RowStore {
  readonly rows: Rows
  readonly tombstones: readonly Tombstone[]
  readonly now: number
}

/** Returns the view of rows that are all in memory. */
export function viewOfRows({ rows, tombstones, now }: RowStore): TeamView {
  const chosen = (scope: Scope) => chooseWeeks(rows.weeks, scope)
  const counted = (scope: Scope) => countedWeeks(chosen(scope))
  return {
    facts: async (scope) => ({
      reps: repsIn(chosen(scope).filter(({ entries }) => entries > 0)),
      counted: repsIn(counted(scope)),
      cells: counted(scope).length,
      latest: chosen(scope).reduce((last, { arrived }) => Math.max(last, arrived), 0),
      now,
    }),
    late: async (scope, shown) => repsIn(counted(scope).filter((row) => isLate(row, shown))),
    gone: async (shown) => {
      const own = tombstones.filter((each) => wentSince(each, shown))
      const cells = new Set(own.map(({ rep, week }) => JSON.stringify([rep, week])))
      return { reps: repsIn(own), cells: cells.size }
    },
    tally: async (scope, answered) => {
      const weeks = counted(scope)
      const contacts = contactsOf(rows, weeks)
      return tallyRows(weeks, contacts, textsOf(rows, contacts), asksIn(rows, scope, answered))
    },
    outside: async (scope, limits) => {
      const felt = contactsOf(rows, counted(scope)).filter(isFelt)
      const shares = [...sharesByRep(felt).values()].filter(({ n }) => n >= LEAST_ENTRIES)
      return shares.filter((own) => isOutside(own, limits)).length
    },
  }
}

function repsIn(rows: readonly { rep: string }[]): number {
  return new Set(rows.map(({ rep }) => rep)).size
}

function isLate({ week, arrived, entries }: WeekRow, shown: readonly Reference[]): boolean {
  return shown.some(
    (each) => each.week === week && (arrived > each.by || (each.few && entries < LEAST_ENTRIES)),
  )
}

function wentSince({ week, arrived, gone }: Tombstone, shown: readonly Reference[]): boolean {
  return shown.some((each) => each.week === week && arrived <= each.by && gone > each.since)
}

/** Returns the asks of the weeks that have no answer yet, from whoever asks: an ask does not wait for a group. */
function asksIn(rows: Rows, scope: Scope, answered: readonly string[]) {
  const everyone = chooseWeeks(
    rows.weeks,
    scope.map(({ week }) => ({ week })),
  )
  const done = new Set(answered)
  return textsOf(rows, contactsOf(rows, everyone)).filter(
    ({ kind, hash }) => kind === 'support' && !done.has(hash),
  )
}
