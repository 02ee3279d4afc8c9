import { TRIED, type WeekReview } from '../model/review.ts'
import { findWord } from '../model/words.ts'
import type { Ask, Verdict } from './ask.ts'
import { optionalText, PRIVATE, withText } from './optional.ts'
import { weeklyQuestion } from './rotating.ts'
import { completeWord, judgeWord } from './verdict.ts'
import { type Stop, walk } from './walk.ts'

/** What closing a week knows beforehand; what is given is not asked. */
export interface WeekWorld {
  /** Such as `2026-W46`. */
  readonly week: string
  readonly given?: Partial<WeekReview>
  /** What the review of the week before said they would try. */
  readonly intention?: string
}

type Field = Exclude<keyof WeekReview, 'week' | 'question'>

const CLIMATE = /^[+-]?[0-2]$/

/** Asks for the week's best and hardest moment, what was tried and what to try, how they were treated, and one question more; each may be skipped. `onAnswer` hears of each answer. */
export async function askWeekReview(
  ask: Ask,
  world: WeekWorld,
  onAnswer?: (review: WeekReview) => void,
): Promise<WeekReview> {
  const { week, given = {}, intention } = world
  const stops = stopsFor(week, intention)
    .filter(([field]) => given[field] === undefined)
    .map(([, stop]) => stop)
  ask.say(ask.keys, 'dim')
  return walk(ask, stops, { week, ...given }, onAnswer)
}

/** Returns the questions that close a week, in the words in which they are asked. */
export function weekQuestions(week: string, intention: string | undefined): readonly string[] {
  return stopsFor(week, intention)
    .filter(([, { applies }]) => applies === undefined)
    .map(([, { question }]) => question({ week }).text)
}

function stopsFor(week: string, intention: string | undefined): [Field, Stop<WeekReview>][] {
  return [
    ['best', textStop('best', 'The best moment of the week?', 600, PRIVATE)],
    ['hard', textStop('hard', 'And the hardest?', 600, PRIVATE)],
    ...(intention === undefined ? [] : triedStops(intention)),
    ['tryNext', textStop('tryNext', 'One thing to try next week?', 280)],
    ['climate', CLIMATE_STOP],
    ['answer', rotatingStop(weeklyQuestion(week))],
  ]
}

function textStop(key: Field, asks: string, limit: number, hint?: string): Stop<WeekReview> {
  return {
    question: () => optionalText(asks, limit, hint),
    take: (review, typed) => withText(review, key, typed),
  }
}

function triedStops(intention: string): [Field, Stop<WeekReview>][] {
  const note = textStop('triedNote', 'What came of it?', 280)
  return [
    ['tried', triedStop(intention)],
    ['triedNote', { ...note, applies: ({ tried }) => tried !== undefined }],
  ]
}

function triedStop(intention: string): Stop<WeekReview> {
  return {
    question: () => ({
      text: `You said you would: ${intention}. Did you?`,
      hint: 'yes, partly or no. Enter skips.',
      complete: (typed) => completeWord(TRIED, typed),
      judge: (typed) => (typed.trim() === '' ? SKIPPED : judgeWord(TRIED, typed)),
    }),
    take: (review, typed) => {
      const found = findWord(TRIED, typed)
      return found.ok ? { ...review, tried: found.word } : review
    },
  }
}

const SKIPPED: Verdict = { ok: true, echo: 'skipped' }

const CLIMATE_STOP: Stop<WeekReview> = {
  question: () => ({
    text: 'How were you treated at work this week?',
    hint: `-2 badly, 0 neither, 2 well. ${PRIVATE}`,
    judge: (typed) => {
      if (typed.trim() === '') return SKIPPED
      return CLIMATE.test(typed.trim())
        ? { ok: true }
        : { ok: false, why: 'A whole number from -2 to 2.' }
    },
  }),
  take: (review, typed) =>
    // Adding 0 makes a typed -0 plain.
    typed.trim() === '' ? review : { ...review, climate: Number(typed.trim()) + 0 },
}

function rotatingStop(question: string): Stop<WeekReview> {
  return {
    question: () => optionalText(question, 600),
    take: (review, typed) =>
      withText(typed.trim() === '' ? review : { ...review, question }, 'answer', typed),
  }
}
