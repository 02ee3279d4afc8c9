import { basename, join } from 'node:path'
import { type Disk, ensureFolder } from '../disk.ts'
import { DurableWrite } from '../durable-write.ts'
import { naming } from '../trouble.ts'

const LONGEST = 120

/** Keeps the bytes of a file that a repair is about to replace, on the disk on return; returns where. */
export async function setAside(
  disk: Disk,
  path: string,
  original: { readonly bytes: Buffer; readonly why: string },
): Promise<string> {
  const { aside } = disk.home
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/s.exec(basename(path)) ?? []
  const when = new Date(disk.machine.now()).toISOString().replaceAll(':', '-')
  const name = `${stem.slice(0, LONGEST)}.${original.why}-${when}${ending}`
  await naming(aside, 'write', () => ensureFolder(disk, aside))
  const write = new DurableWrite(disk)
  try {
    await write.stage(join(aside, name), original.bytes)
    await write.commit()
  } finally {
    await write.discard()
  }
  return `state/aside/${name}`
}
