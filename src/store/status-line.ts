import { type Files, ifThere } from './files.ts'
import type { Home } from './home.ts'
import { Litter } from './litter.ts'
import { sweepTempsOf, tempBeside } from './sweep.ts'

/** Each attempt that fails means that somebody else wrote the line meanwhile. */
const ATTEMPTS = 5

/** Writes the line that shell prompts read. It can be made anew at any time, so it is neither locked nor flushed. */
export async function writeStatusLine(
  files: Files,
  { statusLine }: Home,
  line: string,
): Promise<void> {
  const bytes = Buffer.from(line === '' ? '' : `${line}\n`)
  const holds = async () => (await ifThere(files.read(statusLine)))?.equals(bytes) ?? false
  try {
    for (let attempt = 1; attempt <= ATTEMPTS && !(await holds()); attempt++)
      if (await replace(files, statusLine, bytes)) break
    // Without a lock nobody finds what the dead have left here; the living, who lose theirs too, begin again.
    await sweepTempsOf(files, statusLine)
  } catch {
    // A prompt without its line is no reason to fail a change that is saved.
  }
}

/** Returns whether the bytes are in place; if not, somebody swept the temporary file. */
async function replace(files: Files, path: string, bytes: Uint8Array): Promise<boolean> {
  const temp = tempBeside(path)
  const litter = new Litter(files)
  litter.add(temp)
  try {
    await files.create(temp, bytes, { flush: false })
    return (await ifThere(files.rename(temp, path).then(() => true))) ?? false
  } catch (error) {
    await files.remove(temp).catch(() => {})
    throw error
  } finally {
    litter.drop(temp)
  }
}
