/** Yields the text in pieces of `size` characters, as a file read in chunks would come. */
export async function* inChunks(text: string, size = 7): AsyncGenerator<string> {
  // A decoder never hands out half a surrogate pair.
  const characters = text.isWellFormed() ? [...text] : [text]
  for (let at = 0; at < characters.length; at += size)
    yield characters.slice(at, at + size).join('')
}

/** Yields the bytes in pieces of `size`, so that characters fall apart between them. */
export async function* inBytes(bytes: Uint8Array, size = 3): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Returns everything an async iterable yields. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
