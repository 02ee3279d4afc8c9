import { findRepFeeling, lostFeeling } from '../model/feeling-words.ts'
import { REP_FEELINGS, type RepFeeling } from '../model/feelings.ts'
import { text } from '../model/fields.ts'
import type { DayReview } from '../model/review.ts'
import type { Ask, Question, Verdict } from './ask.ts'
import { readNames } from './grammar.ts'
import { optionalText, PRIVATE, withText } from './optional.ts'
import { completeWord, faultIn, listWords } from './verdict.ts'
import { type Stop, walk } from './walk.ts'

/** A day closed: its review, and the names to thank for it. */
export interface DayClose {
  readonly review: DayReview
  readonly toThank: readonly string[]
}

/** What closing a day knows beforehand; what is given is not asked. */
export interface DayWorld {
  readonly date: string
  readonly given?: Partial<DayReview>
  /** Names noted as helpers and not yet thanked. */
  readonly stillToThank?: readonly string[]
}

const REP_WORDS = REP_FEELINGS.map(({ word }) => word)

/** Asks whom they helped, whom to thank, and how the day left them; each may be skipped. `onAnswer` hears of each answer. */
export async function askDayReview(
  ask: Ask,
  world: DayWorld,
  onAnswer?: (close: DayClose) => void,
): Promise<DayClose> {
  const { date, given = {}, stillToThank = [] } = world
  const stops = [
    ...(given.helped === undefined ? [HELPED] : []),
    thankStop(stillToThank),
    ...(given.emotion === undefined ? [LEFT_YOU] : []),
  ]
  ask.say(ask.keys, 'dim')
  return walk(ask, stops, { review: { date, ...given }, toThank: [] }, onAnswer)
}

const HELPED: Stop<DayClose> = {
  question: () => optionalText('Who did you help today?', 280, 'In a few words. Enter skips.'),
  take: (close, typed) => ({ ...close, review: withText(close.review, 'helped', typed) }),
}

function thankStop(still: readonly string[]): Stop<DayClose> {
  const hint = 'A name or several, with commas. Enter skips.'
  return {
    question: () => ({
      text: 'Anyone to thank?',
      hint: still.length > 0 ? `Still to thank: ${still.join(', ')}. ${hint}` : hint,
      complete: (typed) => completeWord(still, typed),
      judge: judgeNames,
    }),
    take: (close, typed) => ({ ...close, toThank: readNames(typed) }),
  }
}

function judgeNames(typed: string): Verdict {
  const names = readNames(typed)
  if (names.length === 0) return { ok: true, echo: 'skipped' }
  const why = names.map((name) => faultIn(text(64), name)).find((fault) => fault !== undefined)
  return why === undefined ? { ok: true } : { ok: false, why }
}

const LEFT_YOU: Stop<DayClose> = {
  question: moodQuestion,
  take: (close, typed) => {
    const emotion = moodIn(typed)
    return emotion ? { ...close, review: { ...close.review, emotion } } : close
  },
}

function moodQuestion(): Question {
  return {
    text: 'And you: how did it leave you?',
    hint: `${PRIVATE} ? lists the words.`,
    complete: (typed) => completeWord(REP_WORDS, typed),
    judge: judgeMood,
  }
}

function judgeMood(typed: string): Verdict {
  if (typed.trim() === '') return { ok: true, echo: 'skipped' }
  if (typed.trim() === '?') return { ok: false, why: listWords(REP_WORDS), help: true }
  const found = findRepFeeling(typed)
  if (found.ok) return { ok: true, ...(found.word !== typed.trim() && { echo: found.word }) }
  return { ok: false, why: lostFeeling(typed, found) }
}

function moodIn(typed: string): RepFeeling | undefined {
  const found = findRepFeeling(typed)
  return found.ok ? found.word : undefined
}
