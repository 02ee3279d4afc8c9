import { dirname, sep } from 'node:path'
import { Refusal } from '../errors.ts'
import type { Disk } from './disk.ts'
import { codeOf, ifThere, type Stat } from './files.ts'
import { naming } from './trouble.ts'

/** How people are told of a file, and whether it may be a link to somewhere else. */
export interface Naming {
  readonly label: string
  readonly mayLeave?: boolean
}

/** A file as it was read: where it really is, and every byte. */
export interface Stored {
  readonly path: string
  readonly bytes: Buffer
}

/** Returns the file, or nothing where none is; throws a Refusal for anything but a plain file of ours. */
export async function readStored(
  disk: Disk,
  path: string,
  how: Naming,
): Promise<Stored | undefined> {
  const real = await naming(path, 'read', () => resolvePlainFile(disk, path, how))
  if (real === undefined) return undefined
  const bytes = await naming(path, 'read', () => ifThere(disk.files.read(real)))
  return bytes && { path: real, bytes }
}

async function resolvePlainFile(
  disk: Disk,
  path: string,
  how: Naming,
): Promise<string | undefined> {
  const stat = await ifThere(disk.files.lstat(path))
  if (stat === undefined) return undefined
  const real = stat.kind === 'link' ? await followLink(disk, path, how) : path
  const target = stat.kind === 'link' ? await disk.files.lstat(real) : stat
  if (target.kind !== 'file')
    throw new Refusal(`${how.label} is ${wordFor(target)}, not a file. Move it away.`)
  return real
}

async function followLink({ files, machine }: Disk, path: string, how: Naming): Promise<string> {
  const real = await files.realpath(path).catch((error) => {
    const why = codeOf(error) === 'ELOOP' ? 'goes round in a circle' : 'points at nothing'
    throw new Refusal(`${how.label} is a link that ${why}. Mend the link or remove it.`)
  })
  const folder = await files.realpath(dirname(path))
  if (!how.mayLeave && !real.startsWith(folder + sep))
    throw new Refusal(
      `${how.label} is a link out of its folder, to ${real}. Put the file itself there.`,
    )
  const { uid } = await files.lstat(real)
  if (machine.uid !== undefined && uid !== machine.uid)
    throw new Refusal(`${how.label} is a link to ${real}, which belongs to another user.`)
  return real
}

function wordFor({ kind }: Stat): string {
  return kind === 'folder' ? 'a folder' : 'a pipe or a device'
}
