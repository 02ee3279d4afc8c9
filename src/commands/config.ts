import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { safeLine } from '../model/safe.ts'
import {
  SETTING_KEYS,
  type SettingKey,
  settingKey,
  withoutSetting,
  withSetting,
} from '../model/setting-keys.ts'
import type { Settings } from '../model/settings.ts'

interface ConfigFlags {
  readonly unset?: boolean
}

export function configCommand(command: Command, ctx: Context): void {
  command
    .argument('[key]', 'the name of a setting')
    .argument('[value...]', 'its new value')
    .option('--unset', 'back to the standard')
    .action((key: string | undefined, value: string[], flags: ConfigFlags) =>
      runConfig(ctx, key, value.join(' '), flags),
    )
}

async function runConfig(
  ctx: Context,
  typed: string | undefined,
  value: string,
  { unset }: ConfigFlags,
): Promise<void> {
  if (typed === undefined) return showAll(ctx)
  const key = settingKey(typed)
  if (value.trim() === '' && !unset) return showOne(ctx, key)
  const settings = await ctx.settings.change((current) =>
    unset ? withoutSetting(current, key) : withSetting(current, key, value),
  )
  ctx.remark(`${key.key}: ${safeLine(key.show(settings) ?? key.standard)}`)
}

async function showAll(ctx: Context): Promise<void> {
  const settings = await ctx.settings.read()
  const rows = SETTING_KEYS.map((key) => `${rowOf(key, settings)}\n    ${key.says}`)
  await ctx.print(`${rows.join('\n')}\n\nKept in ${safeLine(ctx.home.config)}\n`, 'pager')
}

async function showOne(ctx: Context, key: SettingKey): Promise<void> {
  await ctx.print(`${rowOf(key, await ctx.settings.read())}\n`)
}

/** Returns a setting with the source of its value. */
function rowOf(key: SettingKey, settings: Settings): string {
  const value = key.show(settings)
  return value === undefined
    ? `${key.key}: ${key.standard} (standard)`
    : `${key.key}: ${safeLine(value)} (config.json)`
}
