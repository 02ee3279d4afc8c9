import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { type Answers, missingAnswers } from '../model/answers.ts'
import type { Entry } from '../model/entry.ts'
import { complete } from '../model/follow-up.ts'
import { formatSaved } from '../pages/confirmation.ts'
import type { Edit } from '../store/journal.ts'
import { askContact } from './asking.ts'
import { toJson } from './json.ts'
import { keepDraft } from './keeping.ts'
import { understand } from './understanding.ts'
import { findOpen } from './which-entry.ts'

export interface RecordOptions {
  readonly closes?: string
  readonly json?: boolean
}

/** One contact from the first answer to saved: asks what is missing where somebody can be asked. */
export async function recordContact(
  ctx: Context,
  given: Answers,
  { closes, json }: RecordOptions,
): Promise<Entry> {
  const closing = closes === undefined ? undefined : await findOpen(ctx, closes)
  const id = ctx.newId()
  const { answers, seconds } = await complete_(ctx, given, id)
  const entry = await keepDraft(ctx, { id, answers }, async () => {
    const made = await understand(ctx, answers, { id, seconds })
    await save(ctx, made, closing)
    return made
  })
  if (json) await ctx.print(toJson(entry))
  ctx.remark(formatSaved(entry))
  return entry
}
