import { dirname } from 'node:path'
import { type Files, ifThere } from './files.ts'
import type { Home } from './home.ts'
import { Litter } from './litter.ts'
import { type Machine, thisMachine } from './machine.ts'
import { realFiles } from './real-files.ts'

/** What the store stands on: where things are, the calls that reach them, and who is running. */
export interface Disk {
  readonly home: Home
  readonly files: Files
  readonly machine: Machine
  readonly litter: Litter
}

/** Returns the disk of this machine, or one made of the parts a test hands in. */
export function diskOf(home: Home, files: Files = realFiles, machine = thisMachine()): Disk {
  return { home, files, machine, litter: new Litter(files) }
}

/** Makes a folder of ours if it is not there, durably, and keeps it closed to others. */
export async function ensureFolder({ files, machine }: Disk, path: string): Promise<void> {
  const stat = await ifThere(files.lstat(path))
  if (stat === undefined) return makeFolder(files, path)
  // A linked folder belongs to whatever it is linked into: its mode is not ours to change.
  const isOurs = stat.kind === 'folder' && (machine.uid === undefined || stat.uid === machine.uid)
  if (isOurs && (stat.mode & 0o077) !== 0) await files.chmod(path, 0o700)
}

async function makeFolder(files: Files, path: string): Promise<void> {
  const topmost = await files.makeFolder(path)
  if (topmost !== undefined) await syncUpTo(files, path, dirname(topmost))
}

async function syncUpTo(files: Files, path: string, top: string): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await files.syncFolder(folder)
    if (folder === top || folder === dirname(folder)) return
  }
}
