import type { Leaf } from './leaves.ts'
import type { PackEntry } from './pack.ts'

/** Returns the entry as it leaves: built up of the leaves that may, and of nothing else. */
export function packEntry(leaves: readonly Leaf[]): PackEntry {
  const entry = {}
  for (const { steps, put, verdict } of leaves) if (verdict === 'leaves') place(entry, steps, put)
  return dense(entry) as PackEntry
}

type Branch = Record<string | number, unknown>

function place(root: Branch, steps: readonly (string | number)[], put: unknown): void {
  let branch = root
  steps.forEach((step, depth) => {
    const key = step === 'id' ? 'hash' : step
    const next = steps[depth + 1]
    branch[key] = next === undefined ? put : (branch[key] ?? (typeof next === 'number' ? [] : {}))
    branch = branch[key] as Branch
  })
}

/** Returns the value without the gaps that list items leave of which nothing was ticked. */
function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(dense)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dense(inner)]))
}
