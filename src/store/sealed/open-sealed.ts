import type { Files } from '../files.ts'
import type { Home } from '../home.ts'
import { codecOf } from './age.ts'
import type { Passage } from './gate.ts'
import { plainAmong } from './inventory.ts'
import { type Marker, readMarker } from './marker.ts'
import { sealedFiles } from './sealed-files.ts'
import { unlock } from './unlock.ts'

/** Returns the files of an encrypted journal, opened; throws a Refusal that says what is needed. */
export async function openSealed(
  files: Files,
  home: Home,
  passphrase: () => Promise<string>,
): Promise<Passage> {
  const marker = await readMarker(files, home)
  if (marker === undefined) return { files, notices: [] }
  const codec = await codecOf(await unlock({ files, home, passphrase }, marker), marker.recipients)
  const isTurning = marker.turning !== undefined
  return {
    files: sealedFiles({ files, home, codec, isTurning }),
    notices: await noticesOf(files, home, marker),
  }
}

async function noticesOf(files: Files, home: Home, { turning }: Marker): Promise<string[]> {
  if (turning === 'off')
    return ['Decrypting has not come to its end; go on with: afterword decrypt']
  if (turning === 'on') return ['Encrypting has not come to its end; go on with: afterword encrypt']
  const [first, ...others] = await plainAmong(files, home.journal)
  if (first === undefined) return []
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return [`journal/${first}${more} lies there in plain; encrypt it with: afterword encrypt`]
}
