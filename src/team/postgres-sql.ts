import type { Values } from './engine.ts'
import type { Scope, Seen } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

const ANY_TIME = '9223372036854775807'

// The same choice as choose.ts makes in memory: for each rep and week the newest pack that covers it; of those the
// reps with enough entries; of their contacts each once.

/** Returns the common beginning of every question: the tables scope, allowed, chosen and used, with `as` at the end of their names. */
export function usedWeeks(
  values: Values,
  team: string,
  { scope, at }: Seen,
  as: '' | '_one' | '_other' | `_told${number}` = '',
): string {
  const source = at === undefined ? 'afterword_weeks' : weeksAt(values, team, at)
  return `scope${as} (week, until, fewest) AS (VALUES ${scopeRows(values, scope)}),
allowed${as} AS (
  SELECT w.*, s.fewest, ROW_NUMBER() OVER (PARTITION BY w.rep, w.week ORDER BY w.made DESC, w.pack DESC) AS turn
  FROM ${source} w JOIN scope${as} s ON s.week = w.week
  WHERE w.team = ${values.text(team)} AND w.arrived <= s.until),
chosen${as} AS (
  SELECT a.*, SUM(a.entries) OVER (PARTITION BY a.rep) AS of_rep
  FROM allowed${as} a WHERE a.turn = 1 AND a.entries >= a.fewest),
used${as} AS (SELECT * FROM chosen${as} WHERE of_rep >= ${LEAST_ENTRIES})`
}

function scopeRows(values: Values, scope: Scope): string {
  return scope
    .map(
      ({ week, by, least }) =>
        `(${values.text(week)}, ${values.number(by ?? ANY_TIME)}, ${values.number(least ?? 0)})`,
    )
    .join(', ')
}

/** Returns the tables of usedWeeks, and fresh: those of the used weeks that none of the reports holds. */
export function freshWeeks(
  values: Values,
  team: string,
  scope: Scope,
  reports: readonly Seen[],
): string {
  const told = reports.map((seen, at) => usedWeeks(values, team, seen, `_told${at}`))
  const names = ['used', ...reports.map((_, at) => `used_told${at}`)]
  const cells = names.map((name) => `SELECT pack, rep, week, made FROM ${name}`)
  return [usedWeeks(values, team, { scope }), ...told, `fresh AS (${cells.join(' EXCEPT ')})`].join(
    ',\n',
  )
}

/** What decides which reports a week of a pack was in. */
export const CELL = 'pack, rep, week, made, arrived, entries'

/** Returns the weeks as they were at a time: those that are there, and those that have gone since. */
function weeksAt(values: Values, team: string, at: number): string {
  const own = `WHERE team = ${values.text(team)}`
  return `(SELECT team, ${CELL} FROM afterword_weeks ${own} UNION ALL SELECT team, ${CELL} FROM afterword_gone ${own} AND gone > ${values.number(at)})`
}

/** What a question needs of the contacts: every column more makes the engine sort and keep more. */
export interface Wanted {
  readonly weeks: 'used' | 'chosen' | 'fresh'
  readonly columns: readonly string[]
}

/** Returns the table contacts: the contacts of the weeks in a table, each once. */
export function contactsIn(values: Values, team: string, { weeks, columns }: Wanted): string {
  const own = columns.map((column) => `c.${column}`).join(', ')
  return `contacts AS (
  SELECT ${columns.join(', ')} FROM (
    SELECT ${own}, ROW_NUMBER() OVER (PARTITION BY c.rep, c.hash ORDER BY u.made DESC, u.pack DESC) AS turn
    FROM afterword_contacts c JOIN ${weeks} u ON u.pack = c.pack AND u.week = c.week AND u.rep = c.rep
    WHERE c.team = ${values.text(team)}) each_contact
  WHERE turn = 1)`
}

/** Those of the contacts whose two feelings are known. */
export const FELT =
  'felt AS (SELECT * FROM contacts WHERE felt_before IS NOT NULL AND felt_after IS NOT NULL)'

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
