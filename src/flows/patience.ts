import type { Context } from '../context.ts'

const PATIENCE_MS = 1000

/** Does the work; where it takes over a second, says once what is going on to whoever watches. */
export async function withPatience<T>(
  ctx: Context,
  sentence: string,
  work: () => Promise<T>,
): Promise<T> {
  const timer = ctx.isWatched() && setTimeout(() => ctx.remark(sentence), PATIENCE_MS)
  try {
    return await work()
  } finally {
    if (timer) clearTimeout(timer)
  }
}
