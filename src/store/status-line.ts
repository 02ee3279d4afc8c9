import { rename, unlink, writeFile } from 'node:fs/promises'
import type { Home } from './home.ts'
import { tempBeside } from './sweep.ts'

/** Writes the line that shell prompts read. It can be made anew at any time, so it is neither locked nor flushed. */
export async function writeStatusLine({ statusLine }: Home, line: string): Promise<void> {
  const temp = tempBeside(statusLine)
  try {
    await writeFile(temp, line === '' ? '' : `${line}\n`, { flag: 'wx', mode: 0o600 })
    await rename(temp, statusLine)
  } catch {
    // A prompt without its line is no reason to fail a change that is saved.
    await unlink(temp).catch(() => {})
  }
}
