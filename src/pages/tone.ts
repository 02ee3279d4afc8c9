import { CUSTOMER_FEELINGS, type CustomerFeeling } from '../model/feelings.ts'

const VALENCES = new Map<string, number | null>(
  CUSTOMER_FEELINGS.map(({ word, valence }) => [word, valence]),
)

/** Returns whether the word stands for an unhappy customer. */
export function isUnhappyWord(word: CustomerFeeling): boolean {
  return (VALENCES.get(word) ?? 0) < 0
}

/** Returns whether the word stands for a customer who is well. */
export function isWellWord(word: CustomerFeeling): boolean {
  return (VALENCES.get(word) ?? 0) > 0
}
