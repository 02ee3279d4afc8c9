import type { Context } from '../context.ts'
import type { SettingKey } from '../model/setting-keys.ts'
import type { Settings } from '../model/settings.ts'

/** A setting as it is in force, and where that comes from. */
export interface InForce {
  readonly key: string
  readonly value: string
  readonly source: string
}

/** Returns the value of a setting that is in force, and its source: the file, a variable, the machine or the standard. */
export async function inForce(ctx: Context, key: SettingKey, settings: Settings): Promise<InForce> {
  const value = key.show(settings)
  if (value !== undefined) return { key: key.key, value, source: 'config.json' }
  if (key.key === 'timeZone')
    return { key: key.key, value: await ctx.zone(), source: zoneSource(ctx) }
  return { key: key.key, value: key.standard, source: 'standard' }
}

function zoneSource(ctx: Context): string {
  const { variables } = ctx.surroundings()
  return ['AFTERWORD_NOW', 'TZ'].find((name) => name in variables) ?? 'the machine'
}
