import type * as v from 'valibot'
import { Refusal } from '../errors.ts'
import { check } from '../model/fields.ts'
import { eitherOf, findWord, type Lost } from '../model/words.ts'
import type { Completion, Verdict } from './ask.ts'

/** Returns what `read` makes of the typed text, with its echo, or its refusal as a verdict. */
export function judgeBy(read: (typed: string) => string | undefined): (typed: string) => Verdict {
  return (typed) => {
    try {
      const echo = read(typed)
      return echo === undefined ? { ok: true } : { ok: true, echo }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, why: error.message }
      throw error
    }
  }
}

/** Returns what a field's schema says against the value, or nothing: `It has 300 characters; the limit is 280.` */
export function faultIn(schema: v.GenericSchema, value: unknown): string | undefined {
  const checked = check(schema, value)
  return checked.ok ? undefined : `${checked.faults[0]?.says.replace(/^the entry /, 'It ')}.`
}

/** Returns the judge of a text that may be left out; `skipped` is what leaving it out means. */
export function judgeText(schema: v.GenericSchema, skipped: string): (typed: string) => Verdict {
  return (typed) => {
    if (typed.trim() === '') return { ok: true, echo: skipped }
    const why = faultIn(schema, typed.trim())
    return why === undefined ? { ok: true } : { ok: false, why }
  }
}

/** Returns a word of a vocabulary as judged: its echo where the typed text is only its beginning. */
export function judgeWord(words: readonly string[], typed: string): Verdict {
  const found = findWord(words, typed)
  if (found.ok) return found.word === typed.trim() ? { ok: true } : { ok: true, echo: found.word }
  return { ok: false, why: lostWord(typed, found) }
}

function lostWord(typed: string, lost: Lost): string {
  const value = JSON.stringify(typed)
  return lost.why === 'ambiguous'
    ? `${value} could be ${eitherOf(lost.candidates)}: type more of it.`
    : `${value} is not on the list. Nearest: ${lost.nearest.join(', ')}.`
}

/** Returns the words that begin as typed, none for an empty text. */
export function completeWord(words: readonly string[], typed: string): Completion[] {
  const start = typed.trim().toLowerCase()
  if (start === '') return []
  return words
    .filter((word) => word.startsWith(start) && word !== start)
    .map((value) => ({ value }))
}

/** Returns the words as lines of at most 72 characters. */
export function listWords(words: readonly string[]): string {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 2 <= 72)
      lines[lines.length - 1] = `${last}, ${word}`
    else lines.push(word)
  }
  return lines.join(',\n')
}

/** Returns the completions of the last word typed, with what stands before it kept. */
export function completeLast(words: readonly string[], typed: string): Completion[] {
  const [, before = '', start = ''] = /^(.*[\s:,;])?([^\s:,;]*)$/.exec(typed) ?? []
  return completeWord(words, start).map(({ value }) => ({ value: before + value }))
}
