import { basename, dirname, extname, join } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { labelOf } from '../doctor/labels.ts'
import { DurableWrite } from '../durable-write.ts'
import { codeOf, ifThere } from '../files.ts'
import { type Lock, withLock } from '../lock.ts'
import { sweepTemps } from '../sweep.ts'
import { naming } from '../trouble.ts'
import { type Codec, codecOf } from './age.ts'
import { deadTemps, type Inventory, takeInventory } from './inventory.ts'
import { type Marker, readMarker, removeMarker, writeMarker } from './marker.ts'
import { Places } from './places.ts'
import { linked, unopened } from './sealed-files.ts'
import { Segments } from './segments.ts'

/** What a conversion did, by the names files have in plain. */
export interface Converted {
  readonly converted: readonly string[]
  /** Files of ours that were there twice and differ: under these names both are kept. */
  readonly twice: readonly string[]
  readonly foreign: readonly string[]
}

/** Who can open the files from now on. */
export interface Keys {
  readonly identity: string
  readonly marker: Marker
}

/** What one conversion works with, inside the lock. */
interface Turning {
  readonly disk: Disk
  readonly lock: Lock
  readonly codec: Codec
  readonly places: Places
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

async function endOrGoOn(
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

async function sweep(disk: Disk): Promise<void> {
  await sweepTemps(disk)
  for (const path of await deadTemps(disk.files, disk.home, disk.machine.now()))
    await ifThere(disk.files.remove(path))
}

async function refuseLinks({ disk }: Turning, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { kind } = await disk.files.lstat(path)
    if (kind === 'link') throw linked(disk.home, path)
    if (kind !== 'file') throw new Refusal(`${labelOf(disk.home, path)} is not a file.`)
  }
}

/** Nothing is converted where not all of it can be: a damaged file is mended first, with the tools for that. */
async function refuseUnopened(turning: Turning, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (isHistory(turning.disk, path)) await historyAt(turning, path)
    else await openAt(turning, path)
  }
}

/** Returns what a repair has kept of files that could not be opened: it stays as it is. */
async function spoiltOriginals(turning: Turning, paths: readonly string[]): Promise<string[]> {
  const { disk, codec, places } = turning
  const found: string[] = []
  for (const path of paths.filter((each) => dirname(each) === disk.home.aside)) {
    const sealed = places.sealedPath(path)
    const bytes = await naming(sealed, 'read', () => disk.files.read(sealed))
    if ((await codec.open(bytes)) === undefined) found.push(path)
  }
  return found
}

function without(paths: readonly string[], others: readonly string[]): string[] {
  return paths.filter((path) => !others.includes(path))
}

async function openAt({ disk, codec, places }: Turning, path: string): Promise<Buffer> {
  const sealed = places.sealedPath(path)
  const bytes = await codec.open(await naming(sealed, 'read', () => disk.files.read(sealed)))
  if (bytes === undefined) throw unopened(disk.home, sealed)
  return bytes
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

async function putSealed(turning: Turning, path: string, bytes: Buffer): Promise<void> {
  const { codec, places } = turning
  await put(turning, places.sealedPath(path), await codec.seal(bytes))
  if (!(await openAt(turning, path)).equals(bytes)) throw unlike(path)
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

async function putPlain(turning: Turning, path: string, bytes: Buffer): Promise<void> {
  await put(turning, path, bytes)
  if (!(await turning.disk.files.read(path)).equals(bytes)) throw unlike(path)
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

/** Returns a history whole; throws Damage where a piece of it cannot be opened. */
async function historyAt(turning: Turning, path: string): Promise<Buffer> {
  const { disk, places } = turning
  const segments = segmentsOf(turning, path)
  if (!(await segments.isThere())) return Buffer.alloc(0)
  const broken = await segments.broken()
  if (broken !== undefined) throw unopened(disk.home, join(places.folderOf(path), broken))
  return segments.read()
}

function segmentsOf({ disk, codec, places }: Turning, plain: string): Segments {
  return new Segments(disk.files, codec, { folder: places.folderOf(plain), plain })
}

function isHistory({ home }: Disk, path: string): boolean {
  return path === home.history || path === home.olderHistory
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

/** An editor knows no lock: what it has just saved is converted the next time. */
async function removeConverted({ disk }: Turning, path: string, bytes: Buffer): Promise<void> {
  const now = await ifThere(disk.files.read(path))
  if (now === undefined) return
  if (!now.equals(bytes))
    throw new Refusal(`Another program has just changed ${path}. Nothing is lost; run it again.`)
  await remove(disk, path)
}

async function remove({ files }: Disk, path: string): Promise<void> {
  await naming(path, 'write', async () => {
    await ifThere(files.remove(path))
    await files.syncFolder(dirname(path))
  })
}

/** Returns a name that says that it is a second one, and that nothing has yet. */
async function freeName({ disk, places }: Turning, path: string): Promise<string> {
  const ending = extname(path)
  const stem = join(dirname(path), basename(path, ending))
  for (let number = 1; ; number++) {
    const name = `${stem} (plain${number > 1 ? ` ${number}` : ''})${ending}`
    const there = [name, places.sealedPath(name)].map((each) => ifThere(disk.files.lstat(each)))
    if ((await Promise.all(there)).every((stat) => stat === undefined)) return name
  }
}

/** Drafts are written without the lock: one may have come while the others were converted. */
async function refuseNewcomers({ files, home }: Disk, spoilt: readonly string[]): Promise<void> {
  const { sealed } = await takeInventory(files, home)
  if (without(sealed, spoilt).length === 0) return
  throw new Refusal('Another afterword wrote something meanwhile. Nothing is lost; run it again.')
}

function unlike(path: string): Error {
  return new Refusal(
    `The disk gave back other bytes than were written: ${path}. Both files are kept; check the disk.`,
  )
}
