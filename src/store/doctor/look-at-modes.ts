import { join } from 'node:path'
import type { Disk } from '../disk.ts'
import { ifThere, type Stat } from '../files.ts'
import { type Finding, type Look, NOTHING, together } from './finding.ts'
import { labelOf } from './labels.ts'

const GROUP_AND_OTHERS = 0o077
const WRITERS = 0o022

/** Returns every folder and file of ours that others may open, and those that belong to somebody else. */
export async function lookAtModes(disk: Disk): Promise<Look> {
  const { home, machine } = disk
  // Without user ids, as on Windows, there are no such modes either.
  if (machine.uid === undefined) return NOTHING
  const roots = [...new Set([home.configFolder, home.data])].map((path) =>
    // The folder that holds ours may be one the person keeps other things in.
    lookAt(disk, path, WRITERS),
  )
  const { config, reviews, handover, encryption, identity } = home
  const files = [config, reviews, handover, encryption, identity].map((path) =>
    lookAt(disk, path, GROUP_AND_OTHERS),
  )
  const folders = [home.journal, home.state, home.drafts, home.aside, home.team].map((path) =>
    lookInto(disk, path),
  )
  return together(await Promise.all([...roots, ...files, ...folders]))
}

async function lookInto(disk: Disk, folder: string): Promise<Look> {
  const names = await disk.files.list(folder).catch(() => [])
  const visible = names.filter((name) => !name.startsWith('.'))
  const files = visible.map((name) => lookAt(disk, join(folder, name), GROUP_AND_OTHERS, 'file'))
  return together(await Promise.all([lookAt(disk, folder, GROUP_AND_OTHERS), ...files]))
}

async function lookAt(disk: Disk, path: string, mask: number, only?: Stat['kind']): Promise<Look> {
  const stat = await ifThere(disk.files.lstat(path)).catch(() => undefined)
  if (stat === undefined || (only && stat.kind !== only)) return NOTHING
  // A link has no mode of its own, and what it points at belongs to whatever that lies in.
  if (stat.kind !== 'file' && stat.kind !== 'folder') return NOTHING
  const file = labelOf(disk.home, path)
  const findings: Finding[] = []
  if (stat.uid !== disk.machine.uid)
    findings.push({
      kind: 'owner',
      file,
      path,
      says: `belongs to another user (number ${stat.uid}). Take it back with: sudo chown ${disk.machine.uid} ${JSON.stringify(path)}`,
      mends: 'no',
    })
  else if ((stat.mode & mask) !== 0)
    findings.push({
      kind: 'open',
      file,
      path,
      says: `is open to others (mode ${stat.mode.toString(8).padStart(4, '0')}); it should be ${stat.kind === 'file' ? '0600' : '0700'}`,
      mends: 'yes',
    })
  return { findings, remarks: [] }
}
