import { basename } from 'node:path'
import type { Disk } from './disk.ts'
import { type Fate, fateOf, type Identity, type Machine } from './machine.ts'

/** The name of a ticket before it is published as the lock; it holds the process's number. */
export const TICKET = /^lock\.(\d+)\.[0-9a-f]{12}$/

/** Returns what became of the process that wrote a ticket or a lock; `unknown` where the file does not say. */
export async function fateOfTicket({ files, machine }: Disk, path: string): Promise<Fate> {
  try {
    const ticket: Identity = JSON.parse((await files.read(path)).toString('utf8'))
    return Number.isInteger(ticket.pid) ? fateOf(machine, ticket) : 'unknown'
  } catch {
    return fateByName(machine, basename(path))
  }
}

/** Killed before it had written its ticket, a process has still named it after itself. */
function fateByName(machine: Machine, name: string): Fate {
  const pid = TICKET.exec(name)?.[1]
  return pid === undefined || machine.isAlive(Number(pid)) ? 'unknown' : 'ended'
}
