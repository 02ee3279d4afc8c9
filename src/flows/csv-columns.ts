import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { type Mapping, mapColumns, mapPreset } from '../exchange/csv-mapping.ts'
import { PRESETS } from '../exchange/csv-presets.ts'
import { headerKey } from '../exchange/identity.ts'
import { mapFor, withMap } from '../model/columns.ts'

/** What was said of a CSV's columns. */
export interface ColumnFlags {
  readonly map?: string
  readonly preset?: string
}

/** Returns what the columns mean: as told, or else as told the last time a CSV had this header. Throws a misuse where nobody said. */
export async function mappingFor(
  ctx: Context,
  header: readonly string[],
  { map, preset }: ColumnFlags,
): Promise<Mapping> {
  if (map !== undefined && preset !== undefined)
    throw misuse('--map and --preset both say what the columns mean: give one of them.')
  if (preset !== undefined) return presetFor(preset, header)
  return map === undefined ? lastMapping(ctx, header) : newMapping(ctx, header, map)
}

function presetFor(name: string, header: readonly string[]): Mapping {
  const preset = PRESETS.get(name)
  if (preset) return mapPreset(preset, header)
  throw misuse(`--preset ${name} is not one of: ${[...PRESETS.keys()].join(', ')}.`)
}

async function newMapping(ctx: Context, header: readonly string[], map: string): Promise<Mapping> {
  const mapping = mapColumns(map, header)
  const key = headerKey(header)
  if (mapFor(await ctx.columns.read(), key) !== map)
    await ctx.columns.change((columns) => withMap(columns, key, map))
  return mapping
}

async function lastMapping(ctx: Context, header: readonly string[]): Promise<Mapping> {
  const map = mapFor(await ctx.columns.read(), headerKey(header))
  if (map === undefined) throw misuse(unknownColumns(header))
  ctx.note(`The columns as last time: --map ${JSON.stringify(map)}`)
  return mapColumns(map, header)
}

function unknownColumns(header: readonly string[]): string {
  const fitting = [...PRESETS].filter(([, preset]) => fits(() => mapPreset(preset, header)))
  const hint = fitting.map(([name]) => ` They look like those of --preset ${name}.`).join('')
  return `What the columns mean is not known: ${header.join(', ')}.${hint} Say it once: --map who=COLUMN,at=COLUMN,summary=COLUMN`
}

function fits(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
