import { dirname, join } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { codeOf, ifThere } from '../files.ts'
import { type Lock, withLock } from '../lock.ts'
import { sweepTemps } from '../sweep.ts'
import { naming } from '../trouble.ts'
import type { Codec } from './age.ts'
import { deadTemps, type Inventory, takeInventory } from './inventory.ts'
import type { Places } from './places.ts'
import { unopened } from './sealed-files.ts'
import { Segments } from './segments.ts'

/** What a conversion did, by the names files have in plain. */
export interface Converted {
  readonly converted: readonly string[]
  /** Files of ours that were there twice and differ: under these names both are kept. */
  readonly twice: readonly string[]
  readonly foreign: readonly string[]
}

/** What one conversion works with, inside the lock. */
export interface Turning {
  readonly disk: Disk
  readonly lock: Lock
  readonly codec: Codec
  readonly places: Places
}

/** Does a conversion under the lock; where the disk fails, throws a Refusal that says how to go on. */
export async function endOrGoOn(
  disk: Disk,
  word: string,
  work: (lock: Lock) => Promise<Converted>,
): Promise<Converted> {
  try {
    return await withLock(disk, work)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    throw new Refusal(
      `The disk failed (${code}). Nothing is lost; when it works again, go on with: afterword ${word}`,
    )
  }
}

/** Returns what a conversion would find. */
export function planOf({ files, home }: Disk): Promise<Inventory> {
  return takeInventory(files, home)
}

/** Removes what earlier conversions and writers left half-written. */
export async function sweep(disk: Disk): Promise<void> {
  await sweepTemps(disk)
  for (const path of await deadTemps(disk.files, disk.home, disk.machine.now()))
    await ifThere(disk.files.remove(path))
}

/** Nothing is converted where not all of it can be: a damaged file is mended first, with the tools for that. */
export async function refuseUnopened(turning: Turning, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (isHistory(turning.disk, path)) await historyAt(turning, path)
    else await openAt(turning, path)
  }
}

/** Returns what a repair has kept of files that could not be opened: it stays as it is. */
export async function spoiltOriginals(
  turning: Turning,
  paths: readonly string[],
): Promise<string[]> {
  const { disk, codec, places } = turning
  const found: string[] = []
  for (const path of paths.filter((each) => dirname(each) === disk.home.aside)) {
    const sealed = places.sealedPath(path)
    const bytes = await naming(sealed, 'read', () => disk.files.read(sealed))
    if ((await codec.open(bytes)) === undefined) found.push(path)
  }
  return found
}

/** Returns what the encrypted twin of a path holds; throws Damage where it cannot be opened. */
export async function openAt({ disk, codec, places }: Turning, path: string): Promise<Buffer> {
  const sealed = places.sealedPath(path)
  const bytes = await codec.open(await naming(sealed, 'read', () => disk.files.read(sealed)))
  if (bytes === undefined) throw unopened(disk.home, sealed)
  return bytes
}

/** Returns a history whole; throws Damage where a piece of it cannot be opened. */
export async function historyAt(turning: Turning, path: string): Promise<Buffer> {
  const { disk, places } = turning
  const segments = segmentsOf(turning, path)
  if (!(await segments.isThere())) return Buffer.alloc(0)
  const broken = await segments.broken()
  if (broken !== undefined) throw unopened(disk.home, join(places.folderOf(path), broken))
  return segments.read()
}

/** Returns the pieces of an encrypted history. */
export function segmentsOf({ disk, codec, places }: Turning, plain: string): Segments {
  return new Segments(disk.files, codec, { folder: places.folderOf(plain), plain })
}

/** Returns whether the path is the history, or the older one. */
export function isHistory({ home }: Disk, path: string): boolean {
  return path === home.history || path === home.olderHistory
}

/** Returns the paths that are not among the others. */
export function without(paths: readonly string[], others: readonly string[]): string[] {
  return paths.filter((path) => !others.includes(path))
}
