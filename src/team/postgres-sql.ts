import type { Values } from './engine.ts'
import type { Reference, Scope } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

const ANY_TIME = '9223372036854775807'

// The same choice as choose.ts makes in memory: for each rep and week the newest pack that covers it; of those the
// reps with enough entries; of their contacts each once.

/** Returns the common beginning of every question: the tables scope, chosen and used. */
export function usedWeeks(values: Values, team: string, scope: Scope): string {
  const weeks = scope.map(
    ({ week, by, least }) =>
      `(${values.text(week)}, ${values.number(by ?? ANY_TIME)}, ${values.number(least ?? 0)})`,
  )
  return `scope (week, until, fewest) AS (VALUES ${weeks.join(', ')}),
allowed AS (
  SELECT w.*, s.fewest, ROW_NUMBER() OVER (PARTITION BY w.rep, w.week ORDER BY w.made DESC, w.pack DESC) AS turn
  FROM afterword_weeks w JOIN scope s ON s.week = w.week
  WHERE w.team = ${values.text(team)} AND w.arrived <= s.until),
chosen AS (
  SELECT a.*, SUM(a.entries) OVER (PARTITION BY a.rep) AS of_rep
  FROM allowed a WHERE a.turn = 1 AND a.entries >= a.fewest),
used AS (SELECT * FROM chosen WHERE of_rep >= ${LEAST_ENTRIES})`
}

/** Returns the tables contacts and felt: the contacts of the weeks in a table, each once. */
export function contactsIn(values: Values, team: string, weeks: 'used' | 'chosen'): string {
  return `contacts AS (
  SELECT * FROM (
    SELECT c.*, ROW_NUMBER() OVER (PARTITION BY c.rep, c.hash ORDER BY u.made DESC, u.pack DESC) AS turn
    FROM afterword_contacts c JOIN ${weeks} u ON u.pack = c.pack AND u.week = c.week AND u.rep = c.rep
    WHERE c.team = ${values.text(team)}) each_contact
  WHERE turn = 1),
felt AS (SELECT * FROM contacts WHERE felt_before IS NOT NULL AND felt_after IS NOT NULL)`
}

/** Returns the table refs: the weeks of reports that were shown. */
export function references(values: Values, shown: readonly Reference[]): string {
  const weeks = shown.map(
    ({ week, by, since, few }) =>
      `(${values.text(week)}, ${values.number(by)}, ${values.number(since)}, ${values.number(Number(few))})`,
  )
  return `refs (week, until, since, few) AS (VALUES ${weeks.join(', ')})`
}

/** The engine's time in microseconds: one clock for all who hand over. */
export const NOW = 'CAST(EXTRACT(EPOCH FROM CLOCK_TIMESTAMP()) * 1000000 AS BIGINT)'

/** Returns how often a condition holds, as a whole number. */
export function countIf(condition: string): string {
  return `CAST(COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0) AS BIGINT)`
}

/** Returns the sum of a column, as a whole number. */
export function sumOf(column: string): string {
  return `CAST(COALESCE(SUM(${column}), 0) AS BIGINT)`
}
