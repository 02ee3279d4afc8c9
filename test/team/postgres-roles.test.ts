import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/team/engine.ts'
import { PostgresStore } from '../../src/team/postgres-store.ts'
import { startServer, type TestServer } from './pglite.ts'
import { coachOf, entriesOf, memoryKeep, packOf, packsOf } from './samples.ts'

let server: TestServer
let engine: Engine

beforeAll(async () => {
  server = await startServer()
  engine = await server.engine()
  await engine.run([
    'CREATE ROLE ann IN ROLE afterword_rep',
    'CREATE ROLE bo IN ROLE afterword_rep',
    'CREATE ROLE coach IN ROLE afterword_coach',
    'CREATE ROLE stranger',
  ])
}, 60_000)

afterAll(async () => {
  await engine.close()
  await server.stop()
})

/** From here on the connection is somebody's. */
const as = (who: string) => engine.run([`SET ROLE ${who}`])
const store = () => new PostgresStore(engine, 'north')
const [annPack, boPack] = packsOf(2)
const add = (pack: typeof annPack) => store().add(pack ? [pack] : [])

beforeEach(async () => {
  await as('ann')
  await add(annPack)
  await as('bo')
  await add(boPack)
})

afterEach(async () => {
  await engine.run(['RESET ROLE'])
  for (const table of ['reps', 'packs', 'weeks', 'contacts', 'texts', 'gone'])
    await engine.run([`DELETE FROM afterword_${table}`])
})

describe('a rep', () => {
  it('sees and takes back their own packs, and nobody else’s', async () => {
    expect((await store().list()).map(({ rep }) => rep)).toEqual(['rep-2'])
    expect(await store().read(annPack?.exportId ?? '')).toBeUndefined()
    expect(await store().withdraw(annPack?.exportId ?? '')).toBeUndefined()
    expect(await store().withdraw(boPack?.exportId ?? '')).toMatchObject({ rep: 'rep-2' })
    await as('ann')
    expect(await store().list()).toHaveLength(1)
  })

  it('cannot hand over under another’s name, or in place of another’s pack', async () => {
    const twin = packOf(2, entriesOf(2, 6), { rep: 'rep-1' })
    await expect(add(twin)).rejects.toThrow(/two names/)
    const forged = packOf(2, entriesOf(2, 6), {
      exportId: annPack?.exportId ?? '',
      made: '2026-11-18T08:00:00Z',
    })
    await expect(add(forged)).rejects.toThrow(/says something else/)
  })

  it.each([
    `UPDATE afterword_packs SET body = ''`,
    `INSERT INTO afterword_packs SELECT 'north', 'x', 'ann', 'r', 'p', 'm', 1, 1, 's', 'b'`,
    `SELECT * FROM afterword_gone`,
    `DROP TABLE afterword_packs`,
    `CREATE ROLE evil`,
  ])('may not: %s', async (sql) => {
    await expect(engine.run([sql])).rejects.toThrow(/may not do that|refused/)
  })

  it('deletes nothing of others, whatever is typed', async () => {
    await engine.run(['DELETE FROM afterword_contacts', 'DELETE FROM afterword_packs'])
    await as('ann')
    expect(await store().list()).toHaveLength(1)
  })
})

describe('a coach', () => {
  beforeEach(() => as('coach'))

  it('reads every pack and every figure', async () => {
    expect(await store().list()).toHaveLength(2)
    expect((await coachOf(store(), memoryKeep()).report()).reps).toBe(2)
  })

  it('changes nothing', async () => {
    await expect(store().withdraw(annPack?.exportId ?? '')).rejects.toThrow(/may not do that/)
    await expect(add(packOf(3, entriesOf(3, 6)))).rejects.toThrow(/may not do that/)
    await expect(engine.run(['DELETE FROM afterword_packs'])).rejects.toThrow(/may not do that/)
  })
})

describe('anybody else', () => {
  it('sees nothing', async () => {
    await as('stranger')
    await expect(store().list()).rejects.toThrow(/may not do that/)
  })
})
