/** The letters of an id, five bits each. */
export const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 12
const BYTES = 8
const SHORTEST = 4

/** Returns an id of 12 characters of Crockford base32, the first 60 bits of 8 random bytes; throws when there are fewer. */
export function makeId(randomBytes: Uint8Array): string {
  if (randomBytes.length < BYTES) throw new Error(`an id takes ${BYTES} random bytes`)
  let [text, bits, held] = ['', 0, 0]
  for (const byte of randomBytes.subarray(0, BYTES)) {
    bits = (bits << 8) | byte
    for (held += 8; held >= 5; held -= 5) text += CROCKFORD[(bits >> (held - 5)) & 31]
    bits &= 31
  }
  return text.slice(0, LENGTH)
}

/** Returns, for each id, its shortest prefix that no other id begins with, at least 4 characters. */
export function shortestPrefixes(ids: readonly string[]): Map<string, string> {
  const sorted = [...new Set(ids)].sort()
  return new Map(
    sorted.map((id, at) => {
      const shared = Math.max(common(id, sorted[at - 1] ?? ''), common(id, sorted[at + 1] ?? ''))
      return [id, id.slice(0, Math.max(SHORTEST, shared + 1))]
    }),
  )
}

/** Returns the id's shortest prefix that none of the others begins with, at least 4 characters. */
export function shortId(id: string, allIds: readonly string[]): string {
  const shared = allIds.reduce(
    (most, other) => (other === id ? most : Math.max(most, common(id, other))),
    0,
  )
  return id.slice(0, Math.max(SHORTEST, shared + 1))
}

function common(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length++
  return length
}
