import { numberOf, type Query, Values } from './engine.ts'
import { squaredThousandths } from './limits.ts'
import { contactsIn, countIf, FELT, NOW, sumOf, usedWeeks } from './postgres-sql.ts'
import { beyondIn, tallyIn } from './postgres-tally.ts'
import type { TeamView } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

/** Returns the view of a team whose rows stay in the engine. */
export function viewOfEngine(query: Query, team: string): TeamView {
  const one = async (sql: string, values: Values) => (await query(sql, values.all))[0] ?? {}
  return {
    facts: async (seen) => {
      const values = new Values()
      const row = await one(
        `WITH ${usedWeeks(values, team, seen)}
SELECT (SELECT COUNT(DISTINCT rep) FROM chosen WHERE entries > 0) AS reps, (SELECT COUNT(DISTINCT rep) FROM used) AS counted,
  (SELECT COUNT(*) FROM used) AS cells, (SELECT MAX(arrived) FROM chosen) AS latest, ${NOW} AS now`,
        values,
      )
      return {
        reps: numberOf(row.reps),
        counted: numberOf(row.counted),
        cells: numberOf(row.cells),
        latest: numberOf(row.latest),
        now: numberOf(row.now),
      }
    },
    apart: async (first, second, weeks) => {
      const values = new Values()
      const sides = [['_one', first] as const, ...(second ? [['_other', second] as const] : [])]
      const tables = sides.map(([as, seen]) => usedWeeks(values, team, seen, as))
      const within = `week IN (${weeks.map((week) => values.text(week)).join(', ')})`
      const cells = sides.map(
        ([as], side) => `SELECT rep, week, pack, ${side} AS side FROM used${as} WHERE ${within}`,
      )
      const row = await one(
        `WITH ${tables.join(', ')}
SELECT COUNT(DISTINCT rep) AS reps, MIN(rep) AS only, ${countIf('side = 1')} AS lost FROM (
  SELECT rep, MIN(side) AS side FROM (${cells.join(' UNION ALL ')}) cells GROUP BY rep, week, pack HAVING COUNT(*) = 1) differing`,
        values,
      )
      const reps = numberOf(row.reps)
      return { reps, only: reps === 1 ? String(row.only) : null, lost: numberOf(row.lost) }
    },
    tally: (scope, answered) => tallyIn(query, team, scope, answered),
    beyond: (scope, reports) => beyondIn(query, team, scope, reports),
    outside: async (scope, limits) => {
      const values = new Values()
      const row = await one(
        `WITH ${usedWeeks(values, team, { scope })}, ${contactsIn(values, team, { weeks: 'used', columns: ['rep', 'felt_before', 'felt_after'] })}, ${FELT},
shares AS (
  SELECT CAST(${sumOf('CASE WHEN felt_after >= 1 THEN 1 ELSE 0 END')} AS NUMERIC) AS k, CAST(COUNT(*) AS NUMERIC) AS n
  FROM felt GROUP BY rep HAVING COUNT(*) >= ${LEAST_ENTRIES}),
apart AS (
  SELECT n, 2 * ABS(k * ${values.number(limits.n)} - n * ${values.number(limits.k)}) - ${values.number(limits.n)} AS beyond
  FROM shares)
SELECT COUNT(*) AS reps FROM apart WHERE beyond > 0
  AND 1000 * beyond * beyond > 4 * n * ${values.number(squaredThousandths(limits))} * ${values.number(limits.k)} * ${values.number(limits.n - limits.k)}`,
        values,
      )
      return numberOf(row.reps)
    },
  }
}
