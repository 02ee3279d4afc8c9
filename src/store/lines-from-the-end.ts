/** Where a line stands in its file, in bytes. */
export interface Place {
  readonly start: number
  readonly length: number
}

/** So much is read at once. */
const BLOCK = 4 * 1024 * 1024

/** Yields the lines of a file of this size, the last one first, with what ends each; no more than one of them is in memory. */
export async function* linesFromTheEnd(
  size: number,
  read: (start: number, length: number) => Promise<Buffer>,
): AsyncGenerator<Place & { readonly bytes: Buffer }> {
  let [start, held] = [size, Buffer.alloc(0)]
  while (start > 0 || held.length > 0) {
    const cut = held.length < 2 ? -1 : held.lastIndexOf(10, held.length - 2)
    if (start > 0 && cut < 0) {
      const length = Math.min(BLOCK, start)
      start -= length
      held = Buffer.concat([await read(start, length), held])
    } else {
      const bytes = held.subarray(cut + 1)
      yield { start: start + cut + 1, length: bytes.length, bytes }
      held = held.subarray(0, cut + 1)
    }
  }
}
