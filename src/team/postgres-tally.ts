import { BLOCKERS, CHANNELS, MOMENTS } from '../model/vocabulary.ts'
import { numberOf, type Query, type Row, Values } from './engine.ts'
import {
  contactsIn,
  countIf,
  FELT,
  freshWeeks,
  sumOf,
  usedWeeks,
  type Wanted,
} from './postgres-sql.ts'
import { TEXT_KINDS, type TextKind } from './rows.ts'
import type { Scope, Seen } from './store.ts'
import {
  type Fresh,
  LEAST_ENTRIES,
  MOST_TEXTS,
  type Parts,
  type SharedText,
  type Tally,
  type Texts,
} from './tally.ts'

/** Returns the tally of a team, made in the engine: what comes over the line does not grow with the team. */
export async function tallyIn(
  query: Query,
  team: string,
  scope: Scope,
  answered: readonly string[],
): Promise<Tally> {
  const counts = await countsIn(query, team, scope)
  const parts = partsOf(await partRows(query, team, scope))
  const texts = await textsIn(query, team, scope, answered)
  return { ...counts, ...parts, texts }
}

const COUNTS = {
  entries: 'COUNT(*)',
  felt: countIf(known('true')),
  arrivedUnhappy: countIf(known('felt_before <= -1')),
  arrivedUnhappyLeftWell: countIf(known('felt_before <= -1 AND felt_after >= 1')),
  arrivedFine: countIf(known('felt_before >= 0')),
  slipped: countIf(known('felt_before >= 0 AND felt_after <= -1')),
  leftWell: countIf(known('felt_after >= 1')),
  guesses: countIf(known('guess = 1')),
  steps: sumOf('steps'),
  passedOn: sumOf('passed_on'),
  checkedBack: sumOf('checked_back'),
  needed: sumOf('needed'),
  gap: countIf('needed = 1 AND had = 0'),
} as const

const SUMS = {
  leftUnhappyNothingPlanned: sumOf('nothing_planned'),
  outOfSight: sumOf('out_of_sight'),
  due: sumOf('due'),
  onTime: sumOf('on_time'),
  late: sumOf('late'),
  overdue: sumOf('overdue'),
} as const

const JUDGED = `SELECT COUNT(*) FROM (SELECT rep FROM felt GROUP BY rep HAVING COUNT(*) >= ${LEAST_ENTRIES}) each_rep`

function known(condition: string): string {
  return `felt_before IS NOT NULL AND felt_after IS NOT NULL AND ${condition}`
}

const COUNTED: Wanted = {
  weeks: 'used',
  columns: [
    ...['rep', 'felt_before', 'felt_after', 'guess', 'steps'],
    ...['passed_on', 'checked_back', 'needed', 'had'],
  ],
}

type Counts = Record<keyof typeof COUNTS | keyof typeof SUMS | 'judged', number>

async function countsIn(query: Query, team: string, scope: Scope): Promise<Counts> {
  const values = new Values()
  const [row = {}] = await query(
    `WITH ${usedWeeks(values, team, { scope })}, ${contactsIn(values, team, COUNTED)}, ${FELT}
SELECT a.*, b.*, (${JUDGED}) AS "judged"
FROM (SELECT ${named(COUNTS)} FROM contacts) a CROSS JOIN (SELECT ${named(SUMS)} FROM used) b`,
    values.all,
  )
  const names = [...Object.keys(COUNTS), ...Object.keys(SUMS), 'judged']
  return Object.fromEntries(names.map((name) => [name, numberOf(row[name])])) as Counts
}

function named(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, sql]) => `${sql} AS "${name}"`)
    .join(', ')
}

/** Returns the parts of what the scope holds and none of the reports holds. */
export async function beyondIn(
  query: Query,
  team: string,
  scope: Scope,
  reports: readonly Seen[],
): Promise<Fresh> {
  const rows = await partRows(query, team, scope, reports)
  const reps = numberOf(rows.find(({ part }) => part === 'reps')?.reps)
  return { reps, ...partsOf(rows) }
}

const GROUPED: Wanted = {
  weeks: 'fresh',
  columns: [
    ...['rep', 'channel', 'moment', 'felt_before', 'felt_after'],
    ...['blockers', 'customer', 'coded'],
  ],
}

async function partRows(
  query: Query,
  team: string,
  scope: Scope,
  beyond: readonly Seen[] = [],
): Promise<readonly Row[]> {
  const values = new Values()
  // Counted rep by rep first: telling reps apart in every group would sort all contacts once more.
  const group = (part: string) =>
    `SELECT '${part}' AS part, word, COUNT(*) AS reps, ${sumOf('k')} AS k, ${sumOf('n')} AS n, CAST(0 AS BIGINT) AS uncoded FROM (
  SELECT ${part} AS word, ${countIf('felt_after >= 1')} AS k, COUNT(*) AS n FROM felt WHERE ${part} IS NOT NULL GROUP BY ${part}, rep) by_rep GROUP BY word`
  return query(
    `WITH ${freshWeeks(values, team, scope, beyond)}, ${contactsIn(values, team, GROUPED)}, ${FELT},
words (word) AS (VALUES ${BLOCKERS.map((word) => `(${values.text(word)})`).join(', ')})
${group('channel')} UNION ALL ${group('moment')} UNION ALL
SELECT 'blocker' AS part, w.word, COUNT(DISTINCT c.rep) AS reps, COUNT(DISTINCT c.customer) AS k, COUNT(*) AS n, ${countIf('c.coded = 0')} AS uncoded
FROM (SELECT * FROM contacts WHERE blockers <> '||') c JOIN words w ON POSITION('|' || w.word || '|' IN c.blockers) > 0 GROUP BY w.word UNION ALL
SELECT 'reps' AS part, '' AS word, COUNT(*) AS reps, 0 AS k, 0 AS n, 0 AS uncoded FROM (SELECT rep FROM contacts GROUP BY rep) each_rep`,
    values.all,
  )
}

function partsOf(rows: readonly Row[]): Parts {
  return {
    channels: CHANNELS.flatMap((word) => groupIn(rows, 'channel', word)),
    moments: MOMENTS.flatMap((word) => groupIn(rows, 'moment', word)),
    blockers: BLOCKERS.flatMap((word) =>
      groupIn(rows, 'blocker', word).map(({ reps, k: customers, n: count, uncoded }) => ({
        word,
        reps,
        count,
        customers,
        uncoded,
      })),
    ),
  }
}

function groupIn<Word extends string>(rows: readonly Row[], part: string, word: Word) {
  const row = rows.find((each) => each.part === part && each.word === word)
  if (!row) return []
  const [reps, k, n, uncoded] = [row.reps, row.k, row.n, row.uncoded].map(numberOf)
  return [
    { word, reps: reps ?? 0, k: k ?? 0, n: n ?? 0, ...(part === 'blocker' && { uncoded }) },
  ] as { word: Word; reps: number; k: number; n: number; uncoded: number }[]
}

async function textsIn(
  query: Query,
  team: string,
  scope: Scope,
  answered: readonly string[],
): Promise<Tally['texts']> {
  const said = await oldest(
    query,
    { team, scope, weeks: 'used' },
    (values) => `t.kind <> ${values.text('support')}`,
  )
  const everyone = { team, scope: scope.map(({ week }) => ({ week })), weeks: 'chosen' } as const
  const asks = await oldest(query, everyone, (values) => {
    // A hash has a fixed length, so that one text can hold all that were answered.
    const open = `POSITION(t.hash IN ${values.text(answered.join(' '))}) = 0`
    return `t.kind = ${values.text('support')} AND ${open}`
  })
  const rows = [...said, ...asks]
  return Object.fromEntries(TEXT_KINDS.map((kind) => [kind, textsOf(rows, kind)])) as Record<
    TextKind,
    Texts
  >
}

/** Returns at most twenty texts of each kind, oldest first; people to thank are named once. */
async function oldest(
  query: Query,
  { team, scope, weeks }: { team: string; scope: Scope; weeks: 'used' | 'chosen' },
  which: (values: Values) => string,
): Promise<readonly Row[]> {
  const values = new Values()
  const wanted: Wanted = { weeks, columns: ['pack', 'hash', 'week'] }
  return query(
    `WITH ${usedWeeks(values, team, { scope })}, ${contactsIn(values, team, wanted)},
said AS (
  SELECT t.kind, t.week, t.hash, t.text, t.more, t.share, t.spot,
    CASE WHEN t.kind = 'thanks' THEN ROW_NUMBER() OVER (PARTITION BY t.kind, t.text, t.more ORDER BY t.spot) ELSE 1 END AS occasion
  FROM afterword_texts t JOIN contacts c ON c.pack = t.pack AND c.hash = t.hash AND c.week = t.week
  WHERE t.team = ${values.text(team)} AND ${which(values)}),
numbered AS (
  SELECT s.*, COUNT(*) OVER (PARTITION BY s.kind) AS total, ROW_NUMBER() OVER (PARTITION BY s.kind ORDER BY s.spot) AS turn
  FROM said s WHERE s.occasion = 1)
SELECT kind, week, hash, text, more, share, total, turn FROM numbered WHERE turn <= ${MOST_TEXTS} ORDER BY kind, turn`,
    values.all,
  )
}

function textsOf(rows: readonly Row[], kind: TextKind): Texts {
  const own = rows.filter((row) => row.kind === kind)
  return { total: numberOf(own[0]?.total), shown: own.map(sharedText) }
}

function sharedText({ week, hash, text, more, share }: Row): SharedText {
  return { week, hash, text, more, share } as SharedText
}
