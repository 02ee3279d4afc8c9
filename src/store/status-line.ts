import { type Files, ifThere } from './files.ts'
import type { Home } from './home.ts'
import { replaceLightly } from './light-write.ts'
import { Litter } from './litter.ts'
import { sweepTempsOf } from './sweep.ts'

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
  const disk = { files, litter: new Litter(files) }
  try {
    for (let attempt = 1; attempt <= ATTEMPTS && !(await holds()); attempt++)
      if (await replaceLightly(disk, statusLine, bytes)) break
    // Without a lock nobody finds what the dead have left here; the living, who lose theirs too, begin again.
    await sweepTempsOf(files, statusLine)
  } catch {
    // A prompt without its line is no reason to fail a change that is saved.
  }
}
