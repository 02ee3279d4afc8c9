import type { Context } from '../context.ts'
import type { Answers, Understood } from '../model/answers.ts'
import { type Clock, understand } from '../model/understand.ts'
import { readWhen } from '../model/when.ts'

/** Returns what the answers mean. Our own grammar of dates goes first; chrono is loaded only where that one is lost. */
export async function understood(ctx: Context, answers: Answers): Promise<Understood> {
  const clock = {
    now: await ctx.now(),
    zone: answers.at === undefined ? undefined : await ctx.zone(),
  }
  if (answers.at === undefined && answers.next === undefined) return understand(answers, clock)
  try {
    return understand(answers, clock)
  } catch {
    return understand(answers, { ...clock, readWhen: await bothGrammars() })
  }
}

/** Returns a reader of dates that asks our own grammar, then chrono. */
export async function bothGrammars(): Promise<NonNullable<Clock['readWhen']>> {
  const { readWhenWords } = await import('../model/when-words.ts')
  return (typed, now, lean) => readWhen(typed, now, lean) ?? readWhenWords(typed, now, lean)
}
