/** An entry in the making: groups of fields by their keys. */
export type FieldTree = { [key: string]: unknown }

/** Returns the value at a dotted place, or nothing. */
export function valueAt(tree: unknown, path: readonly string[]): unknown {
  let value = tree
  for (const key of path) value = (value as FieldTree | undefined)?.[key]
  return value
}

/** Returns the values, each by its dotted name, as a tree of groups, or in the tree they are to go into. */
export function treeOf(
  values: Iterable<readonly [string, unknown]>,
  tree: FieldTree = {},
): FieldTree {
  for (const [name, value] of values) plant(tree, name, value)
  return tree
}

function plant(tree: FieldTree, name: string, value: unknown): void {
  const path = pathOf(name)
  let group = tree
  for (let at = 0; at < path.length - 1; at++) {
    const key = path[at] as string
    group[key] ??= {}
    group = group[key] as FieldTree
  }
  group[path.at(-1) as string] = value
}

// Taking a name apart costs more than all the rest, and an import asks for the same few in each of its rows.
const paths = new Map<string, readonly string[]>()

function pathOf(name: string): readonly string[] {
  const known = paths.get(name)
  if (known) return known
  const path = name.split('.')
  paths.set(name, path)
  return path
}
