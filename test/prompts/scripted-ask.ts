import type { Ask, Question, Reply } from '../../src/prompts/ask.ts'
import { saysYes } from '../../src/prompts/question.ts'
import { Stopped } from '../../src/prompts/stopped.ts'

/** What the person does at a question: types and presses Enter, goes back or stops with some text standing there, or stops. */
export type Move = string | { readonly back: string } | { readonly stop: string } | 'STOP'

/** One question as it was asked, and what came of it. */
export interface Asked {
  readonly text: string
  readonly number?: number
  readonly initial?: string
  readonly typed?: string
  readonly echo?: string
  readonly refused?: string
}

/** Returns an Ask that makes the moves in order; a refused answer is followed by the next move at the same question. */
export function scriptedAsk(moves: readonly Move[]) {
  const left = [...moves]
  const asked: Asked[] = []
  const said: string[] = []
  const move = (question: string) => {
    const next = left.shift()
    if (next === undefined) throw new Error(`nothing left to answer ${JSON.stringify(question)}`)
    if (next === 'STOP') throw new Stopped()
    if (typeof next !== 'string' && 'stop' in next) throw new Stopped(next.stop)
    return next
  }
  const line = async (question: Question): Promise<Reply> => {
    const { text, number, initial } = question
    const shown = { text, ...(number && { number }), ...(initial !== undefined && { initial }) }
    for (;;) {
      const next = move(text)
      if (typeof next !== 'string') {
        asked.push(shown)
        return next
      }
      const verdict = await question.judge(next)
      if (verdict.ok) {
        asked.push({ ...shown, typed: next, ...(verdict.echo && { echo: verdict.echo }) })
        return { typed: next }
      }
      asked.push({ ...shown, typed: next, refused: verdict.why })
    }
  }
  const ask: Ask = {
    keys: 'Esc: back   Ctrl-C: stop',
    line,
    confirm: async (text) => saysYes(String(move(text))),
    key: async (text) => {
      asked.push({ text })
      return String(move(text))
    },
    secret: async (text) => String(move(text)),
    say: (text) => {
      said.push(text)
    },
  }
  return { ask, asked, said, left }
}
