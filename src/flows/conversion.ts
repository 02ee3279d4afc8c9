import type { Context } from '../context.ts'
import { safeLine } from '../model/safe.ts'
import { labelOf } from '../store/doctor/labels.ts'
import type { Converted } from '../store/sealed/turning.ts'

type How = 'encrypted' | 'decrypted'

/** Says which files a conversion would take. */
export async function tellPlan(ctx: Context, paths: readonly string[], how: How): Promise<void> {
  const { unicode } = ctx.look()
  const names = paths.map((path) => safeLine(labelOf(ctx.home, path), unicode))
  const rows = names.map((name) => `${name}\n`)
  await ctx.print(rows.length > 0 ? rows.join('') : `Nothing would be ${how}.\n`)
}

/** Says what a conversion has done, and what it has left as it was. */
export async function tellConversion(
  ctx: Context,
  { converted, twice, foreign }: Converted,
  how: How,
): Promise<void> {
  const count = converted.length === 1 ? 'One file is' : `${converted.length} files are`
  await ctx.print(
    `${converted.length === 0 ? 'Everything was' : count} ${how}${converted.length === 0 ? ' already' : ''}.\n`,
  )
  for (const path of twice)
    ctx.note(
      `${labelOf(ctx.home, path)}: it lay there twice, and not alike. Both are kept; unite months with: afterword doctor --repair`,
    )
  for (const path of foreign)
    ctx.note(`${labelOf(ctx.home, path)} is not a file of afterword, so it is left as it is.`)
}
