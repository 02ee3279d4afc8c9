import type { Answers } from '../model/answers.ts'
import { CUSTOMER_FEELINGS, type CustomerFeeling } from '../model/feelings.ts'
import { tryFelt } from '../model/felt.ts'
import type { Verdict } from './ask.ts'
import { endOf } from './next-steps.ts'
import type { Step } from './quick-steps.ts'
import { completeLast, listWords } from './verdict.ts'

/** How they came in and how they left. */
export const felt: Step = {
  id: 'felt',
  number: 4,
  field: 'felt',
  // Nobody was reached, so there was nothing to read.
  applies: ({ end, felt }) => endOf({ end }) !== 'no-contact' || felt !== undefined,
  question: ({ commonest }) => ({
    text: 'Felt, before, after?',
    hint: 'Such as "fru gra". One word is both, - is unknown, Enter lists the words.',
    complete: (typed) => completeLast(feelingsBy(commonest), typed),
    judge: (typed) => judgeFelt(typed, commonest),
  }),
  take: (answers, typed) => ({ ...answers, felt: typed.trim() }),
}

function judgeFelt(typed: string, commonest: readonly CustomerFeeling[]): Verdict {
  if (typed.trim() === '') return { ok: false, why: listWords(feelingsBy(commonest)), help: true }
  const verdict = tryFelt(typed)
  if (verdict.ok) return { ok: true, echo: `${verdict.felt.before} -> ${verdict.felt.after}` }
  return verdict.surprise ? { ok: true } : { ok: false, why: verdict.why }
}

function feelingsBy(commonest: readonly CustomerFeeling[]): CustomerFeeling[] {
  return [...new Set([...commonest, ...CUSTOMER_FEELINGS.map(({ word }) => word)])]
}

/** A surprise has no sign of its own: it is told after the words. */
export const surprise: Step = {
  id: 'surprise',
  number: 4,
  applies: (answers) => surpriseIn(answers) !== undefined,
  question: () => ({
    text: 'A good or a bad surprise?',
    hint: 'g: they were delighted. b: they were upset.',
    judge: (typed) =>
      isGood(typed) || isBad(typed) ? { ok: true } : { ok: false, why: 'g or b.' },
  }),
  take: (answers, typed) => {
    const told = surpriseIn(answers)
    return told ? { ...answers, felt: isGood(typed) ? told.good : told.bad } : answers
  },
}

const isGood = (typed: string) => startsOneOf(typed, ['good', 'delighted'])
const isBad = (typed: string) => startsOneOf(typed, ['bad', 'upset'])

function startsOneOf(typed: string, words: readonly string[]): boolean {
  const start = typed.trim().toLowerCase()
  return start !== '' && words.some((word) => word.startsWith(start))
}

function surpriseIn(answers: Answers): { readonly good: string; readonly bad: string } | undefined {
  if (answers.felt === undefined) return undefined
  const verdict = tryFelt(answers.felt)
  return verdict.ok ? undefined : verdict.surprise
}
