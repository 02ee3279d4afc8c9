import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { type Said, savedLine } from '../pages/confirmation.ts'
import type { Line } from '../pages/page.ts'
import { renderLine } from '../render/text.ts'
import { makeTheme } from '../render/theme.ts'

const COLUMNS = 80

/** How a change is put into a line. */
export type Telling = (entry: Entry, said: Said) => Line

/** Says a line on stderr, unless `--quiet`. */
export function sayLine(ctx: Context, line: Line): void {
  const theme = makeTheme({ colour: false, unicode: ctx.look().unicode })
  ctx.remark(renderLine(line, { theme, width: COLUMNS }))
}

/** Says on stderr what is now true of an entry and how to undo it, unless `--quiet`. */
export async function sayChanged(
  ctx: Context,
  entry: Entry,
  telling: Telling = savedLine,
): Promise<void> {
  sayLine(ctx, telling(entry, { shortId: entry.id.slice(0, 4), today: await ctx.today() }))
}
