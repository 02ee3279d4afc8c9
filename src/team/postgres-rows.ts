import type { Pack } from '../handover/pack.ts'
import { formatPack } from '../handover/pack-file.ts'
import { type Query, Values } from './engine.ts'
import { CELL } from './postgres-sql.ts'
import type { ContactRow, TextRow, WeekRow } from './rows.ts'
import { rowsOf } from './rows.ts'

// A statement takes at most 65,535 values.
const ROWS_AT_ONCE = 500

type Cell = string | number | boolean | null
type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

const PACKS: readonly Column<{ pack: Pack; arrived: number }>[] = [
  ['id', ({ pack }) => pack.exportId],
  ['rep', ({ pack }) => pack.rep],
  ['period', ({ pack }) => pack.period.name],
  ['made', ({ pack }) => pack.made],
  ['entries', ({ pack }) => pack.entries.length],
  ['arrived', ({ arrived }) => arrived],
  ['sha256', ({ pack }) => pack.sha256],
  ['body', ({ pack }) => formatPack(pack)],
]

const WEEKS: readonly Column<WeekRow>[] = [
  ['id', ({ pack, week }) => `${pack}:${week}`],
  ['pack', ({ pack }) => pack],
  ['rep', ({ rep }) => rep],
  ['week', ({ week }) => week],
  ['made', ({ made }) => made],
  ['arrived', ({ arrived }) => arrived],
  ['entries', ({ entries }) => entries],
  ['nothing_planned', (row) => row.leftUnhappyNothingPlanned],
  ['out_of_sight', ({ outOfSight }) => outOfSight],
  ['due', ({ due }) => due],
  ['on_time', ({ onTime }) => onTime],
  ['late', ({ late }) => late],
  ['overdue', ({ overdue }) => overdue],
]

const CONTACTS: readonly Column<ContactRow>[] = [
  ['id', ({ pack, hash }) => `${pack}:${hash}`],
  ['pack', ({ pack }) => pack],
  ['rep', ({ rep }) => rep],
  ['week', ({ week }) => week],
  ['hash', ({ hash }) => hash],
  ['channel', ({ channel }) => channel],
  ['moment', ({ moment }) => moment],
  ['felt_before', ({ before }) => before],
  ['felt_after', ({ after }) => after],
  ['guess', ({ guess }) => guess],
  ['steps', ({ steps }) => steps],
  ['passed_on', ({ passedOn }) => passedOn],
  ['checked_back', ({ checkedBack }) => checkedBack],
  ['needed', ({ needed }) => needed],
  ['had', ({ had }) => had],
  ['coded', ({ coded }) => coded],
  ['blockers', ({ blockers }) => `|${blockers.join('|')}|`],
  ['customer', ({ customer }) => customer],
]

const TEXTS: readonly Column<TextRow>[] = [
  ['id', ({ pack, spot }) => `${pack}:${spot}`],
  ['pack', ({ pack }) => pack],
  ['rep', ({ rep }) => rep],
  ['week', ({ week }) => week],
  ['hash', ({ hash }) => hash],
  ['kind', ({ kind }) => kind],
  ['spot', ({ spot }) => spot],
  ['text', ({ text }) => text],
  ['more', ({ more }) => more],
  ['share', ({ share }) => share],
]

/** Puts a pack and its rows in; the pack's own row first, so that somebody else's under the same id stops the rest. Returns whether it was new. */
export async function insertPack(
  query: Query,
  team: string,
  pack: Pack,
  arrived: number,
): Promise<boolean> {
  const [head] = await insert(query, team, 'afterword_packs', PACKS, [{ pack, arrived }])
  if (!head) return false
  const { weeks, contacts, texts } = rowsOf(pack, arrived)
  await insert(query, team, 'afterword_weeks', WEEKS, weeks)
  await insert(query, team, 'afterword_contacts', CONTACTS, contacts)
  await insert(query, team, 'afterword_texts', TEXTS, texts)
  return true
}

async function insert<Row>(
  query: Query,
  team: string,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<readonly unknown[]> {
  const inserted: unknown[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = new Values()
    const tuples = rows.slice(from, from + ROWS_AT_ONCE).map((row) => {
      const cells = columns.map(([, cell]) => place(values, cell(row)))
      return `(${values.text(team)}, current_user, ${cells.join(', ')})`
    })
    const names = columns.map(([name]) => name).join(', ')
    inserted.push(
      ...(await query(
        `INSERT INTO ${table} (team, owner, ${names}) VALUES ${tuples.join(', ')} ON CONFLICT (team, id) DO NOTHING RETURNING id`,
        values.all,
      )),
    )
  }
  return inserted
}

function place(values: Values, cell: Cell): string {
  if (cell === null) return 'NULL'
  return typeof cell === 'string' ? values.text(cell) : values.number(Number(cell))
}

/** Takes packs of one rep out, and leaves word of which weeks went and when. */
export async function takeOut(
  query: Query,
  { team, rep, ids, gone }: { team: string; rep: string; ids: readonly string[]; gone: number },
): Promise<void> {
  if (ids.length === 0) return
  const own = (values: Values, column: string) =>
    `team = ${values.text(team)} AND rep = ${values.text(rep)} AND ${column} IN (${ids.map((id) => values.text(id)).join(', ')})`
  const stones = new Values()
  const went = stones.number(gone)
  await query(
    `INSERT INTO afterword_gone (team, id, owner, ${CELL}, gone) SELECT team, id || ':' || CAST(${went} AS TEXT), current_user, ${CELL}, ${went} FROM afterword_weeks WHERE ${own(stones, 'pack')}`,
    stones.all,
  )
  for (const table of ['afterword_texts', 'afterword_contacts', 'afterword_weeks']) {
    const values = new Values()
    await query(`DELETE FROM ${table} WHERE ${own(values, 'pack')}`, values.all)
  }
  const packs = new Values()
  await query(`DELETE FROM afterword_packs WHERE ${own(packs, 'id')}`, packs.all)
}
