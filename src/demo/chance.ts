const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const PRIME = 0x100000001b3n
const START = 0xcbf29ce484222325n
const MASK = 0xffffffffffffffffn

/** Returns a number of 64 bits that is always the same for the same text (FNV-1a with a final mix). */
function hash(text: string): bigint {
  let sum = START
  for (const character of text) {
    sum = ((sum ^ BigInt(character.codePointAt(0) ?? 0)) * PRIME) & MASK
  }
  sum = ((sum ^ (sum >> 33n)) * 0xff51afd7ed558ccdn) & MASK
  return sum ^ (sum >> 29n)
}

/** Returns an entry id (12 characters of Crockford base32) that is always the same for the same text. */
export function idFrom(text: string): string {
  let rest = hash(text)
  let id = ''
  for (let place = 0; place < 12; place += 1) {
    id += ALPHABET[Number(rest & 31n)]
    rest >>= 5n
  }
  return id
}

/** Returns a source of fractions from 0 up to 1, always the same for the same seed (mulberry32, Tommy Ettinger). */
export function chanceOf(seed: string): () => number {
  let state = Number(hash(seed) & 0xffffffffn)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Returns the list in an order that the source of chance decides (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const left = [...list]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(Math.floor(chance() * left.length), 1))
  return drawn
}
