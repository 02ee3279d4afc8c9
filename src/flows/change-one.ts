import type { Context } from '../context.ts'
import type { Entry } from '../model/entry.ts'
import { toJson } from './json.ts'

export interface Outcome {
  readonly json?: boolean | undefined
}

export interface OneChange {
  readonly word: string
  readonly entry: Entry
  readonly to: (current: Entry) => Entry
  readonly says: (changed: Entry, before: Entry) => string
}

/** Changes one entry and says what is now true: the entry as JSON on stdout, or a line on stderr. */
export async function changeOne(
  ctx: Context,
  { json }: Outcome,
  { word, entry, to, says }: OneChange,
): Promise<void> {
  const [change] = await ctx.journal.change(word, [{ of: entry, to }])
  const changed = change?.after ?? entry
  if (json) await ctx.print(toJson(changed))
  ctx.remark(says(changed, entry))
}
