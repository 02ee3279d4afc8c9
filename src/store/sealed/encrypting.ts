import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { labelOf } from '../doctor/labels.ts'
import { ifThere } from '../files.ts'
import { naming } from '../trouble.ts'
import { codecOf } from './age.ts'
import { takeInventory } from './inventory.ts'
import { type Marker, writeMarker } from './marker.ts'
import { Places } from './places.ts'
import { freeName, putSealed, remove } from './put-converted.ts'
import { linked } from './sealed-files.ts'
import {
  type Converted,
  endOrGoOn,
  historyAt,
  isHistory,
  openAt,
  refuseUnopened,
  segmentsOf,
  spoiltOriginals,
  sweep,
  type Turning,
  without,
} from './turning.ts'

/** Who can open the files from now on. */
export interface Keys {
  readonly identity: string
  readonly marker: Marker
}

/**
 * Encrypts everything at home, file by file: each encrypted file is on the disk, and has been opened and compared,
 * before the plain one goes. What was cut short is gone on with by doing it again. Throws a Refusal.
 */
export async function encryptAll(disk: Disk, { identity, marker }: Keys): Promise<Converted> {
  const codec = await codecOf(identity, marker.recipients)
  return endOrGoOn(disk, 'encrypt', async (lock) => {
    const turning = { disk, lock, codec, places: new Places(disk.home) }
    await sweep(disk)
    const found = await takeInventory(disk.files, disk.home)
    const spoilt = await spoiltOriginals(turning, found.sealed)
    await refuseLinks(turning, found.plain)
    await refuseUnopened(turning, without(found.sealed, spoilt))
    const { turning: _, ...settled } = marker
    await writeMarker(disk, { ...settled, turning: 'on' })
    const twice: string[] = []
    for (const path of found.plain) {
      if (isHistory(disk, path)) await encryptHistory(turning, path)
      else twice.push(...(await encryptFile(turning, path)))
    }
    await writeMarker(disk, settled)
    return { converted: found.plain, twice, foreign: found.foreign }
  })
}

async function refuseLinks({ disk }: Turning, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { kind } = await disk.files.lstat(path)
    if (kind === 'link') throw linked(disk.home, path)
    if (kind !== 'file') throw new Refusal(`${labelOf(disk.home, path)} is not a file.`)
  }
}

/** Returns the names of files that were kept a second time. */
async function encryptFile(turning: Turning, path: string): Promise<string[]> {
  const { disk, places } = turning
  const bytes = await naming(path, 'read', () => ifThere(disk.files.read(path)))
  if (bytes === undefined) return []
  const isThere = await ifThere(disk.files.lstat(places.sealedPath(path)))
  // The encrypted one is what was written last; a plain one that differs came from elsewhere, or from before.
  const isSame = isThere && (await openAt(turning, path)).equals(bytes)
  const kept = isThere && !isSame ? await freeName(turning, path) : path
  if (!isSame) await putSealed(turning, kept, bytes)
  await removeConverted(turning, path, bytes)
  return kept === path ? [] : [kept]
}

async function encryptHistory(turning: Turning, path: string): Promise<void> {
  const { disk } = turning
  const segments = segmentsOf(turning, path)
  const plain = await naming(path, 'read', () => disk.files.read(path))
  // What was added since is in the encrypted one only.
  if (!(await segments.isThere()))
    await naming(path, 'write', () => segments.replace(plain, { keep: true }))
  const sealed = await historyAt(turning, path)
  if (sealed.subarray(0, plain.length).equals(plain)) return removeConverted(turning, path, plain)
  await putSealed(turning, await freeName(turning, path), plain)
  await removeConverted(turning, path, plain)
}

/** An editor knows no lock: what it has just saved is converted the next time. */
async function removeConverted({ disk }: Turning, path: string, bytes: Buffer): Promise<void> {
  const now = await ifThere(disk.files.read(path))
  if (now === undefined) return
  if (!now.equals(bytes))
    throw new Refusal(`Another program has just changed ${path}. Nothing is lost; run it again.`)
  await remove(disk, path)
}
