import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/team/engine.ts'
import { openEngine } from '../../src/team/postgres-engine.ts'
import { PostgresStore } from '../../src/team/postgres-store.ts'
import { initTeam } from '../../src/team/postgres-tables.ts'
import { SEED } from '../reports/random-journal.ts'
import { startServer, type TestServer } from './pglite.ts'
import {
  coachOf,
  coachWith,
  entriesOf,
  memoryKeep,
  packOf,
  packsOf,
  period,
  varied,
  variedPacks,
  WEEK,
} from './samples.ts'
import { CROWD, CROWD_START, mixes, packsBy, START, steps, stepsOf, take } from './steps.ts'
import { teamStoreCases } from './store-cases.ts'

let server: TestServer
let engine: Engine

beforeAll(async () => {
  server = await startServer()
  engine = await server.engine()
}, 60_000)

afterAll(async () => {
  await engine.close()
  await server.stop()
})

const TABLES = ['reps', 'packs', 'weeks', 'contacts', 'texts', 'gone']

beforeEach(async () => {
  for (const table of TABLES) await server.db.query(`DELETE FROM afterword_${table}`)
})

const open = (team = 'north') => new PostgresStore(engine, team)
const coach = (team = 'north') => coachOf(open(team), memoryKeep())

describe('packs in PostgreSQL', () => {
  teamStoreCases(async () => open())

  it('are of one team, and another does not see them', async () => {
    await open('north').add(packsOf(3))
    expect(await open('south').list()).toEqual([])
    expect((await coach('south').report()).reps).toBe(0)
  })

  it('free their name when the last of them is withdrawn', async () => {
    const store = open()
    const [pack] = packsOf(1)
    await store.add([packOf(2, entriesOf(2, 5), { rep: 'rep-1' })])
    await expect(store.add(pack ? [pack] : [])).rejects.toThrow(/two names/)
    for (const { exportId } of await store.list()) await store.withdraw(exportId)
    expect((await store.add(pack ? [pack] : []))[0]?.outcome).toBe('added')
  })

  it('leave no row behind when they are withdrawn, but the word that they went', async () => {
    const store = open()
    const [pack] = variedPacks(1, 6)
    await store.add(pack ? [pack] : [])
    await store.withdraw(pack?.exportId ?? '')
    for (const table of TABLES.filter((each) => each !== 'gone')) {
      const { rows } = await server.db.query(`SELECT * FROM afterword_${table}`)
      expect(rows, table).toEqual([])
    }
    const { rows } = await server.db.query<{ week: string }>('SELECT week FROM afterword_gone')
    expect(rows).toEqual([{ week: WEEK }])
  })

  it('go in whole or not at all', async () => {
    const [pack] = variedPacks(1, 6)
    const half: Engine = {
      ...engine,
      write: (work) =>
        engine.write((query) =>
          work((sql, values) => {
            if (sql.includes('INTO afterword_texts')) throw new Error('the power went')
            return query(sql, values)
          }),
        ),
    }
    const store = new PostgresStore(half, 'north')
    await expect(store.add(pack ? [pack] : [])).rejects.toThrow('the power went')
    for (const table of TABLES)
      expect((await server.db.query(`SELECT 1 FROM afterword_${table}`)).rows, table).toEqual([])
    expect((await open().add(pack ? [pack] : []))[0]?.outcome).toBe('added')
  })

  it('are tried again where the engine asks for it', async () => {
    let attempts = 0
    await engine.write(async (query) => {
      attempts++
      await query('SELECT 1')
      if (attempts < 3) throw Object.assign(new Error('restart transaction'), { code: '40001' })
    })
    expect(attempts).toBe(3)
  })

  it('tables, roles and rights can be made again', async () => {
    await open().add(packsOf(3))
    const identity = await open().identity()
    expect(await initTeam(engine, 'another')).toEqual([])
    expect(await open().identity()).toBe(identity)
    expect(await open().list()).toHaveLength(3)
  })
})

describe('a store', () => {
  it('is the same by whatever address it is reached', async () => {
    const other = await openEngine(server.address.replace('127.0.0.1', 'localhost'))
    const memory = memoryKeep()
    const [here, there] = [open(), new PostgresStore(other, 'north')]
    const packs = packsOf(4)
    await here.add(packs)
    await coachOf(here, memory).report()
    await here.withdraw(packs[0]?.exportId ?? '')
    const { withheld } = await coachOf(there, memory).report()
    await other.close()
    expect(withheld).toMatch(/one person/)
  })

  it('is another for another team', async () => {
    expect(await open('north').identity()).not.toBe(await open('south').identity())
  })

  it('without a name of its own says who gives it one', async () => {
    await engine.run(['ALTER TABLE afterword_store RENAME TO kept'])
    await engine.run(['CREATE TABLE afterword_store AS SELECT * FROM kept WHERE false'])
    const refused = coach().report()
    await expect(refused).rejects.toThrow(/team init/)
    await engine.run(['DROP TABLE afterword_store', 'ALTER TABLE kept RENAME TO afterword_store'])
  })
})

describe('a report made in the engine', () => {
  it.each([3, 5, 8])('says the same as from a folder, to the byte: %i reps', async (reps) => {
    const packs = [
      ...variedPacks(reps, 9),
      ...variedPacks(reps, 9).map((_, at) =>
        packOf(at + 1, varied(at + 1, 12, '2026-W47'), { period: period('2026-W47') }),
      ),
      packOf(
        1,
        ['2026-W46', '2026-W47', '2026-W48'].flatMap((week) => varied(1, 6, week)),
        {
          period: period('2026-11'),
          made: '2026-12-01T08:00:00Z',
        },
      ),
    ]
    const [folder, postgres] = [await coachWith(packs), coach()]
    await postgres.store.add(packs)
    for (const name of [WEEK, '2026-W47', '2026-11']) {
      const [one, other] = [await folder.report(name), await postgres.report(name)]
      expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      expect(one.withheld).toBeUndefined()
    }
  })

  it('is withheld, frozen and joined like one from a folder', async () => {
    const steps = async (each: ReturnType<typeof coach>) => {
      const packs = packsOfSteps
      const said: unknown[] = []
      const tell = async () => said.push(await each.report(), await each.report('2026-11'))
      await each.store.add(packs.slice(0, 2))
      await tell()
      await each.store.add(packs.slice(2, 5))
      said.push(await each.report())
      await each.store.add(packs.slice(5, 6))
      await tell()
      await each.store.add(packs.slice(6))
      await tell()
      await each.store.withdraw(packs[0]?.exportId ?? '')
      await tell()
      await each.store.withdraw(packs[1]?.exportId ?? '')
      await tell()
      return said
    }
    const packsOfSteps = variedPacks(8, 7)
    const folder = await steps(await coachWith([]))
    const postgres = await steps(coach())
    expect(JSON.stringify(postgres)).toBe(JSON.stringify(folder))
    expect(JSON.stringify(folder)).toContain('about that person')
  })

  it(`tells what a folder tells whatever comes, goes and comes back (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 8 }), async (more, first) => {
        for (const table of TABLES) await server.db.query(`DELETE FROM afterword_${table}`)
        const [folder, postgres] = [await coachWith([]), coach()]
        for (const step of [...START.slice(0, first), ...more]) {
          const [one, other] = [await take(folder, step), await take(postgres, step)]
          expect(JSON.stringify(other)).toBe(JSON.stringify(one))
        }
      }),
      { seed: SEED, numRuns: 12 },
    )
  }, 120_000)

  it(`hides what a folder hides (seed ${SEED})`, async () => {
    let hidden = 0
    await fc.assert(
      fc.asyncProperty(mixes, stepsOf(CROWD), async (mix, more) => {
        for (const table of TABLES) await server.db.query(`DELETE FROM afterword_${table}`)
        const [folder, postgres] = [await coachWith([]), coach()]
        const packs = packsBy((rep, week) => mix[`${rep} ${week}`])
        for (const step of [...CROWD_START, ...more]) {
          const [one, other] = [await take(folder, step, packs), await take(postgres, step, packs)]
          expect(JSON.stringify(other)).toBe(JSON.stringify(one))
        }
        const remembered = (await folder.memory.read()).shown.map((each) => each.hidden)
        expect((await postgres.memory.read()).shown.map((each) => each.hidden)).toEqual(remembered)
        hidden += remembered.filter((each) => each).length > 1 ? 1 : 0
      }),
      { seed: SEED, numRuns: 20 },
    )
    expect(hidden).toBeGreaterThan(0)
  }, 240_000)

  it('judges the spread the same way', async () => {
    const wells = [19, 18, 20, 19, 2]
    const packs = wells.map((well, at) => packOf(at + 1, entriesOf(at + 1, 20, { well })))
    const postgres = coach()
    await postgres.store.add(packs)
    expect((await postgres.report()).spread?.beyondChance).toBe(true)
  })

  it('leaves answered asks out', async () => {
    const postgres = coach()
    await postgres.store.add(variedPacks(3, 2))
    const { support } = await postgres.report()
    const answered = support.map(({ contact }) => contact).slice(1)
    await postgres.memory.change((memory) => ({ ...memory, answered }))
    expect((await postgres.report()).support).toEqual(support.slice(0, 1))
  })

  it('brings over no more rows and bytes for more reps', async () => {
    const cost = async (reps: number) => {
      const postgres = coach(`team-${reps}`)
      await postgres.store.add(variedPacks(reps, 7))
      const before = { ...server.received }
      const figures = await postgres.report()
      expect(figures).toMatchObject({ counted: reps })
      const { bytes, rows } = server.received
      return { bytes: bytes - before.bytes, rows: rows - before.rows }
    }
    const [few, many] = [await cost(12), await cost(72)]
    expect(many.rows).toBeLessThanOrEqual(few.rows)
    // The same rows with longer numbers in them.
    expect(many.bytes - few.bytes).toBeLessThan(300)
  }, 120_000)
})
