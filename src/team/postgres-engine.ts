import type { Sql } from 'postgres'
import { Refusal } from '../errors.ts'
import { type Address, readAddress } from './address.ts'
import type { Engine, Query, Row, Value } from './engine.ts'
import { cutOff, Line } from './line.ts'
import { refusalFor } from './postgres-trouble.ts'

/** How long to wait, in milliseconds; tests wait less. */
export interface Patience {
  readonly connect: number
  readonly work: number
  /** A month of a great many reps takes minutes; `work` where it is not set. */
  readonly read?: number
}

const PATIENCE: Patience = { connect: 10_000, work: 60_000, read: 600_000 }
const ATTEMPTS = 6
const AGAIN = new Set(['40001', '40P01'])

/** Returns the engine at an address such as postgres://host/database; the library is loaded here and nowhere else. */
export async function openEngine(address: string, patience: Patience = PATIENCE): Promise<Engine> {
  const where = readAddress(address)
  const { default: postgres } = await import('postgres')
  const line = new Line()
  const sql = postgres(where.url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: patience.connect / 1000,
    ...(where.tls !== undefined && { ssl: where.tls }),
    connection: { application_name: 'afterword' },
    onnotice: () => {},
    onclose: () => line.cut(),
  })
  const { work: most, read: mostToRead = most } = patience
  const inTime = <T>(work: Promise<T>, limit = most) => withDeadline(work, sql, where, limit)
  return {
    name: where.name,
    write: (work) => inTime(again(() => transact(sql, line, 'BEGIN', work))),
    read: (work) =>
      inTime(
        again(() => transact(sql, line, READ_ONLY, work)),
        mostToRead,
      ),
    run: (statements) => inTime(runEach(sql, line, statements)),
    // There is nobody to take leave of on a line that is not open.
    close: () => sql.end({ timeout: line.isOpen ? 1 : 0 }),
  }
}

const READ_ONLY = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/**
 * Does the work in a transaction. The library's own `begin` sends its ROLLBACK down a line that was cut off, which ends
 * the whole process; and what comes after a cut must not go down a new line, where nothing would hold it together.
 */
async function transact<T>(
  sql: Sql,
  line: Line,
  begin: string,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  // Reserving a line that is not open yet waits for ever where types are not fetched.
  await line.orCut(sql.unsafe('SELECT 1'))
  const own = await line.orCut(sql.reserve())
  const before = line.cuts
  const isWhole = () => line.cuts === before
  const query: Query = async (text, values = []) => {
    if (!isWhole()) throw cutOff()
    return (await line.orCut(own.unsafe(text, [...values] as Value[]))) as unknown as Row[]
  }
  try {
    await query(begin)
    const result = await work(query)
    await query('COMMIT')
    return result
  } catch (error) {
    await query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    if (isWhole()) own.release()
  }
}

async function runEach(sql: Sql, line: Line, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await line.orCut(sql.unsafe(statement))
}

/** An engine of many machines asks for a transaction again where two met (SQLSTATE 40001). */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= ATTEMPTS || !AGAIN.has(codeOf(error))) throw error
      await pause(2 ** attempt * (5 + Math.random() * 10))
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

async function withDeadline<T>(
  work: Promise<T>,
  sql: Sql,
  where: Address,
  milliseconds: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      sql.end({ timeout: 0 }).catch(() => {})
      reject(tooSlow(where, milliseconds))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } catch (error) {
    throw refusalFor(error, where)
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}

function tooSlow({ name }: Address, milliseconds: number): Refusal {
  return new Refusal(
    `${name} did not answer within ${milliseconds / 1000} seconds. Nothing was left half-done there; try again later.`,
  )
}
