import { Damage } from '../damage.ts'
import { type Disk, ensureFolder } from '../disk.ts'
import { DurableWrite } from '../durable-write.ts'
import { type Files, ifThere } from '../files.ts'
import type { Home } from '../home.ts'
import { naming } from '../trouble.ts'

/** What says that the journal is encrypted. It holds no secret. */
export interface Marker {
  readonly version: 1
  /** Who can open the files: the identity in use first, then the one kept for recovery. */
  readonly recipients: readonly string[]
  /** The file of the identity, where it is not the one that a passphrase locks. */
  readonly identityFile?: string
  /** Which way a conversion goes that has not come to its end. */
  readonly turning?: 'on' | 'off'
}

const LABEL = 'encryption.json'

/** Returns what says that the journal is encrypted, or nothing where it is not. Throws Damage. */
export async function readMarker(files: Files, { encryption }: Home): Promise<Marker | undefined> {
  const bytes = await naming(encryption, 'read', () => ifThere(files.read(encryption)))
  if (bytes === undefined) return undefined
  try {
    const marker: unknown = JSON.parse(bytes.toString('utf8'))
    if (isMarker(marker)) return marker
  } catch {
    // Told below, like a file of another shape.
  }
  const remedy = `Put it back from a backup, or move it away and run afterword encrypt again: ${encryption}`
  throw new Damage({ label: LABEL, says: 'does not say for whom the journal is encrypted', remedy })
}

/** Says that the journal is encrypted, on the disk on return. */
export async function writeMarker(disk: Disk, marker: Marker): Promise<void> {
  await writeWhole(disk, disk.home.encryption, Buffer.from(`${JSON.stringify(marker, null, 2)}\n`))
}

/** Writes a file of the config folder, on the disk on return. */
export async function writeWhole(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  await naming(path, 'write', () => ensureFolder(disk, disk.home.configFolder))
  const write = new DurableWrite(disk)
  try {
    await write.stage(path, bytes)
    await write.commit()
  } finally {
    await write.discard()
  }
}

/** Says that the journal is not encrypted, on the disk on return. */
export async function removeMarker({ files, home }: Disk): Promise<void> {
  await naming(home.encryption, 'write', async () => {
    await ifThere(files.remove(home.encryption))
    await files.syncFolder(home.configFolder)
  })
}

function isMarker(value: unknown): value is Marker {
  if (typeof value !== 'object' || value === null) return false
  const { version, recipients, identityFile, turning } = value as Partial<Marker>
  return (
    version === 1 &&
    Array.isArray(recipients) &&
    recipients.length > 0 &&
    recipients.every((each) => typeof each === 'string' && each.startsWith('age1')) &&
    (identityFile === undefined || typeof identityFile === 'string') &&
    (turning === undefined || turning === 'on' || turning === 'off')
  )
}
