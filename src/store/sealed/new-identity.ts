import { Refusal } from '../../errors.ts'
import type { Disk } from '../disk.ts'
import { lockWith, newIdentity, unlockWith } from './age.ts'
import { writeWhole } from './marker.ts'

/** Makes an identity that this passphrase locks, keeps it in the config folder, and returns it. */
export async function makeIdentity(disk: Disk, passphrase: string): Promise<string> {
  const identity = await newIdentity()
  await keepIdentity(disk, identity, passphrase)
  return identity
}

/** Locks the identity with this passphrase from now on. What is written has been opened first. */
export async function keepIdentity(
  disk: Disk,
  identity: string,
  passphrase: string,
): Promise<void> {
  const locked = await lockWith(passphrase, `${identity}\n`)
  if ((await unlockWith(passphrase, locked))?.trim() !== identity)
    throw new Refusal('The identity could not be locked with this passphrase. Nothing changed.')
  await writeWhole(disk, disk.home.identity, locked)
}
