import { randomBytes } from 'node:crypto'
import { Refusal } from '../errors.ts'
import { type Disk, ensureFolder } from './disk.ts'
import { codeOf, ifThere } from './files.ts'
import { fateOf, type Identity, identityOf } from './machine.ts'
import { sweepTemps } from './sweep.ts'
import { naming, shortWrite } from './trouble.ts'

const PATIENCE_MS = 10_000
const LOOK_EVERY = 8
const STALE_MS = 60_000
const EMPTY_STALE_MS = 2_000
const GUARD_STALE_MS = 2_000
const LINK_REFUSED = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
])

/** The right to change the journal, held by one process at a time. */
export interface Lock {
  /** Returns whether the lock file still holds our ticket. */
  isOurs(): Promise<boolean>
}

interface Ticket extends Identity {
  readonly nonce: string
  /** When it was written, by the real clock. */
  readonly since: string
}

/** The ticket as bytes, and the file that holds it until it is published. */
interface TicketFile {
  readonly own: string
  readonly bytes: Buffer
}

/** What a lock file was when it was looked at. */
interface Sight {
  readonly bytes: Buffer
  readonly ageMs: number
}

/** Runs `work` while no other process changes the journal; throws a Refusal when that takes over 10 s to begin. */
export async function withLock<T>(disk: Disk, work: (lock: Lock) => Promise<T>): Promise<T> {
  const { home, litter, files } = disk
  const ticket = ticketOf(disk)
  const stole = await naming(home.lock, 'write', () => acquire(disk, ticket))
  litter.add(home.lock, ticket)
  try {
    // Whoever had the lock died with it, perhaps in the middle of a write.
    if (stole) await sweepTemps(disk)
    return await work({ isOurs: () => holds(disk, home.lock, ticket) })
  } finally {
    // A lock that cannot be removed is stale as soon as this process has ended.
    if (await holds(disk, home.lock, ticket).catch(() => false))
      await files.remove(home.lock).catch(() => undefined)
    litter.drop(home.lock)
  }
}

function ticketOf({ machine }: Disk): Buffer {
  const nonce = randomBytes(9).toString('hex')
  const since = new Date(machine.now()).toISOString()
  return Buffer.from(JSON.stringify({ ...identityOf(machine), nonce, since } satisfies Ticket))
}

/** Returns whether the lock had to be taken from the dead. */
async function acquire(disk: Disk, ticket: Buffer): Promise<boolean> {
  const { files, home, litter, machine } = disk
  const own = `${home.lock}.${machine.pid}.${randomBytes(6).toString('hex')}`
  litter.add(own)
  try {
    await makeTicket(disk, own, ticket)
    return await waitFor(disk, { own, bytes: ticket })
  } finally {
    await files.remove(own).catch(() => undefined)
    litter.drop(own)
  }
}

async function makeTicket(disk: Disk, own: string, bytes: Buffer): Promise<void> {
  const make = () => disk.files.create(own, bytes, { flush: false })
  await make().catch(async (error) => {
    if (codeOf(error) !== 'ENOENT') throw error
    await ensureFolder(disk, disk.home.state)
    await make()
  })
  // Half a ticket would lock everybody out for a minute, since it does not say whose it is.
  if ((await disk.files.lstat(own)).size !== bytes.length) throw shortWrite()
}

async function waitFor(disk: Disk, ticket: TicketFile): Promise<boolean> {
  const { home, machine } = disk
  const began = machine.elapsed()
  let stole = false
  for (let attempt = 0; !(await claim(disk, home.lock, ticket)); attempt++) {
    const isTooLong = machine.elapsed() - began > PATIENCE_MS
    // Looking costs more than trying, and a lock that was alive a moment ago most likely still is.
    if (attempt % LOOK_EVERY === 0 || isTooLong) {
      const seen = await look(disk, home.lock)
      if (seen && isStale(disk, seen) && (await steal(disk, ticket, seen))) {
        stole = true
        continue
      }
      if (isTooLong) throw busy(disk, seen)
    }
    await machine.wait(1 + Math.random() * 9)
  }
  return stole
}

/**
 * Publishes the ticket under the name, whole and in one step, by a link; returns false where the name is taken.
 * Where links are refused the file is made with its bytes following, so that others may see it empty.
 */
async function claim({ files }: Disk, path: string, { own, bytes }: TicketFile): Promise<boolean> {
  try {
    await files.link(own, path).catch((error) => {
      if (!LINK_REFUSED.has(codeOf(error) ?? '')) throw error
      return files.create(path, bytes, { flush: false })
    })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function look({ files, machine }: Disk, path: string): Promise<Sight | undefined> {
  const stat = await ifThere(files.lstat(path))
  const bytes = stat && (await ifThere(files.read(path)))
  return bytes && { bytes, ageMs: machine.now() - stat.mtimeMs }
}

function isStale({ machine }: Disk, { bytes, ageMs }: Sight): boolean {
  if (bytes.length === 0) return ageMs > EMPTY_STALE_MS
  const ticket = readTicket(bytes)
  const fate = ticket ? fateOf(machine, ticket) : 'unknown'
  return fate === 'ended' || (fate === 'unknown' && ageMs > STALE_MS)
}

/** Removes a stale lock; only one process at a time may, and only the very lock that was judged. */
async function steal(disk: Disk, ticket: TicketFile, judged: Sight): Promise<boolean> {
  const { files, home, litter } = disk
  const guard = `${home.lock}.steal`
  if (!(await claim(disk, guard, ticket))) {
    const seen = await look(disk, guard)
    if (seen && seen.ageMs > GUARD_STALE_MS) await ifThere(files.remove(guard))
    return false
  }
  litter.add(guard, ticket.bytes)
  try {
    const isJudged = await holds(disk, home.lock, judged.bytes)
    if (isJudged && (await holds(disk, guard, ticket.bytes))) await ifThere(files.remove(home.lock))
    return isJudged
  } finally {
    await ifThere(files.remove(guard))
    litter.drop(guard)
  }
}

async function holds({ files }: Disk, path: string, bytes: Buffer): Promise<boolean> {
  return (await ifThere(files.read(path)))?.equals(bytes) ?? false
}

function readTicket(bytes: Buffer): Ticket | undefined {
  try {
    const ticket: Ticket = JSON.parse(bytes.toString('utf8'))
    const isTicket =
      Number.isInteger(ticket?.pid) && ticket.pid > 0 && typeof ticket.host === 'string'
    return isTicket ? ticket : undefined
  } catch {
    return undefined
  }
}

function busy({ home }: Disk, seen: Sight | undefined): Refusal {
  const ticket = seen && readTicket(seen.bytes)
  const holder = ticket
    ? `pid ${ticket.pid} has had the journal since ${ticket.since}`
    : 'the lock is held, and does not say by whom'
  const host = ticket ? ` on ${ticket.host.split(' ')[0]}` : ''
  return new Refusal(
    `busy: ${holder}${host}; nothing changed. Wait for it or end it; if nothing of afterword runs there, delete ${home.lock}`,
  )
}
