import type { Answers } from '../model/answers.ts'
import type { Day } from '../model/day.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { text } from '../model/fields.ts'
import { CHANNELS, type Channel, DISPOSITIONS } from '../model/vocabulary.ts'
import { findWord } from '../model/words.ts'
import type { Question, Verdict } from './ask.ts'
import { felt, surprise } from './felt-steps.ts'
import { next, passedTo, somebody, visit } from './next-steps.ts'
import { completeWord, faultIn, judgeWord, listWords } from './verdict.ts'
import { completeWho, judgeWho, nameOf, type WhoWorld } from './who.ts'

/** What the six questions know of the journal and of the day. */
export interface QuickWorld extends WhoWorld {
  /** The channels of the newest contacts, newest first. */
  readonly lastChannels: readonly Channel[]
  /** The feelings written down so far, commonest first. */
  readonly commonest: readonly CustomerFeeling[]
  /** Returns the day a text means for what is to come, or nothing. May throw a Refusal. */
  readonly readDay: (text: string) => Day | undefined
  /** The day on which a hand-off is looked back at. */
  readonly checkBackDue?: Day
}

export type Field = 'who' | 'channel' | 'summary' | 'felt' | 'end' | 'next' | 'passedTo'

/** One thing to ask: when it applies, how it is asked, and what its answer does to the answers. */
export interface Step {
  readonly id: string
  readonly number: number
  readonly field?: Field
  readonly applies: (answers: Answers, world: QuickWorld) => boolean
  readonly question: (world: QuickWorld, answers: Answers) => Question
  readonly take: (answers: Answers, typed: string, world: QuickWorld) => Answers
}

const HABIT = 5
const always = () => true

/** Returns the channel that is not worth asking for: the one of the last five contacts running. */
export function habitualChannel({ lastChannels }: QuickWorld): Channel | undefined {
  const [last, ...others] = lastChannels.slice(0, HABIT)
  return others.length === HABIT - 1 && others.every((each) => each === last) ? last : undefined
}

const who: Step = {
  id: 'who',
  number: 1,
  field: 'who',
  applies: always,
  question: (world) => ({
    text: 'Who?',
    hint: 'Enter: anon. A nickname or ticket number, not a full name.',
    complete: (typed) => completeWho(typed, world),
    judge: (typed) => judgeWho(typed, world),
  }),
  take: (answers, typed, { known }) => ({ ...answers, who: nameOf(typed, known) }),
}

const channel: Step = {
  id: 'channel',
  number: 2,
  field: 'channel',
  applies: always,
  question: ({ lastChannels: [last] }) => ({
    text: 'Channel?',
    hint: last ? `Enter: ${last}` : 'Enter lists them.',
    complete: (typed) => completeWord(CHANNELS, typed),
    judge: (typed) => judgeChannel(typed, last),
  }),
  take: (answers, typed, { lastChannels: [last] }) => ({
    ...answers,
    channel: typed.trim() === '' && last ? last : wordOf(CHANNELS, typed),
  }),
}

function judgeChannel(typed: string, last: Channel | undefined): Verdict {
  if (typed.trim() !== '') return judgeWord(CHANNELS, typed)
  return last ? { ok: true, echo: last } : { ok: false, why: listWords(CHANNELS), help: true }
}

function wordOf(words: readonly string[], typed: string): string {
  const found = findWord(words, typed)
  return found.ok ? found.word : typed.trim()
}

const summary: Step = {
  id: 'summary',
  number: 3,
  field: 'summary',
  applies: always,
  question: () => ({
    text: 'What happened?',
    hint: 'One line, one concrete detail.',
    judge: judgeSummary,
  }),
  take: (answers, typed) => ({ ...answers, summary: typed.trim() }),
}

function judgeSummary(typed: string): Verdict {
  if (typed.trim() === '') return { ok: false, why: 'It takes one line: what happened?' }
  const why = faultIn(text(280), typed.trim())
  return why === undefined ? { ok: true } : { ok: false, why }
}

const end: Step = {
  id: 'end',
  number: 5,
  field: 'end',
  applies: always,
  question: () => ({
    text: 'How did it end?',
    hint: 'Enter lists the endings.',
    complete: (typed) => completeWord(DISPOSITIONS, typed),
    judge: (typed) =>
      typed.trim() === ''
        ? { ok: false, why: listWords(DISPOSITIONS), help: true }
        : judgeWord(DISPOSITIONS, typed),
  }),
  take: (answers, typed) => ({ ...answers, end: wordOf(DISPOSITIONS, typed) }),
}

/** The questions in their order; which of them are asked depends on the answers before. */
export const QUICK_STEPS: readonly Step[] = [
  who,
  channel,
  summary,
  felt,
  surprise,
  end,
  next,
  visit,
  passedTo,
  somebody,
]
