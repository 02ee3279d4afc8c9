/** Returns whether the two are of one length and differ in a single bit, as a disk errs and a person does not. */
export function isOneBitOff(one: Buffer, other: Buffer): boolean {
  if (one.length !== other.length) return false
  let found = 0
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] ?? 0) ^ (other[at] ?? 0)
    if (difference === 0) continue
    // A power of two has one bit set.
    if (found++ > 0 || (difference & (difference - 1)) !== 0) return false
  }
  return found === 1
}
