import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../src/team/postgres-engine.ts'
import { PostgresStore } from '../../src/team/postgres-store.ts'
import { initTeam } from '../../src/team/postgres-tables.ts'
import { coachOf, coachWith, memoryKeep, packsOf } from './samples.ts'

// A real server, many connections at once: TEST_POSTGRES=postgres://admin@127.0.0.1:5432/database
const ADMIN = process.env.TEST_POSTGRES ?? ''
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

describe.skipIf(!ADMIN)('a real server', () => {
  const packs = packsOf(REPS)
  const users = packs.map((_, at) => `${team.replace('-', '_')}_rep_${at + 1}`)
  const coach = `${team.replace('-', '_')}_coach`

  beforeAll(async () => {
    const engine = await openEngine(ADMIN)
    await initTeam(engine)
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
        (table) => `DELETE FROM afterword_${table} WHERE team = '${team}'`,
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

  it('keeps nothing of a push that is cut off, and takes it when it is tried again', async () => {
    const [late] = packsOf(1, 9, { week: '2026-W47' })
    const rep = addressFor(users[0] ?? '')
    const engine = await openEngine(rep)
    const cut = new PostgresStore(
      {
        ...engine,
        write: (work) =>
          engine.write((query) =>
            work(async (sql, values) => {
              if (sql.includes('INTO afterword_contacts')) await endSessionsOf(users[0] ?? '')
              return query(sql, values)
            }),
          ),
      },
      team,
    )
    await expect(cut.add(late ? [late] : [])).rejects.toThrow(/do it again/)
    await engine.close()
    await withStore(rep, async (store) => {
      expect(await store.list()).toHaveLength(1)
      expect((await store.add(late ? [late] : []))[0]?.outcome).toBe('added')
      expect(await store.list()).toHaveLength(2)
    })
  }, 60_000)

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

async function endSessionsOf(user: string): Promise<void> {
  const engine = await openEngine(ADMIN)
  await engine.read((query) =>
    query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [user]),
  )
  await engine.close()
}
