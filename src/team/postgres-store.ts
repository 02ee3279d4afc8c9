import { Refusal } from '../errors.ts'
import type { Pack } from '../handover/pack.ts'
import { readPack } from '../handover/read-pack.ts'
import { changedPack, isNewer, lineOf, nameTaken, outcomeOf, wrongTeam } from './admission.ts'
import { type Engine, numberOf, type Query, type Row, Values } from './engine.ts'
import { insertPack, takeOut } from './postgres-rows.ts'
import { NOW } from './postgres-sql.ts'
import { viewOfEngine } from './postgres-view.ts'
import type { Added, PackLine, TeamStore, TeamView } from './store.ts'

const LINE = 'id, rep, period, made, entries'

/** The packs of a team in an engine that speaks PostgreSQL's protocol: for teams too big for one machine. */
export class PostgresStore implements TeamStore {
  readonly #engine: Engine
  readonly #team: string

  constructor(engine: Engine, team: string) {
    this.#engine = engine
    this.#team = team
  }

  identity(): Promise<string> {
    return this.#engine.read(async (query) => {
      const [row] = await query(
        "SELECT identity FROM afterword_store WHERE team = '' AND id = 'store'",
      )
      if (row) return `${row.identity} ${this.#team}`
      throw new Refusal(
        `The team store ${this.#engine.name} has no name of its own yet. Whoever looks after it runs: afterword team init --store`,
      )
    })
  }

  async add(packs: readonly Pack[]): Promise<readonly Added[]> {
    const added: Added[] = []
    for (const pack of packs) {
      if (pack.team !== undefined && pack.team !== this.#team) throw wrongTeam(pack, this.#team)
      added.push(await this.#engine.write((query) => push(query, this.#team, pack)))
    }
    return added
  }

  list(): Promise<readonly PackLine[]> {
    return this.#engine.read(async (query) => {
      const sql = `SELECT ${LINE} FROM afterword_packs WHERE team = $1 ORDER BY arrived, id`
      return (await query(sql, [this.#team])).map(lineIn)
    })
  }

  read(exportId: string): Promise<Pack | undefined> {
    return this.#engine.read(async (query) => {
      const row = await find(query, this.#team, exportId)
      return row && readPack(String(row.body), `${row.id} in ${this.#engine.name}`)
    })
  }

  withdraw(exportId: string): Promise<PackLine | undefined> {
    return this.#engine.write(async (query) => {
      const row = await find(query, this.#team, exportId)
      if (!row) return undefined
      const line = lineIn(row)
      const gone = await timeOf(query)
      await takeOut(query, { team: this.#team, rep: line.rep, ids: [line.exportId], gone })
      await freeName(query, this.#team, line.rep)
      return line
    })
  }

  newestWeek(): Promise<string | undefined> {
    return this.#engine.read(async (query) => {
      const sql = 'SELECT MAX(week) AS week FROM afterword_weeks WHERE team = $1 AND entries > 0'
      const week = (await query(sql, [this.#team]))[0]?.week
      return typeof week === 'string' ? week : undefined
    })
  }

  look<T>(work: (view: TeamView) => Promise<T>): Promise<T> {
    return this.#engine.read((query) => work(viewOfEngine(query, this.#team)))
  }

  close(): Promise<void> {
    return this.#engine.close()
  }
}

function lineIn({ id, rep, period, made, entries }: Row): PackLine {
  return {
    exportId: String(id),
    rep: String(rep),
    period: String(period),
    made: String(made),
    entries: numberOf(entries),
  }
}

async function timeOf(query: Query): Promise<number> {
  return numberOf((await query(`SELECT ${NOW} AS now`))[0]?.now)
}

async function find(query: Query, team: string, exportId: string): Promise<Row | undefined> {
  const values = new Values()
  const start = values.text(exportId)
  const rows = await query(
    `SELECT ${LINE}, body FROM afterword_packs WHERE team = ${values.text(team)} AND SUBSTRING(id FROM 1 FOR CHAR_LENGTH(${start})) = ${start} ORDER BY arrived, id LIMIT 2`,
    values.all,
  )
  if (rows.length < 2) return rows[0]
  throw new Refusal(`${exportId} fits 2 packs or more. Type more of it.`)
}

/** Puts the pack in, all of it or nothing: in one transaction, and the same pack a second time changes nothing. */
async function push(query: Query, team: string, pack: Pack): Promise<Added> {
  await claimName(query, team, pack)
  const held = await rivalsOf(query, team, pack)
  if (held.some(({ exportId, sha256 }) => exportId === pack.exportId && sha256 !== pack.sha256))
    throw changedPack(pack)
  const outcome = outcomeOf(pack, held)
  if (outcome === 'known' || outcome === 'older') return { pack: lineOf(pack), outcome }
  const now = await timeOf(query)
  if (!(await insertPack(query, team, pack, now))) throw changedPack(pack)
  const ids = held.filter((other) => isNewer(pack, other)).map(({ exportId }) => exportId)
  await takeOut(query, { team, rep: pack.rep, ids, gone: now })
  return { pack: lineOf(pack), outcome }
}

/** A name belongs to whoever hands over under it first; a rep cannot see that it is taken, only that it is not theirs. */
async function claimName(query: Query, team: string, pack: Pack): Promise<void> {
  const claim = new Values()
  await query(
    `INSERT INTO afterword_reps (team, id, owner, author) VALUES (${claim.text(team)}, ${claim.text(pack.rep)}, current_user, ${claim.text(pack.author)}) ON CONFLICT (team, id) DO NOTHING`,
    claim.all,
  )
  const values = new Values()
  const [own] = await query(
    `SELECT author FROM afterword_reps WHERE team = ${values.text(team)} AND id = ${values.text(pack.rep)}`,
    values.all,
  )
  if (own?.author !== pack.author) throw nameTaken(pack)
}

async function freeName(query: Query, team: string, rep: string): Promise<void> {
  const values = new Values()
  const [t, r] = [values.text(team), values.text(rep)]
  await query(
    `DELETE FROM afterword_reps WHERE team = ${t} AND id = ${r} AND NOT EXISTS (SELECT 1 FROM afterword_packs p WHERE p.team = ${t} AND p.rep = ${r})`,
    values.all,
  )
}

/** Returns the packs the new one is to be held against: those of the same rep and period, and one of the same id. */
async function rivalsOf(query: Query, team: string, pack: Pack) {
  const values = new Values()
  const rows = await query(
    `SELECT ${LINE}, sha256 FROM afterword_packs WHERE team = ${values.text(team)} AND rep = ${values.text(pack.rep)} AND (period = ${values.text(pack.period.name)} OR id = ${values.text(pack.exportId)})`,
    values.all,
  )
  return rows.map((row) => {
    const line = lineIn(row)
    const { author, period } = pack
    return { ...line, author, period: { ...period, name: line.period }, sha256: String(row.sha256) }
  })
}
