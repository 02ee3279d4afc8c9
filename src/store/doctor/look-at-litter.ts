import { basename, dirname, join } from 'node:path'
import type { Disk } from '../disk.ts'
import { ifThere } from '../files.ts'
import { TEMP } from '../sweep.ts'
import { fateOfTicket, TICKET } from '../ticket.ts'
import { type Finding, type Look, together } from './finding.ts'
import { labelOf } from './labels.ts'

/** A write takes a fraction of a second; a file so old has nobody left who writes it. */
const SURELY_DEAD_MS = 60_000

/** Returns the files that a process that died left behind. What may still be written is passed over. */
export async function lookAtLitter(disk: Disk): Promise<Look> {
  const { home } = disk
  const isQuiet = !(await isHeld(disk))
  const folders = new Set([home.journal, home.state, home.drafts, dirname(home.config), home.data])
  const looks = [...folders, home.team, home.aside].map((folder) =>
    lookInto(disk, folder, isQuiet && folder !== home.drafts),
  )
  return together(await Promise.all(looks))
}

async function lookInto(disk: Disk, folder: string, isQuiet: boolean): Promise<Look> {
  const names = await disk.files.list(folder).catch(() => [])
  const suspects = names.filter((name) => TEMP.test(name) || isLockFile(disk, folder, name))
  const findings: Finding[] = []
  for (const name of suspects) {
    const path = join(folder, name)
    if (!(await isDead(disk, path, isQuiet))) continue
    const says = 'was left by an afterword that was stopped in mid-write; nothing in it is needed'
    findings.push({
      kind: 'left-over',
      file: labelOf(disk.home, path),
      path,
      says,
      mends: 'yes',
    })
  }
  return { findings, remarks: [] }
}

function isLockFile({ home }: Disk, folder: string, name: string): boolean {
  return folder === home.state && (TICKET.test(name) || name === 'lock' || name === 'lock.steal')
}

async function isDead(disk: Disk, path: string, isQuiet: boolean): Promise<boolean> {
  const stat = await ifThere(disk.files.lstat(path)).catch(() => undefined)
  if (stat === undefined) return false
  if (disk.machine.now() - stat.mtimeMs > SURELY_DEAD_MS) return !(await holderLives(disk, path))
  if (TEMP.test(basename(path))) return isQuiet
  return (await fateOfTicket(disk, path)) === 'ended'
}

async function holderLives(disk: Disk, path: string): Promise<boolean> {
  return (await fateOfTicket(disk, path)) === 'running'
}

/** Returns whether somebody is changing the journal at this moment. */
async function isHeld(disk: Disk): Promise<boolean> {
  const stat = await ifThere(disk.files.lstat(disk.home.lock)).catch(() => undefined)
  return stat !== undefined && !(await isDead(disk, disk.home.lock, false))
}
