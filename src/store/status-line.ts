import type { Files } from './files.ts'
import type { Home } from './home.ts'
import { tempBeside } from './sweep.ts'

/** Writes the line that shell prompts read. It can be made anew at any time, so it is neither locked nor flushed. */
export async function writeStatusLine(
  files: Files,
  { statusLine }: Home,
  line: string,
): Promise<void> {
  const temp = tempBeside(statusLine)
  try {
    await files.create(temp, Buffer.from(line === '' ? '' : `${line}\n`), { flush: false })
    await files.rename(temp, statusLine)
  } catch {
    // A prompt without its line is no reason to fail a change that is saved.
    await files.remove(temp).catch(() => {})
  }
}
