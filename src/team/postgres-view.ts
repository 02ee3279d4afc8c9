import { numberOf, type Query, Values } from './engine.ts'
import { squaredThousandths } from './limits.ts'
import { contactsIn, NOW, references, sumOf, usedWeeks } from './postgres-sql.ts'
import { tallyIn } from './postgres-tally.ts'
import type { TeamView } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

/** Returns the view of a team whose rows stay in the engine. */
export function viewOfEngine(query: Query, team: string): TeamView {
  const one = async (sql: string, values: Values) => (await query(sql, values.all))[0] ?? {}
  return {
    facts: async (scope) => {
      const values = new Values()
      const row = await one(
        `WITH ${usedWeeks(values, team, scope)}
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
    late: async (scope, shown) => {
      if (shown.length === 0) return 0
      const values = new Values()
      const row = await one(
        `WITH ${usedWeeks(values, team, scope)}, ${references(values, shown)}
SELECT COUNT(DISTINCT u.rep) AS reps FROM used u JOIN refs r ON r.week = u.week
WHERE u.arrived > r.until OR (r.few = 1 AND u.entries < ${LEAST_ENTRIES})`,
        values,
      )
      return numberOf(row.reps)
    },
    gone: async (shown) => {
      if (shown.length === 0) return { reps: 0, cells: 0 }
      const values = new Values()
      const row = await one(
        `WITH ${references(values, shown)}
SELECT COUNT(DISTINCT g.rep) AS reps, COUNT(DISTINCT g.rep || ' ' || g.week) AS cells
FROM afterword_gone g JOIN refs r ON r.week = g.week
WHERE g.team = ${values.text(team)} AND g.arrived <= r.until AND g.gone > r.since`,
        values,
      )
      return { reps: numberOf(row.reps), cells: numberOf(row.cells) }
    },
    tally: (scope, answered) => tallyIn(query, team, scope, answered),
    outside: async (scope, limits) => {
      const values = new Values()
      const row = await one(
        `WITH ${usedWeeks(values, team, scope)}, ${contactsIn(values, team, 'used')},
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
