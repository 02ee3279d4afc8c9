import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Answers } from '../model/answers.ts'
import { commandLine } from '../model/command-line.ts'
import { Unconfirmed } from '../store/trouble.ts'
import { saveDraft } from './keeping-answers.ts'
import type { Taken } from './take-answers.ts'

/** Does the work; where it fails, what was typed is kept as a draft and the error says where. Throws what the work threw. */
export async function keepingDraft<T>(
  ctx: Context,
  taken: Taken,
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work()
    await forgetDraft(ctx, taken)
    return result
  } catch (error) {
    if (error instanceof Unconfirmed) await forgetDraft(ctx, taken)
    else if (needsDraft(error, taken)) ctx.note(await keep(ctx, taken))
    throw error
  }
}

/** The entry is saved: a draft that cannot be removed is offered once more, which is no reason to fail. */
async function forgetDraft(ctx: Context, { id, ask }: Taken): Promise<void> {
  if (ask) await ctx.drafts.remove(id).catch(() => {})
}

/** A mistyped flag still stands in the shell. */
function needsDraft(error: unknown, { ask }: Taken): boolean {
  return ask !== undefined || !(error instanceof Refusal && error.exitCode === 2)
}

async function keep(ctx: Context, { id, answers }: Taken): Promise<string> {
  try {
    const path = await saveDraft(ctx, { id, answers })
    return `What you typed is kept in ${path}; the next afterword offers it.`
  } catch {
    return `No draft could be kept either. To say it again:\n${commandLine(answers)}`
  }
}

/** Keeps what is known of a contact nobody could be asked about, and says that the next afterword offers it. */
export async function keepForLater(ctx: Context, answers: Answers): Promise<void> {
  await saveDraft(ctx, { id: ctx.newId(), answers })
  ctx.remark('Nobody could be asked. What is known is kept: the next afterword offers it.')
}
