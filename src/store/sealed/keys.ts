import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { ifThere } from '../files.ts'
import { isRecipient, recipientOf } from './age.ts'
import type { Keys } from './encrypting.ts'
import { readIdentityFile } from './identity-file.ts'
import { takeInventory } from './inventory.ts'
import { type Marker, readMarker } from './marker.ts'
import { makeIdentity } from './new-identity.ts'
import { unlock, unlockIdentity } from './unlock.ts'

/** What a person says about the keys. */
export interface Wish {
  /** The absolute path of an identity of their own. */
  readonly identityFile?: string | undefined
  /** A second recipient, whose identity opens everything too. */
  readonly recovery?: string | undefined
  readonly passphrase: (which: 'current' | 'new') => Promise<string>
}

/** Returns who is to open the journal; an identity is made where there is none. Throws a Refusal. */
export async function keysFor(disk: Disk, wish: Wish): Promise<Keys> {
  const marker = await readMarker(disk.files, disk.home)
  await refuseRecovery(marker, wish)
  if (wish.identityFile !== undefined) return ownKeys(disk, wish, wish.identityFile, marker)
  const unlocking = { ...disk, passphrase: () => wish.passphrase('current') }
  if (marker) return { identity: await unlock(unlocking, marker), marker }
  const isThere = await ifThere(disk.files.lstat(disk.home.identity))
  if (isThere) return keysOf(await unlockIdentity(unlocking), wish)
  await refuseLost(disk)
  return keysOf(await makeIdentity(disk, await wish.passphrase('new')), wish)
}

async function ownKeys(
  disk: Disk,
  wish: Wish,
  identityFile: string,
  marker: Marker | undefined,
): Promise<Keys> {
  const identity = await readIdentityFile(disk.files, identityFile)
  const keys = await keysOf(identity, wish, identityFile)
  if (marker === undefined) return keys
  const [own = ''] = keys.marker.recipients
  if (!marker.recipients.includes(own))
    throw new Refusal(
      `${identityFile} is not an identity that the journal was encrypted for (${marker.recipients.join(', ')}). Nothing changed.`,
    )
  // With the recovery identity the lost one is left out from now on.
  const recipients = marker.recipients[0] === own ? marker.recipients : [own]
  return { identity, marker: { ...keys.marker, recipients } }
}

async function keysOf(identity: string, { recovery }: Wish, identityFile?: string): Promise<Keys> {
  const own = await recipientOf(identity)
  if (own === undefined)
    throw new Refusal(`${identityFile ?? 'The identity'} is damaged: it is no X25519 identity.`)
  const recipients = recovery === undefined || recovery === own ? [own] : [own, recovery]
  return {
    identity,
    marker: { version: 1, recipients, ...(identityFile !== undefined && { identityFile }) },
  }
}

async function refuseRecovery(marker: Marker | undefined, { recovery }: Wish): Promise<void> {
  if (recovery === undefined) return
  if (!(await isRecipient(recovery)))
    throw new Refusal(`--recovery ${recovery} is not a recipient: age1 and 58 letters.`, 2)
  if (marker && !marker.recipients.includes(recovery))
    throw new Refusal(
      'The journal is encrypted without this recovery. To add it: afterword decrypt, then afterword encrypt --recovery.',
    )
}

/** A new identity would not open what the lost one was for. */
async function refuseLost({ files, home }: Disk): Promise<void> {
  const { sealed } = await takeInventory(files, home)
  if (sealed.length === 0) return
  throw new Refusal(
    `The journal is encrypted, and its identity is gone: ${home.identity}. Put it back from a backup, or give the recovery identity: afterword encrypt --identity FILE. Nothing changed.`,
  )
}
