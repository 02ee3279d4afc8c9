import { chooseWeeks, contactsOf, countedWeeks, textsOf } from './choose.ts'
import { isOutside } from './limits.ts'
import { isFelt, partsOf, repsIn, sharesByRep, tallyRows } from './row-tally.ts'
import type { Rows, WeekCell } from './rows.ts'
import type { Apart, Scope, Seen, TeamView } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

/** A week of a pack that was taken out, and when it went. */
export interface Tombstone extends WeekCell {
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
  const counted = (scope: Scope) => countedWeeks(chooseWeeks(rows.weeks, scope))
  const chosenAt = ({ scope, at }: Seen): WeekCell[] => chooseWeeks(cellsAt(at), scope)
  const cellsAt = (at = Number.POSITIVE_INFINITY): readonly WeekCell[] => [
    ...rows.weeks,
    ...tombstones.filter(({ gone }) => gone > at),
  ]
  return {
    facts: async (seen) => {
      const chosen = chosenAt(seen)
      const used = countedWeeks(chosen)
      return {
        reps: repsIn(chosen.filter(({ entries }) => entries > 0)),
        counted: repsIn(used),
        cells: used.length,
        latest: chosen.reduce((last, { arrived }) => Math.max(last, arrived), 0),
        now,
      }
    },
    apart: async (one, other, weeks) =>
      apartOf(
        countedWeeks(chosenAt(one)).filter(({ week }) => weeks.includes(week)),
        countedWeeks(other ? chosenAt(other) : []).filter(({ week }) => weeks.includes(week)),
      ),
    tally: async (scope, answered) => {
      const weeks = counted(scope)
      const contacts = contactsOf(rows, weeks)
      return tallyRows(weeks, contacts, textsOf(rows, contacts), asksIn(rows, scope, answered))
    },
    beyond: async (scope, reports) => {
      const told = new Set(reports.flatMap((each) => countedWeeks(chosenAt(each)).map(keyOf)))
      const fresh = counted(scope).filter((cell) => !told.has(keyOf(cell)))
      const contacts = contactsOf(rows, fresh)
      return { reps: repsIn(contacts), ...partsOf(contacts) }
    },
    outside: async (scope, limits) => {
      const felt = contactsOf(rows, counted(scope)).filter(isFelt)
      const shares = [...sharesByRep(felt).values()].filter(({ n }) => n >= LEAST_ENTRIES)
      return shares.filter((own) => isOutside(own, limits)).length
    },
  }
}

function keyOf({ rep, week, pack }: WeekCell): string {
  return JSON.stringify([rep, week, pack])
}

function apartOf(one: readonly WeekCell[], other: readonly WeekCell[]): Apart {
  const [inOne, inOther] = [one, other].map((cells) => new Set(cells.map(keyOf)))
  const lost = other.filter((cell) => !inOne?.has(keyOf(cell)))
  const differing = [...one.filter((cell) => !inOther?.has(keyOf(cell))), ...lost]
  const reps = repsIn(differing)
  return { reps, only: reps === 1 ? (differing[0]?.rep ?? null) : null, lost: lost.length }
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
