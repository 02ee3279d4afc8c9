import { text } from '../model/fields.ts'
import type { Question } from './ask.ts'
import { judgeText } from './verdict.ts'

/** The hint of a question whose answer is shown on a terminal and nowhere else. */
export const PRIVATE = 'Private: it never leaves this machine. Enter skips.'

/** Returns a question for a text that may be left out. */
export function optionalText(
  asks: string,
  limit: number,
  hint = 'Enter skips.',
  skipped = 'skipped',
): Question {
  return { text: asks, hint, judge: judgeText(text(limit), skipped) }
}

/** Returns the state with the typed text in its place, or unchanged where it was left out. */
export function withText<State extends object>(
  state: State,
  key: keyof State,
  typed: string,
): State {
  return typed.trim() === '' ? state : { ...state, [key]: typed.trim() }
}
