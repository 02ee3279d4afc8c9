import { findCustomerFeeling, lostFeeling } from '../model/feeling-words.ts'
import { CUSTOMER_FEELINGS, type CustomerFeeling } from '../model/feelings.ts'
import { type Ask, isBack, type Verdict } from './ask.ts'
import { completeWord, listWords } from './verdict.ts'

const WORDS = CUSTOMER_FEELINGS.map(({ word }) => word)

/** Asks how a customer was when a follow-up was closed; Enter or Esc leaves it unsaid. */
export async function askHowTheyWere(
  ask: Ask,
  customer: string,
): Promise<CustomerFeeling | undefined> {
  const reply = await ask.line({
    text: `How was ${customer} when you checked?`,
    hint: 'A word, such as happy. ? lists them, Enter skips.',
    complete: (typed) => completeWord(WORDS, typed),
    judge,
  })
  const found = findCustomerFeeling(isBack(reply) ? '' : reply.typed)
  return found.ok ? found.word : undefined
}

function judge(typed: string): Verdict {
  if (typed.trim() === '') return { ok: true, echo: 'skipped' }
  if (typed.trim() === '?') return { ok: false, why: listWords(WORDS), help: true }
  const found = findCustomerFeeling(typed)
  return found.ok ? { ok: true, echo: found.word } : { ok: false, why: lostFeeling(typed, found) }
}
