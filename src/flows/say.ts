import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { savedLine } from '../pages/confirmation.ts'
import type { Frame } from '../render/layout.ts'
import { renderLine } from '../render/text.ts'
import { makeTheme } from '../render/theme.ts'

const COLUMNS = 80

/** Returns the frame of what is said on stderr: no colour, the width of a report. */
function saidFrame(ctx: Context): Frame {
  return { theme: makeTheme({ colour: false, unicode: ctx.look().unicode }), width: COLUMNS }
}

/** Says on stderr what is now true of an entry and how to undo it, unless `--quiet`. */
export async function sayChanged(ctx: Context, entry: Entry, word: string): Promise<void> {
  const line = savedLine(entry, { word, shortId: entry.id.slice(0, 4), today: await ctx.today() })
  ctx.remark(renderLine(line, saidFrame(ctx)))
}
