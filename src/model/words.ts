import { misuse } from '../errors.ts'

/** What a typed beginning turns out to be among the words it could mean. */
export type Found<Word extends string = string> =
  | { readonly ok: true; readonly word: Word }
  | Lost<Word>

export type Lost<Word extends string = string> =
  | { readonly ok: false; readonly why: 'ambiguous'; readonly candidates: readonly Word[] }
  | { readonly ok: false; readonly why: 'unknown'; readonly nearest: readonly Word[] }

/** A name people type and the words it can mean: a word means itself, an alias one word or more. */
export type Name<Word extends string> = readonly [name: string, meanings: readonly Word[]]

const NEAREST = 3

/** Returns the one word meant: by its exact name, else by every name that begins as typed; case does not matter. */
export function findMeaning<Word extends string>(
  names: readonly Name<Word>[],
  typed: string,
): Found<Word> {
  const start = typed.trim().replace(/\s+/g, ' ').toLowerCase()
  const exact = names.filter(([name]) => name === start)
  const begun = start === '' ? [] : names.filter(([name]) => name.startsWith(start))
  const meanings = meaningsOf(exact.length > 0 ? exact : begun)
  const [word, ...others] = meanings
  if (word === undefined) return { ok: false, why: 'unknown', nearest: nearest(names, start) }
  return others.length === 0
    ? { ok: true, word }
    : { ok: false, why: 'ambiguous', candidates: meanings }
}

/** Returns the word of a plain vocabulary meant by its shortest unambiguous beginning; a space stands for its hyphen. */
export function findWord<Word extends string>(words: readonly Word[], typed: string): Found<Word> {
  return findMeaning(
    words.map((word) => [word, [word]]),
    typed.trim().replace(/\s+/g, '-'),
  )
}

/** Returns the word meant, or throws a misuse that names what was typed and every choice. */
export function readWord<Word extends string>(
  flag: string,
  words: readonly Word[],
  typed: string,
): Word {
  const found = findWord(words, typed)
  if (found.ok) return found.word
  const value = JSON.stringify(typed)
  if (found.why === 'ambiguous')
    throw misuse(`${flag} ${value} could be ${eitherOf(found.candidates)}: type more of it.`)
  throw misuse(`${flag} ${value} is not one of: ${words.join(', ')}.`)
}

/** Returns the words as a choice: `resigned or respected`. */
export function eitherOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

/** Returns the three words whose names are the fewest edits away from what was typed, nearest first. */
export function nearest<Word extends string>(names: readonly Name<Word>[], typed: string): Word[] {
  const ranked = names
    .map(([name, meanings]) => ({ meanings, away: distance(typed, name) }))
    .sort((a, b) => a.away - b.away)
  return meaningsOf(ranked.map(({ meanings }) => ['', meanings])).slice(0, NEAREST)
}

function meaningsOf<Word extends string>(names: readonly Name<Word>[]): Word[] {
  return [...new Set(names.flatMap(([, meanings]) => meanings))]
}

// A beginning typed with a slip ("frst") is judged against the word's own beginning too.
function distance(typed: string, name: string): number {
  return Math.min(edits(typed, name), edits(typed, name.slice(0, typed.length)) + 0.5)
}

/** Levenshtein's distance, one row at a time. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (let column = 1; column <= to.length; column++) {
      const swap = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
