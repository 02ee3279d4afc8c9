import type { Question, Verdict } from './ask.ts'

const YES = /^y(es)?$/i
const NO = /^(no?)?$/i

/** Returns the question that `confirm` asks: only a typed yes is one. */
export function yesNoQuestion(text: string): Question {
  return { text: `${text} (y/N)`, judge: (typed) => judgeYesNo(typed.trim()) }
}

/** Returns whether the typed text says yes. */
export function saysYes(typed: string): boolean {
  return YES.test(typed.trim())
}

function judgeYesNo(typed: string): Verdict {
  if (YES.test(typed)) return { ok: true, echo: 'yes' }
  if (NO.test(typed)) return { ok: true, echo: 'no' }
  return { ok: false, why: 'y for yes, Enter for no.' }
}

/** Returns the text with each of its lines made harmless. */
export function safeLines(text: string, safe: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => safe(line))
    .join('\n')
}
