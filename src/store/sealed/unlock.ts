import { Refusal } from '../../errors.ts'
import { type Files, ifThere } from '../files.ts'
import type { Home } from '../home.ts'
import { naming } from '../trouble.ts'
import { MOST_WORK, recipientOf, unlockWith, workOf } from './age.ts'
import { readIdentityFile } from './identity-file.ts'
import type { Marker } from './marker.ts'

/** What it takes to open a journal; the passphrase is only asked for where one locks the identity. */
export interface Unlocking {
  readonly files: Files
  readonly home: Home
  readonly passphrase: () => Promise<string>
}

/** Returns the identity that opens a journal; throws a Refusal that says what is needed. */
export async function unlock(by: Unlocking, { identityFile, recipients }: Marker): Promise<string> {
  const { files, home } = by
  const identity =
    identityFile === undefined
      ? await unlockIdentity(by)
      : await readIdentityFile(files, identityFile)
  if ((await recipientOf(identity)) === recipients[0]) return identity
  throw new Refusal(
    `${identityFile ?? home.identity} is not the identity that the journal was encrypted for (${recipients[0]}). Nothing changed.`,
  )
}

/** Returns the identity that a passphrase locks; throws a Refusal where it is lost, damaged, or locked by another one. */
export async function unlockIdentity({ files, home, passphrase }: Unlocking): Promise<string> {
  const path = home.identity
  const bytes = await naming(path, 'read', () => ifThere(files.read(path)))
  if (bytes === undefined)
    throw new Refusal(
      `The journal is encrypted, and its identity is gone: ${path}. Put it back from a backup, or run afterword encrypt with the recovery identity: afterword encrypt --identity FILE`,
    )
  const work = workOf(bytes)
  if (work !== undefined && work > MOST_WORK)
    throw new Refusal(
      `wrong passphrase or damaged: ${path} asks for a work factor of ${work}, and more than ${MOST_WORK} is refused. Put it back from a backup.`,
    )
  const text = await unlockWith(await passphrase(), bytes)
  if (text !== undefined) return text.trim()
  throw new Refusal(`wrong passphrase or damaged: ${path}. Nothing changed.`)
}
