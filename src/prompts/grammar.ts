import { misuse } from '../errors.ts'
import { eitherOf, findMeaning, type Name } from '../model/words.ts'

/** The words of each group a mixed answer may hold, by the group's name. */
export type Vocabularies = Readonly<Record<string, readonly string[]>>

/** What a mixed answer held: the words of each group that was named at all, and a number. */
export interface Mixed {
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly number?: number
}

const SEPARATORS = /[\s,]+/
const NUMBER = /^\d{1,4}$/
const NONE = /^(none|nothing|nobody|no one|-)$/i

/** Returns whether the answer is that there was none. */
export function saysNone(typed: string): boolean {
  return NONE.test(typed.trim())
}

/** Returns the words and the number in `stayed-on, verified 4`, each word by its shortest unambiguous beginning; throws a misuse naming the one that is not understood. */
export function readMixed(typed: string, vocabularies: Vocabularies): Mixed {
  const tokens = typed.split(SEPARATORS).filter(Boolean)
  const numbers = tokens.filter((token) => NUMBER.test(token))
  if (numbers.length > 1) throw misuse(`One number at most: ${eitherOf(numbers)}?`)
  const words = new Map<string, readonly string[]>()
  for (const token of tokens.filter((each) => !NUMBER.test(each))) {
    const word = readToken(token, vocabularies)
    const group = groupOf(word, vocabularies)
    words.set(group, [...new Set([...(words.get(group) ?? []), word])])
  }
  return { words, ...(numbers[0] !== undefined && { number: Number(numbers[0]) }) }
}

/** Returns the one word of a group, or nothing; throws a misuse where two were typed. */
export function oneWord({ words }: Mixed, group: string): string | undefined {
  const [word, ...others] = words.get(group) ?? []
  if (others.length > 0) throw misuse(`One of them: ${eitherOf([word ?? '', ...others])}?`)
  return word
}

function readToken(token: string, vocabularies: Vocabularies): string {
  const names: Name<string>[] = Object.values(vocabularies).flatMap((words) =>
    words.map((word): Name<string> => [word, [word]]),
  )
  const found = findMeaning(names, token)
  if (found.ok) return found.word
  const value = JSON.stringify(token)
  if (found.why === 'ambiguous')
    throw misuse(`${value} could be ${eitherOf(found.candidates)}: type more of it.`)
  throw misuse(`${value} is not on the list. Nearest: ${found.nearest.join(', ')}.`)
}

function groupOf(word: string, vocabularies: Vocabularies): string {
  return Object.keys(vocabularies).find((group) => vocabularies[group]?.includes(word)) ?? ''
}

/** Returns the words of one list that were typed, none for "none"; throws a misuse naming the one that is not on it. */
export function readWords(words: readonly string[], typed: string): readonly string[] {
  return saysNone(typed) ? [] : (readMixed(typed, { them: words }).words.get('them') ?? [])
}

/** Returns the names typed with commas between them, each once; none for "nobody". */
export function readNames(typed: string): string[] {
  if (saysNone(typed)) return []
  return [...new Set(typed.split(',').map((name) => name.trim()))].filter(Boolean)
}

/** Returns what stands before and after the first semicolon, trimmed; without one it is all `before`, or all `after` where only that is asked. */
export function splitOnce(
  typed: string,
  onlyAfter = false,
): { readonly before: string; readonly after: string } {
  const at = typed.indexOf(';')
  const whole = typed.trim()
  if (at === -1) return onlyAfter ? { before: '', after: whole } : { before: whole, after: '' }
  return { before: typed.slice(0, at).trim(), after: typed.slice(at + 1).trim() }
}
