import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { toJson } from '../flows/json.ts'
import { type InForce, inForce } from '../flows/setting-sources.ts'
import { safeLine } from '../model/safe.ts'
import { SETTING_KEYS, settingKey, withoutSetting, withSetting } from '../model/setting-keys.ts'

interface ConfigFlags {
  readonly unset?: boolean
  readonly json?: boolean
}

export function configCommand(command: Command, ctx: Context): void {
  command
    .argument('[key]', 'the name of a setting')
    .argument('[value...]', 'its new value')
    .option('--unset', 'back to the standard')
    .option('--json', 'print the settings in force as JSON')
    .action((key: string | undefined, value: string[], flags: ConfigFlags) =>
      runConfig(ctx, key, value.join(' '), flags),
    )
}

async function runConfig(
  ctx: Context,
  typed: string | undefined,
  value: string,
  { unset, json }: ConfigFlags,
): Promise<void> {
  if (typed === undefined) return showAll(ctx, json)
  const key = settingKey(typed)
  if (value.trim() === '' && !unset) {
    const shown = await inForce(ctx, key, await ctx.settings.read())
    return ctx.print(json ? toJson(shown) : `${rowOf(shown)}\n`)
  }
  const settings = await ctx.settings.change((current) =>
    unset ? withoutSetting(current, key) : withSetting(current, key, value),
  )
  ctx.remark(`${key.key}: ${safeLine(key.show(settings) ?? key.standard)}`)
}

async function showAll(ctx: Context, json: boolean | undefined): Promise<void> {
  const settings = await ctx.settings.read()
  const shown = await Promise.all(SETTING_KEYS.map((key) => inForce(ctx, key, settings)))
  const { variables } = ctx.surroundings()
  if (json) return ctx.print(toJson({ settings: shown, file: ctx.home.config, variables }))
  const rows = shown.map((each, at) => `${rowOf(each)}\n    ${SETTING_KEYS[at]?.says}`)
  const kept = `Kept in ${safeLine(ctx.home.config)}`
  await ctx.print(`${[...rows, '', kept, ...formatVariables(variables)].join('\n')}\n`, 'pager')
}

const rowOf = ({ key, value, source }: InForce) => `${key}: ${safeLine(value)} (${source})`

function formatVariables(variables: Readonly<Record<string, string>>): string[] {
  const rows = Object.entries(variables).map(([name, value]) => `  ${name}=${safeLine(value)}`)
  return rows.length > 0 ? ['Read from the environment:', ...rows] : []
}
