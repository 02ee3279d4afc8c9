/** Returns the items by key in order of first appearance; keys may be any text, `__proto__` too. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** A word of a list and how often it came up. */
export interface Count<Word extends string = string> {
  readonly word: Word
  readonly count: number
}

/** Returns the words that came up: most first, equals in their order. */
export function mostFirst<Word extends string>(
  counts: readonly Count<Word>[],
): readonly Count<Word>[] {
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
}

/** Returns the counts as an object whose keys stand in the order of the counts. */
export function countsByWord(counts: readonly Count[]): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.map(({ word, count }) => [word, count]))
}
