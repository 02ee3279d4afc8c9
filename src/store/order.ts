import { instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'

/** Orders entries by the instant of `at`, then by id. */
export function byInstant(one: Entry, other: Entry): number {
  return instantOf(one.at) - instantOf(other.at) || byId(one, other)
}

interface Timed {
  readonly entry: Entry
  readonly instant: number
}

function byTime({ entry: one, instant }: Timed, { entry: other, instant: then }: Timed): number {
  return instant - then || byId(one, other)
}

function byId({ id: one }: Entry, { id: other }: Entry): number {
  return one < other ? -1 : +(one > other)
}

/** Returns the entries in order; a list that is in order already is only walked over. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  // Reading a time costs more than comparing two, and sorting compares each entry many times.
  const timed = entries.map((entry) => ({ entry, instant: instantOf(entry.at) }))
  return timed.sort(byTime).map(({ entry }) => entry)
}

/** Returns whether the entries are in order. */
export function isInOrder(entries: readonly Entry[]): boolean {
  const instants = entries.map(({ at }) => instantOf(at))
  return instants.every((instant, index) => index === 0 || (instants[index - 1] ?? 0) <= instant)
}

/** Returns one list of several that are each in order: months follow each other but for offsets at their edges. */
export function mergeInOrder(lists: readonly (readonly Entry[])[]): Entry[] {
  const filled = lists.filter((list) => list.length > 0)
  const overlaps = filled.some((list, index) => {
    const [last, first] = [filled[index - 1]?.at(-1), list[0]]
    return last !== undefined && first !== undefined && byInstant(last, first) > 0
  })
  return overlaps ? inOrder(filled.flat()) : filled.flat()
}

/** Returns the list, itself in order, with one more entry in its place. */
export function insert(entries: Entry[], entry: Entry): Entry[] {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = entries[middle]
    if (there && byInstant(there, entry) < 0) low = middle + 1
    else high = middle
  }
  return entries.toSpliced(low, 0, entry)
}
