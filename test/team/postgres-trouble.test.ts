import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readAddress } from '../../src/team/address.ts'
import { openEngine } from '../../src/team/postgres-engine.ts'
import { PostgresStore } from '../../src/team/postgres-store.ts'
import { startServer, type TestServer } from './pglite.ts'
import { packsOf } from './samples.ts'

const PATIENCE = { connect: 300, work: 600 }
const SECRET = 'hunter2'
/** What a server says to a session that somebody else ends: an error, its length, severity, code and message. */
const FATAL = Buffer.from('E\0\0\0\x2bSFATAL\0C57P01\0Mterminating connection\0\0', 'latin1')
let servers: Server[] = []

afterEach(() => {
  for (const server of servers) server.close()
  servers = []
})

/** Returns the address of a server that does with a connection what it is told. */
async function serverThat(does: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    does(socket)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return `postgres://ann:${SECRET}@127.0.0.1:${port}/north`
}

async function trouble(address: string): Promise<string> {
  const engine = await openEngine(address, PATIENCE)
  const store = new PostgresStore(engine, 'north')
  const error = await store.add(packsOf(1)).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  await engine.close()
  expect(error).toMatchObject({ name: 'Refusal', exitCode: 1 })
  return String(error)
}

describe('a store that cannot be reached', () => {
  it('is nobody there', async () => {
    const address = await serverThat(() => {})
    for (const server of servers) server.close()
    expect(await trouble(address)).toMatch(/127\.0\.0\.1:\d+\/north: nothing answers there/)
  })

  it('is silent', async () => {
    const said = await trouble(await serverThat(() => {}))
    expect(said).toMatch(/does not answer|did not answer within/)
    expect(said).not.toContain(SECRET)
  })

  it('hangs up', async () => {
    expect(await trouble(await serverThat((socket) => socket.destroy()))).toMatch(
      /broke off|did not answer|does not answer/,
    )
  })

  it('speaks another language', async () => {
    const address = await serverThat((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await trouble(address)).toMatch(/Refusal/)
  })
})

describe('a store that is there', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  }, 90_000)
  afterAll(() => server.stop())

  it('but has no tables yet says who makes them', async () => {
    await server.db.exec('DROP TABLE afterword_reps')
    expect(await trouble(server.address)).toMatch(/afterword team init --store/)
  }, 60_000)

  it('and falls silent half-way is left, with nothing half-written', async () => {
    const engine = await server.engine({ connect: 2000, work: 700 })
    const never = new Promise<never>(() => {})
    const half = engine.write(async (query) => {
      await query(
        `INSERT INTO afterword_gone VALUES ('north', 'x', 'ann', 'pack', 'rep', 'week', 1, 1, 1, 1)`,
      )
      return never
    })
    await expect(half).rejects.toThrow(/did not answer within 0\.7 seconds/)
    const again = await server.engine()
    expect(await again.read((query) => query('SELECT 1 FROM afterword_gone'))).toEqual([])
    await again.close()
  }, 60_000)
})

describe('a line that is cut', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  }, 90_000)
  afterAll(() => server.stop())

  /** Returns the address of the server behind a line that is cut in that way before it hears those words. */
  function cutBefore(words: string, cut: (client: Socket) => void): Promise<string> {
    return serverThat((client) => {
      const upstream = connect(Number(new URL(server.address).port), '127.0.0.1')
      upstream.on('error', () => client.destroy()).on('close', () => client.destroy())
      client.on('close', () => upstream.destroy())
      upstream.on('data', (bytes) => client.write(bytes))
      client.on('data', (bytes) => (bytes.includes(words) ? cut(client) : upstream.write(bytes)))
    })
  }

  const steps = [
    'SELECT 1',
    'BEGIN',
    'INTO afterword_packs',
    'INTO afterword_contacts',
    'COMMIT',
  ] as const
  const ways = {
    reset: (client: Socket) => client.resetAndDestroy(),
    closed: (client: Socket) => client.end(),
    'ended by the server': (client: Socket) => client.end(FATAL),
  }
  const all = steps.flatMap((words) =>
    Object.entries(ways).map(([way, cut]) => [words, way, cut] as const),
  )

  it.each(all)(
    'before %s, %s, is told at once',
    async (words, _, cut) => {
      const address = await cutBefore(words, cut)
      const engine = await openEngine(address, { connect: 30_000, work: 60_000 })
      const pushed = new PostgresStore(engine, 'north').add(packsOf(1))
      await expect(pushed).rejects.toThrow(/the connection broke off/)
      await engine.close()
    },
    20_000,
  )
})

describe('an address', () => {
  it('says which team, without its password', () => {
    expect(
      readAddress(`postgres://ann:${SECRET}@db.example:5433/shop?team=north&sslmode=require`),
    ).toEqual({
      url: `postgres://ann:${SECRET}@db.example:5433/shop?sslmode=require`,
      name: 'db.example:5433/shop',
      team: 'north',
      tls: undefined,
    })
  })

  it.each([
    ['postgres://db.example/shop', 'verify-full'],
    ['postgresql://127.0.0.1/shop', false],
    ['postgres://localhost/shop', false],
    ['postgres://[::1]/shop', false],
  ])('%s has a line that is %s', (address, tls) => {
    expect(readAddress(address)).toMatchObject({ tls, team: 'team' })
  })

  it.each(['db.example/shop', 'mysql://db/x', '', `postgres://u:${SECRET}@h/x?team=`, '/a/folder'])(
    'is refused: %j',
    (address) => {
      expect(() => readAddress(address)).toThrow(/postgres:\/\/host|team in the address/)
      try {
        readAddress(address)
      } catch (error) {
        expect(String(error)).not.toContain(SECRET)
      }
    },
  )
})
