import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { aWorld } from './world.ts'

/** Returns what `afterword schema` prints for these arguments. */
export async function schemaFor(...argv: string[]): Promise<object> {
  const world = await aWorld()
  const code = await world.run('schema', ...argv)
  if (code !== 0) throw new Error(world.err())
  return JSON.parse(world.out())
}

/** Returns a judge of values by a JSON Schema: every fault it finds, none where the value fits. */
export function judgeBy(schema: object): (value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictTuples: false })
  // The package is CommonJS: its function is the default export, or its `default`.
  const addFormats = 'default' in formats ? formats.default : formats
  ;(addFormats as (ajv: Ajv2020) => void)(ajv)
  const fits = ajv.compile(schema)
  return (value) =>
    fits(value)
      ? []
      : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns the dotted paths of every group in a value, itself first; a list is looked into at its first item. */
export function groupsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(value)) return groupsIn(value[0], [...path, '0'])
  if (!isGroup(value)) return []
  const inner = Object.entries(value).flatMap(([key, each]) => groupsIn(each, [...path, key]))
  return [[...path], ...inner]
}

/** Returns a copy of the value in which the group at the path was changed. */
export function changedAt(
  value: unknown,
  path: readonly string[],
  change: (group: object) => void,
) {
  const copy = structuredClone(value)
  change(path.reduce((at, key) => (at as Record<string, object>)[key] as object, copy as object))
  return copy
}
