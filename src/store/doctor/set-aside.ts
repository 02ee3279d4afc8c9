import { basename, join } from 'node:path'
import { type Disk, ensureFolder } from '../disk.ts'
import { DurableWrite } from '../durable-write.ts'
import { naming } from '../trouble.ts'

const LONGEST = 120

/**
 * Keeps a file that a repair is about to replace, on the disk on return; returns where. Without `bytes`, which then
 * cannot be read, the file itself is kept under a second name.
 */
export async function setAside(
  disk: Disk,
  path: string,
  original: { readonly bytes?: Buffer | undefined; readonly why: string },
): Promise<string> {
  const { aside } = disk.home
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/s.exec(basename(path)) ?? []
  const when = new Date(disk.machine.now()).toISOString().replaceAll(':', '-')
  const name = `${stem.slice(0, LONGEST)}.${original.why}-${when}${ending}`
  await naming(aside, 'write', () => ensureFolder(disk, aside))
  if (original.bytes) await keep(disk, join(aside, name), original.bytes)
  else await naming(aside, 'write', () => keepAsItIs(disk, path, join(aside, name)))
  return `state/aside/${name}`
}

async function keep(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const write = new DurableWrite(disk)
  try {
    await write.stage(path, bytes)
    await write.commit()
  } finally {
    await write.discard()
  }
}

async function keepAsItIs({ files, home }: Disk, path: string, kept: string): Promise<void> {
  await files.link(path, kept)
  await files.syncFolder(home.aside)
}
