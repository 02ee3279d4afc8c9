import { misuse } from '../errors.ts'
import {
  CUSTOMER_ALIASES,
  CUSTOMER_FEELINGS,
  type CustomerFeeling,
  REP_FEELINGS,
  type RepFeeling,
} from './feelings.ts'
import { eitherOf, type Found, findMeaning, type Lost, type Name } from './words.ts'

const SURPRISE = 'surprised'

const customerNames: readonly Name<CustomerFeeling>[] = [
  ...CUSTOMER_FEELINGS.map(({ word }): Name<CustomerFeeling> => [word, [word]]),
  ...CUSTOMER_ALIASES,
  ['-', ['unknown']],
]
const repNames = REP_FEELINGS.map(({ word }): Name<RepFeeling> => [word, [word]])

/** Returns the customer's feeling meant by the shortest unambiguous beginning of a word or alias; `-` is unknown. */
export function findCustomerFeeling(typed: string): Found<CustomerFeeling> {
  return findMeaning(customerNames, typed)
}

/** Returns the rep's feeling meant by the shortest unambiguous beginning of a word. */
export function findRepFeeling(typed: string): Found<RepFeeling> {
  return findMeaning(repNames, typed)
}

/** Returns the feeling meant, or throws a misuse that names the value and its candidates or the nearest three. */
export function readCustomerFeeling(typed: string): CustomerFeeling {
  const found = findCustomerFeeling(typed)
  if (found.ok) return found.word
  throw misuse(lostFeeling(typed, found))
}

/** Returns the rep's own feeling meant, or throws like `readCustomerFeeling` but for the value, which is private. */
export function readRepFeeling(typed: string): RepFeeling {
  const found = findRepFeeling(typed)
  if (found.ok) return found.word
  throw misuse(
    found.why === 'ambiguous'
      ? 'How it left you could be several words: type more of it.'
      : 'How it left you is not a word on the list. The words: afterword review today, then ?',
  )
}

/** Returns the sentence that says why a feeling was not understood. */
export function lostFeeling(typed: string, lost: Lost): string {
  const value = JSON.stringify(typed)
  return lost.why === 'ambiguous'
    ? `${value} could be ${eitherOf(lost.candidates)}: type more of it.`
    : `${value} is not a feeling on the list. Nearest: ${lost.nearest.join(', ')}.`
}

/** Returns whether the text reaches only the one alias whose sign has to be asked: a surprise is good or bad. */
export function isSurprise(typed: string): boolean {
  const found = findCustomerFeeling(typed)
  const start = typed.trim().toLowerCase()
  return !found.ok && found.why === 'ambiguous' && SURPRISE.startsWith(start)
    ? customerNames.every(([name]) => name === SURPRISE || !name.startsWith(start))
    : false
}
