import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { printEntries } from './entry-json.ts'
import { sayChanged, type Telling } from './say.ts'

export interface Outcome {
  readonly json?: boolean | undefined
}

export interface OneChange {
  /** The command's word, for the history. */
  readonly word: string
  readonly entry: Entry
  readonly to: (current: Entry) => Entry
  readonly says: Telling
}

/** Changes one entry and says what is now true: the entry as JSON on stdout, a line on stderr. */
export async function changeOne(
  ctx: Context,
  { json }: Outcome,
  { word, entry, to, says }: OneChange,
): Promise<void> {
  const [change] = await ctx.journal.change(word, [{ of: entry, to }])
  const changed = change?.after ?? entry
  if (json) await printEntries(ctx, changed)
  await sayChanged(ctx, changed, says)
}
