import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import type { Files } from './files.ts'
import { fateOfTicket, TICKET } from './ticket.ts'

/** The name of a file that is being written and has not yet taken its target's place. */
export const TEMP = /^\..+\.[0-9a-f]{12}\.tmp$/

/** Returns a new name beside the path, one that `TEMP` knows. */
export function tempBeside(path: string): string {
  // A name taken already is refused when the file is made, so chance need not be of the kind that takes long to load.
  const chance = Math.floor(Math.random() * 2 ** 48)
  return join(dirname(path), `.${basename(path)}.${chance.toString(16).padStart(12, '0')}.tmp`)
}

/**
 * Removes the temporary files in the folders that only the holder of the lock writes to, and the tickets of those who
 * died waiting for it. Only that holder may call it. What cannot be removed stays for `doctor`.
 */
export async function sweepTemps(disk: Disk): Promise<void> {
  const { files, home } = disk
  const folders = new Set([home.journal, home.state, home.data, dirname(home.config)])
  for (const folder of folders) {
    const names = await files.list(folder).catch(() => [])
    for (const path of names.map((name) => join(folder, name)))
      if (await isLitter(disk, path)) await files.remove(path).catch(() => undefined)
  }
}

/** Removes every temporary file made to take this one's place, whoever made it and whether or not they still live. */
export async function sweepTempsOf(files: Files, path: string): Promise<void> {
  const folder = dirname(path)
  const names = await files.list(folder)
  for (const name of names)
    if (TEMP.test(name) && name.startsWith(`.${basename(path)}.`))
      await files.remove(join(folder, name)).catch(() => undefined)
}

async function isLitter(disk: Disk, path: string): Promise<boolean> {
  const name = basename(path)
  return TEMP.test(name) || (TICKET.test(name) && (await fateOfTicket(disk, path)) === 'ended')
}
