import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { HalfAnswered } from '../model/answers.ts'
import { Stopped } from '../prompts/stopped.ts'

type Keep = (answers: HalfAnswered) => Promise<void>

/** Asks, with a draft kept after every answer; somebody who stops is told that nothing is lost. */
export async function keepingAnswers<T>(
  ctx: Context,
  id: string,
  asking: (keep: Keep) => Promise<T>,
): Promise<T> {
  let isKept = false
  const keep = async (answers: HalfAnswered) => {
    isKept = await saveDraft(ctx, { id, answers }).then(Boolean, () => false)
  }
  return tellingStop(
    () => asking(keep),
    async () => (isKept ? STOPPED : undefined),
  )
}

/** Asks; somebody who stops is told what `kept` returns, which may still keep something before. */
export async function tellingStop<T>(
  asking: () => Promise<T>,
  kept: () => Promise<string | undefined>,
): Promise<T> {
  try {
    return await asking()
  } catch (error) {
    const told = error instanceof Stopped ? await kept() : undefined
    throw told === undefined ? error : new Refusal(told, 130)
  }
}

const STOPPED = 'Stopped. What you typed is kept: the next afterword offers it.'

interface Unsaved {
  readonly id: string
  readonly answers: HalfAnswered
}

/** Keeps answers as a draft and returns the path of its file. */
export async function saveDraft(ctx: Context, draft: Unsaved): Promise<string> {
  return ctx.drafts.save({ ...draft, savedAt: await ctx.now() })
}
