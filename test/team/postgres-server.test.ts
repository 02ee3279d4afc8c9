import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Pack } from '../../src/handover/pack.ts'
import type { Engine } from '../../src/team/engine.ts'
import { openEngine } from '../../src/team/postgres-engine.ts'
import { PostgresStore } from '../../src/team/postgres-store.ts'
import { initTeam } from '../../src/team/postgres-tables.ts'
import { aFolder, afterword } from '../afterword.ts'
import { describeWhere } from '../programs.ts'
import { coachOf, coachWith, memoryKeep, packsOf } from './samples.ts'

// A real server, many connections at once, and a command that crashes it and starts it again: .ci/postgres.sh gives both.
const ADMIN = process.env.TEST_POSTGRES ?? ''
const CRASH = process.env.TEST_POSTGRES_CRASH ?? ''
const REPS = 50
const team = `team-${randomBytes(4).toString('hex')}`

/** Returns the server's address for another user. */
function addressFor(user: string, password = 'right'): string {
  const url = new URL(ADMIN)
  url.username = user
  url.password = password
  return url.href
}

async function withStore<T>(
  address: string,
  work: (store: PostgresStore) => Promise<T>,
): Promise<T> {
  const engine = await openEngine(address)
  try {
    return await work(new PostgresStore(engine, team))
  } finally {
    await engine.close()
  }
}

const describeServer = describeWhere(
  ADMIN !== '' && CRASH !== '',
  'PostgreSQL: .ci/postgres.sh npx vitest run test/team',
)

describeServer('a real server', () => {
  const packs = packsOf(REPS)
  const users = packs.map((_, at) => `${team.replace('-', '_')}_rep_${at + 1}`)
  const coach = `${team.replace('-', '_')}_coach`

  beforeAll(async () => {
    const engine = await openEngine(ADMIN)
    await initTeam(engine, 'store0000001')
    await engine.run([
      ...users.map((user) => `CREATE ROLE ${user} LOGIN PASSWORD 'right' IN ROLE afterword_rep`),
      `CREATE ROLE ${coach} LOGIN PASSWORD 'right' IN ROLE afterword_coach`,
    ])
    await engine.close()
  }, 60_000)

  afterAll(async () => {
    const engine = await openEngine(ADMIN)
    await engine.run([
      ...['reps', 'packs', 'weeks', 'contacts', 'texts', 'gone'].map(
        (table) => `DELETE FROM afterword_${table} WHERE team LIKE '${team}%'`,
      ),
      ...[...users, coach].map((user) => `DROP ROLE IF EXISTS ${user}`),
    ])
    await engine.close()
  })

  it('takes fifty reps at once, each pack once', async () => {
    const push = (at: number) =>
      withStore(addressFor(users[at] ?? ''), (store) => store.add(packs.slice(at, at + 1)))
    const twice = [...packs.keys(), ...packs.keys()]
    const added = (await Promise.all(twice.map(push))).flat()
    expect(added.filter(({ outcome }) => outcome === 'added')).toHaveLength(REPS)
    expect(added.filter(({ outcome }) => outcome === 'known')).toHaveLength(REPS)
  }, 60_000)

  it('tells a coach what a folder tells, to the byte', async () => {
    const folder = await (await coachWith(packs)).report()
    const figures = await withStore(addressFor(coach), (store) =>
      coachOf(store, memoryKeep()).report(),
    )
    expect(JSON.stringify(figures)).toBe(JSON.stringify(folder))
  }, 60_000)

  it('tells the same bytes as a folder through the program, in every format', () => {
    const [local, remote] = [aFolder(), aFolder()]
    const out = aFolder()
    const made = join(aFolder(), 'reps')
    const address = new URL(ADMIN)
    address.searchParams.set('team', `${team} demo`)
    const store = ['--store', address.href]
    const run = (home: string, ...args: string[]) => {
      const { status, stderr } = afterword(home, args)
      expect([status, stderr]).toEqual([0, expect.not.stringContaining('afterword:')])
    }
    run(local, 'demo', '--reps', '6', '--keep', made)
    run(local, 'team', 'add', made)
    run(remote, 'team', 'add', made, ...store)
    for (const period of ['2026-W46', '2026-11'])
      for (const format of ['json', 'text', 'html', 'markdown', 'csv']) {
        const flags = ['team', 'report', period, '--format', format, '--out']
        const [one = '', other = ''] = ['folder', 'engine'].map((name) =>
          join(out, `${name}-${period}.${format}`),
        )
        run(local, ...flags, one)
        run(remote, ...flags, other, ...store)
        expect(spawnSync('cmp', [one, other]).status).toBe(0)
        expect(readFileSync(one, 'utf8')).toMatch(/Not for hiring, ranking, pay or discipline/)
      }
  }, 180_000)

  it('keeps nothing of a push that is cut off, and takes it when it is tried again', async () => {
    const [late] = packsOf(1, 9, { week: '2026-W47' })
    const rep = addressFor(users[0] ?? '')
    const before = await withStore(rep, (store) => store.list())
    const cutOff = pushing(rep, late, () => endSessionsOf(users[0] ?? ''))
    await expect(cutOff).rejects.toThrow(/do it again/)
    await withStore(rep, async (store) => {
      expect(await store.list()).toEqual(before)
      expect((await store.add(late ? [late] : []))[0]?.outcome).toBe('added')
      expect(await store.list()).toHaveLength(before.length + 1)
    })
  }, 60_000)

  it('keeps nothing of a push in the middle of which the server goes down, and loses nothing it had', async () => {
    const [late] = packsOf(1, 9, { week: '2026-W48' })
    const rep = addressFor(users[0] ?? '')
    const before = await withStore(rep, (store) => store.list())
    await expect(pushing(rep, late, crash)).rejects.toThrow(/do it again|starting or stopping/)
    await withStore(rep, async (store) => {
      expect(await store.list()).toEqual(before)
      expect(await countOf('contacts', late?.exportId ?? '')).toBe(0)
      expect((await store.add(late ? [late] : []))[0]?.outcome).toBe('added')
      expect(await countOf('contacts', late?.exportId ?? '')).toBe(9)
    })
  }, 60_000)

  it('lets a coach read and nothing more', async () => {
    const [pack] = packsOf(1, 5, { week: '2026-W49' })
    await withStore(addressFor(coach), async (store) => {
      expect((await store.list()).length).toBeGreaterThanOrEqual(REPS)
      await expect(store.withdraw(packs[0]?.exportId ?? '')).rejects.toThrow(/may not do that/)
      await expect(store.add(pack ? [pack] : [])).rejects.toThrow(/may not do that/)
    })
  })

  it('refuses a wrong password without repeating it', async () => {
    const wrong = withStore(addressFor(users[0] ?? '', 'wrong-one'), (store) => store.list())
    await expect(wrong).rejects.toThrow(/refuses the user name or password/)
    await expect(wrong).rejects.not.toThrow(/wrong-one/)
  })

  it('keeps one rep from another', async () => {
    await withStore(addressFor(users[1] ?? ''), async (store) => {
      expect(await store.list()).toHaveLength(1)
      expect(await store.withdraw(packs[0]?.exportId ?? '')).toBeUndefined()
    })
  })
})

/** Pushes a pack to the server at an address, and half-way through does something else. */
async function pushing(
  address: string,
  pack: Pack | undefined,
  halfway: () => Promise<void> | void,
): Promise<unknown> {
  const engine = await openEngine(address)
  const write: Engine['write'] = (work) =>
    engine.write((query) =>
      work(async (sql, values) => {
        if (sql.includes('INTO afterword_contacts')) await halfway()
        return query(sql, values)
      }),
    )
  try {
    return await new PostgresStore({ ...engine, write }, team).add(pack ? [pack] : [])
  } finally {
    await engine.close()
  }
}

function crash(): void {
  const { status } = spawnSync('bash', ['-c', CRASH], { stdio: 'ignore', timeout: 50_000 })
  if (status !== 0) throw new Error(`the server did not come back: ${status}`)
}

/** Returns how many rows of a pack the server holds. */
async function countOf(table: string, pack: string): Promise<number> {
  const engine = await openEngine(ADMIN)
  try {
    const sql = `SELECT COUNT(*) AS n FROM afterword_${table} WHERE team = $1 AND pack = $2`
    return Number((await engine.read((query) => query(sql, [team, pack])))[0]?.n)
  } finally {
    await engine.close()
  }
}

async function endSessionsOf(user: string): Promise<void> {
  const engine = await openEngine(ADMIN)
  await engine.read((query) =>
    query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [user]),
  )
  await engine.close()
}
