import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { Engine, Query, Row } from '../../src/team/engine.ts'
import { openEngine, type Patience } from '../../src/team/postgres-engine.ts'
import { initTeam } from '../../src/team/postgres-tables.ts'

/** PostgreSQL in this process, reached over a real socket that counts what comes back. */
export interface TestServer {
  readonly address: string
  readonly db: PGlite
  readonly received: { bytes: number; rows: number }
  engine(patience?: Patience): Promise<Engine>
  stop(): Promise<void>
}

/** Returns a server with the team's tables in it. */
export async function startServer(): Promise<TestServer> {
  const db = await PGlite.create()
  const socket = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 20 })
  const listening = new Promise<number>((done) =>
    socket.addEventListener('listening', (event) =>
      done((event as CustomEvent<{ port: number }>).detail.port),
    ),
  )
  await socket.start()
  const received = { bytes: 0, rows: 0 }
  const counter = await countingProxy(await listening, received)
  const address = `postgres://postgres@127.0.0.1:${(counter.address() as AddressInfo).port}/postgres`
  const engine = async (patience?: Patience) =>
    counting(await openEngine(address, patience), received)
  const first = await engine()
  await initTeam(first, 'store0000001')
  await first.close()
  return {
    address,
    db,
    received,
    engine,
    stop: async () => {
      counter.close()
      await socket.stop()
      await db.close()
    },
  }
}

async function countingProxy(port: number, received: { bytes: number }): Promise<Server> {
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    for (const end of [client, upstream]) end.on('error', () => end.destroy())
    client.pipe(upstream)
    upstream.on('data', (chunk) => {
      received.bytes += chunk.length
    })
    upstream.pipe(client)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

function counting(engine: Engine, received: { rows: number }): Engine {
  const watch =
    <T>(work: (query: Query) => Promise<T>) =>
    (query: Query) =>
      work(async (sql, values): Promise<readonly Row[]> => {
        const rows = await query(sql, values)
        received.rows += rows.length
        return rows
      })
  return {
    ...engine,
    write: (work) => engine.write(watch(work)),
    read: (work) => engine.read(watch(work)),
  }
}
