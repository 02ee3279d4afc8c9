import { uptime } from 'node:process'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import type { Answers, HalfAnswered } from '../model/answers.ts'
import { missingAnswers } from '../model/understand.ts'
import type { Ask } from '../prompts/ask.ts'
import { askQuick, sayAnswered } from '../prompts/quick.ts'
import { openAsking } from './asking.ts'
import { keepingAnswers } from './keeping-answers.ts'

/** The answers of one contact, and where somebody was asked: by whom, and for how long. */
export interface Taken {
  readonly id: string
  readonly answers: Answers
  readonly ask?: Ask
  /** Whole seconds from the first question to the last answer. */
  readonly seconds?: number
}

/** Returns the answers given, or asks for those that are missing. Throws a misuse naming all of them where nobody can be asked. */
export async function takeAnswers(ctx: Context, given: Answers, madeId?: string): Promise<Taken> {
  const missing = missingAnswers(given)
  if (missing.length === 0) return { id: madeId ?? ctx.newId(), answers: given }
  const ask = await ctx.ask()
  if (ask) return askForRest(ctx, ask, given, madeId)
  const them = missing.length === 1 ? 'it' : 'them'
  throw misuse(
    `Missing: ${missing.join(', ')}. Give ${them}, or run afterword in a terminal to be asked.`,
  )
}

async function askForRest(
  ctx: Context,
  ask: Ask,
  given: Answers,
  madeId: string | undefined,
): Promise<Taken> {
  const { world, draft, learn } = await openAsking(ctx, ask, given)
  const id = draft?.id ?? madeId ?? ctx.newId()
  const known: HalfAnswered = { ...draft?.answers, ...answered(given) }
  if (draft) sayAnswered(ask, world, draft.answers)
  const started = uptime()
  const answers = await keepingAnswers(ctx, id, (keep) =>
    askQuick(ask, world, known, async (so) => {
      await Promise.all([keep(so), learn()])
    }),
  )
  const seconds = Math.round(uptime() - started)
  return { id, answers, ask, seconds }
}

/** What was not given must not hide what the draft holds. */
function answered(given: Answers): Answers {
  return Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== undefined))
}
