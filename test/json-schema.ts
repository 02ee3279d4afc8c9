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
