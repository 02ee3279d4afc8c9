/** An entry in the making: groups of fields by their keys. */
export type FieldTree = { [key: string]: unknown }

/** Returns the value at a dotted place, or nothing. */
export function valueAt(tree: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (value as FieldTree | undefined)?.[key], tree)
}

/** Returns the values, each by its dotted name, as a tree of groups. */
export function treeOf(values: Iterable<readonly [string, unknown]>): FieldTree {
  const tree: FieldTree = {}
  for (const [name, value] of values) plant(tree, name.split('.'), value)
  return tree
}

function plant(tree: FieldTree, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[key] = value
    return
  }
  tree[key] ??= {}
  plant(tree[key] as FieldTree, rest, value)
}
