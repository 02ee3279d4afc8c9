import { type Engine, Values } from './engine.ts'

export const REP_ROLE = 'afterword_rep'
export const COACH_ROLE = 'afterword_coach'

const BITS = ['guess', 'steps', 'passed_on', 'checked_back', 'needed', 'had', 'coded'] as const

// Plain tables: ids made by the client, one key for all (team, id), no sequences, nothing only one engine knows.
const TABLES: Readonly<Record<string, readonly string[]>> = {
  afterword_reps: ['author TEXT NOT NULL'],
  afterword_packs: [
    'rep TEXT NOT NULL',
    'period TEXT NOT NULL',
    'made TEXT NOT NULL',
    'entries BIGINT NOT NULL',
    'arrived BIGINT NOT NULL',
    'sha256 TEXT NOT NULL',
    'body TEXT NOT NULL',
  ],
  afterword_weeks: [
    'pack TEXT NOT NULL',
    'rep TEXT NOT NULL',
    'week TEXT NOT NULL',
    'made BIGINT NOT NULL',
    'arrived BIGINT NOT NULL',
    ...['entries', 'nothing_planned', 'out_of_sight', 'due', 'on_time', 'late', 'overdue'].map(
      (column) => `${column} BIGINT NOT NULL`,
    ),
  ],
  afterword_contacts: [
    'pack TEXT NOT NULL',
    'rep TEXT NOT NULL',
    'week TEXT NOT NULL',
    'hash TEXT NOT NULL',
    'channel TEXT NOT NULL',
    'moment TEXT',
    'felt_before BIGINT',
    'felt_after BIGINT',
    ...BITS.map((column) => `${column} BIGINT NOT NULL`),
    'blockers TEXT NOT NULL',
    'customer TEXT',
  ],
  afterword_texts: [
    'pack TEXT NOT NULL',
    'rep TEXT NOT NULL',
    'week TEXT NOT NULL',
    'hash TEXT NOT NULL',
    'kind TEXT NOT NULL',
    'spot TEXT NOT NULL',
    'text TEXT NOT NULL',
    'more TEXT',
    'share TEXT',
  ],
  afterword_gone: [
    'pack TEXT NOT NULL',
    'rep TEXT NOT NULL',
    'week TEXT NOT NULL',
    'made BIGINT NOT NULL',
    'arrived BIGINT NOT NULL',
    'entries BIGINT NOT NULL',
    'gone BIGINT NOT NULL',
  ],
}

// One row: what the store is called by whoever remembers it, whatever address leads there.
const STORE =
  'CREATE TABLE IF NOT EXISTS afterword_store (team TEXT NOT NULL, id TEXT NOT NULL, identity TEXT NOT NULL, PRIMARY KEY (team, id))'

// Weeks are looked up for a report, everything of a pack once its week was chosen: so a report's work grows with the
// contacts it counts, whatever the engine guesses of the rest.
const INDEXES = [
  ['packs', 'rep'],
  ['weeks', 'week, rep'],
  ['gone', 'week, rep'],
  ['contacts', 'pack, week'],
  ['texts', 'pack, hash'],
].map(
  ([name, columns]) =>
    `CREATE INDEX IF NOT EXISTS afterword_${name}_found ON afterword_${name} (team, ${columns})`,
)

/** Returns the statements that make the tables, where they are not there yet. */
export function tableStatements(): string[] {
  const tables = Object.entries(TABLES).map(
    ([name, columns]) =>
      `CREATE TABLE IF NOT EXISTS ${name} (team TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, ${columns.join(', ')}, PRIMARY KEY (team, id))`,
  )
  return [...tables, STORE, ...INDEXES]
}

/** Returns the statements that say who may do what: a rep insert and withdraw their own, a coach read. */
export function rightsStatements(): string[] {
  const each = Object.keys(TABLES).flatMap((name) => [
    `REVOKE ALL ON ${name} FROM PUBLIC`,
    `GRANT SELECT ON ${name} TO ${COACH_ROLE}`,
    `GRANT ${name === 'afterword_gone' ? 'INSERT' : 'SELECT, INSERT, DELETE'} ON ${name} TO ${REP_ROLE}`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    ...policy(name, 'coach', `FOR SELECT TO ${COACH_ROLE} USING (true)`),
    ...policy(
      name,
      'rep',
      `TO ${REP_ROLE} USING (owner = current_user) WITH CHECK (owner = current_user)`,
    ),
  ])
  return [
    ...each,
    'REVOKE ALL ON afterword_store FROM PUBLIC',
    `GRANT SELECT ON afterword_store TO ${COACH_ROLE}, ${REP_ROLE}`,
  ]
}

function policy(table: string, who: string, rest: string): string[] {
  const name = `${table}_${who}`
  return [`DROP POLICY IF EXISTS ${name} ON ${table}`, `CREATE POLICY ${name} ON ${table} ${rest}`]
}

/** Makes tables, roles and rights, and names the store; running it again changes nothing. Returns what was new among the roles. */
export async function initTeam(engine: Engine, identity: string): Promise<readonly string[]> {
  const rows = await engine.read((query) =>
    query('SELECT rolname FROM pg_roles WHERE rolname IN ($1, $2)', [REP_ROLE, COACH_ROLE]),
  )
  const known = new Set(rows.map(({ rolname }) => String(rolname)))
  const missing = [REP_ROLE, COACH_ROLE].filter((role) => !known.has(role))
  await engine.run([
    ...missing.map((role) => `CREATE ROLE ${role}`),
    ...tableStatements(),
    ...rightsStatements(),
  ])
  const values = new Values()
  await engine.write((query) =>
    query(
      `INSERT INTO afterword_store (team, id, identity) VALUES ('', 'store', ${values.text(identity)}) ON CONFLICT (team, id) DO NOTHING`,
      values.all,
    ),
  )
  return missing
}
