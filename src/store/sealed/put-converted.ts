import { basename, dirname, extname, join } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { DurableWrite } from '../durable-write.ts'
import { ifThere } from '../files.ts'
import { naming } from '../trouble.ts'
import { openAt, type Turning } from './turning.ts'

/** Encrypts bytes into the twin of a path, opens it again and compares. */
export async function putSealed(turning: Turning, path: string, bytes: Buffer): Promise<void> {
  const { codec, places } = turning
  await put(turning, places.sealedPath(path), await codec.seal(bytes))
  if (!(await openAt(turning, path)).equals(bytes)) throw unlike(path)
}

/** Writes bytes to a path, reads it again and compares. */
export async function putPlain(turning: Turning, path: string, bytes: Buffer): Promise<void> {
  await put(turning, path, bytes)
  if (!(await turning.disk.files.read(path)).equals(bytes)) throw unlike(path)
}

async function put({ disk, lock }: Turning, path: string, bytes: Buffer): Promise<void> {
  const write = new DurableWrite(disk)
  try {
    await write.stage(path, bytes)
    await write.mayCommit(lock)
    await write.commit()
  } finally {
    await write.discard()
  }
}

/** Removes a file for good: its folder is flushed, too. */
export async function remove({ files }: Disk, path: string): Promise<void> {
  await naming(path, 'write', async () => {
    await ifThere(files.remove(path))
    await files.syncFolder(dirname(path))
  })
}

/** Returns a name that says that it is a second one, and that nothing has yet. */
export async function freeName({ disk, places }: Turning, path: string): Promise<string> {
  const ending = extname(path)
  const stem = join(dirname(path), basename(path, ending))
  for (let number = 1; ; number++) {
    const name = `${stem} (plain${number > 1 ? ` ${number}` : ''})${ending}`
    const there = [name, places.sealedPath(name)].map((each) => ifThere(disk.files.lstat(each)))
    if ((await Promise.all(there)).every((stat) => stat === undefined)) return name
  }
}

function unlike(path: string): Error {
  return new Refusal(
    `The disk gave back other bytes than were written: ${path}. Both files are kept; check the disk.`,
  )
}
