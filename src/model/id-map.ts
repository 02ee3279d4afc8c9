import { CROCKFORD } from './ids.ts'

const ID = /^[0-9a-hjkmnp-tv-z]{12}$/
const HALF = 6
const SLOTS = 1024
/** Where in the alphabet a letter stands, by its code. */
const PLACES = new Uint8Array(128)
for (const [place, letter] of [...CROCKFORD].entries()) PLACES[letter.charCodeAt(0)] = place

/**
 * A map from ids to numbers, for very many of them: an id of 60 bits takes 8 bytes here and a hundred in a `Map`, which
 * moreover must be searched for garbage again and again.
 */
export class IdMap {
  #size = 0
  // Both halves of an id; the first is one more than it is, for 0 is a free slot.
  #first = new Uint32Array(SLOTS)
  #second = new Uint32Array(SLOTS)
  #values = new Float64Array(SLOTS)
  /** What is no id of ours: a journal made by another program may hold any. */
  readonly #others = new Map<string, number>()

  get size(): number {
    return this.#size + this.#others.size
  }

  get(id: string): number | undefined {
    if (!ID.test(id)) return this.#others.get(id)
    const slot = this.#slotOf(bits(id, 0) + 1, bits(id, HALF))
    return this.#first[slot] === 0 ? undefined : this.#values[slot]
  }

  set(id: string, value: number): void {
    if (!ID.test(id)) this.#others.set(id, value)
    else this.#put(bits(id, 0) + 1, bits(id, HALF), value)
  }

  #put(first: number, second: number, value: number): void {
    const slot = this.#slotOf(first, second)
    if (this.#first[slot] === 0) this.#size++
    this.#first[slot] = first
    this.#second[slot] = second
    this.#values[slot] = value
    if (this.#size * 4 > this.#first.length * 3) this.#grow()
  }

  /** Returns the slot that holds the id, or the free one where it belongs. */
  #slotOf(first: number, second: number): number {
    const last = this.#first.length - 1
    let slot = mixed(first, second) & last
    while (this.#first[slot] !== 0) {
      if (this.#first[slot] === first && this.#second[slot] === second) break
      slot = (slot + 1) & last
    }
    return slot
  }

  #grow(): void {
    const [firsts, seconds, values] = [this.#first, this.#second, this.#values]
    const slots = firsts.length * 2
    this.#size = 0
    this.#first = new Uint32Array(slots)
    this.#second = new Uint32Array(slots)
    this.#values = new Float64Array(slots)
    for (const [slot, first] of firsts.entries())
      if (first !== 0) this.#put(first, seconds[slot] ?? 0, values[slot] ?? 0)
  }
}

/** Returns six letters of the id as 30 bits. */
function bits(id: string, from: number): number {
  let value = 0
  for (let at = from; at < from + HALF; at++)
    value = (value << 5) | (PLACES[id.charCodeAt(at)] ?? 0)
  return value
}

/** Returns a number that looks like chance, so that ids in sequence do not crowd together. */
function mixed(first: number, second: number): number {
  const once = Math.imul(first ^ (second >>> 15), 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35)
  return Math.imul(once ^ (once >>> 13), 0x27d4eb2f) >>> 7
}
