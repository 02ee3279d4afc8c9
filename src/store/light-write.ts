import type { Disk } from './disk.ts'
import { ifThere } from './files.ts'
import { tempBeside } from './sweep.ts'

/**
 * Puts the bytes in place of a file that can be made anew at any time, so that it is neither locked nor flushed. Returns
 * whether they are there; if not, somebody swept the temporary file meanwhile.
 */
export async function replaceLightly(
  { files, litter }: Pick<Disk, 'files' | 'litter'>,
  path: string,
  bytes: Uint8Array,
): Promise<boolean> {
  const temp = tempBeside(path)
  litter.add(temp)
  try {
    await files.create(temp, bytes, { flush: false })
    return (await ifThere(files.rename(temp, path).then(() => true))) ?? false
  } catch (error) {
    await files.remove(temp).catch(() => undefined)
    throw error
  } finally {
    litter.drop(temp)
  }
}
