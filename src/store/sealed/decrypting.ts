import { dirname } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { ifThere } from '../files.ts'
import { naming } from '../trouble.ts'
import { codecOf } from './age.ts'
import { takeInventory } from './inventory.ts'
import { readMarker, removeMarker, writeMarker } from './marker.ts'
import { Places } from './places.ts'
import { freeName, putPlain, remove } from './put-converted.ts'
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

/** Takes the encryption of everything at home back, in the same manner. The identity stays: backups may need it. */
export async function decryptAll(disk: Disk, identity: string): Promise<Converted> {
  return endOrGoOn(disk, 'decrypt', async (lock) => {
    const marker = await readMarker(disk.files, disk.home)
    if (marker === undefined) throw new Refusal('The journal is not encrypted.')
    const codec = await codecOf(identity, marker.recipients)
    const turning = { disk, lock, codec, places: new Places(disk.home) }
    await sweep(disk)
    const found = await takeInventory(disk.files, disk.home)
    const spoilt = await spoiltOriginals(turning, found.sealed)
    const sealed = without(found.sealed, spoilt)
    await refuseUnopened(turning, sealed)
    await writeMarker(disk, { ...marker, turning: 'off' })
    const twice: string[] = []
    for (const path of sealed) {
      if (isHistory(disk, path)) await decryptHistory(turning, path)
      else twice.push(...(await decryptFile(turning, path)))
    }
    await refuseNewcomers(disk, spoilt)
    await removeMarker(disk)
    const foreign = [...found.foreign, ...spoilt.map((path) => turning.places.sealedPath(path))]
    return { converted: sealed, twice, foreign }
  })
}

/** Drafts are written without the lock: one may have come while the others were converted. */
async function refuseNewcomers({ files, home }: Disk, spoilt: readonly string[]): Promise<void> {
  const { sealed } = await takeInventory(files, home)
  if (without(sealed, spoilt).length === 0) return
  throw new Refusal('Another afterword wrote something meanwhile. Nothing is lost; run it again.')
}

async function decryptFile(turning: Turning, path: string): Promise<string[]> {
  const { disk, places } = turning
  const sealed = places.sealedPath(path)
  if ((await ifThere(disk.files.lstat(sealed))) === undefined) return []
  const bytes = await openAt(turning, path)
  const plain = await ifThere(disk.files.read(path))
  const kept = plain && !plain.equals(bytes) ? await freeName(turning, path) : undefined
  if (plain && kept) await putPlain(turning, kept, plain)
  if (!plain || kept) await putPlain(turning, path, bytes)
  await remove(disk, sealed)
  return kept ? [kept] : []
}

async function decryptHistory(turning: Turning, path: string): Promise<void> {
  const { disk } = turning
  const segments = segmentsOf(turning, path)
  if (!(await segments.isThere())) return naming(path, 'write', () => segments.removePieces())
  const bytes = await historyAt(turning, path)
  const plain = await ifThere(disk.files.read(path))
  if (plain && !bytes.subarray(0, plain.length).equals(plain))
    await putPlain(turning, await freeName(turning, path), plain)
  await putPlain(turning, path, bytes)
  await naming(path, 'write', () => segments.removePieces())
  await disk.files.syncFolder(dirname(path))
}
