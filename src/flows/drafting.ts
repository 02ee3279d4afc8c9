import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { commandLine } from '../model/command-line.ts'
import { Unconfirmed } from '../store/trouble.ts'
import type { Taken } from './take-answers.ts'

/** Does the work; where it fails, what was typed is kept as a draft and the error says where. Throws what the work threw. */
export async function keepingDraft<T>(
  ctx: Context,
  taken: Taken,
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work()
    if (taken.ask) await ctx.drafts.remove(taken.id)
    return result
  } catch (error) {
    if (needsDraft(error, taken)) ctx.note(await keep(ctx, taken))
    throw error
  }
}

/** What is saved but unconfirmed must not be saved twice, and a mistyped flag still stands in the shell. */
function needsDraft(error: unknown, { ask }: Taken): boolean {
  if (error instanceof Unconfirmed) return false
  return ask !== undefined || !(error instanceof Refusal && error.exitCode === 2)
}

async function keep(ctx: Context, { id, answers }: Taken): Promise<string> {
  try {
    const path = await ctx.drafts.save({ id, savedAt: await ctx.now(), answers })
    return `What you typed is kept in ${path}; the next afterword offers it.`
  } catch {
    return `No draft could be kept either. To say it again:\n${commandLine(answers)}`
  }
}
