import { misuse } from '../errors.ts'
import type { Answers } from '../model/answers.ts'
import { type Day, formatDay, weekdayName } from '../model/day.ts'
import { CUSTOMER_FEELINGS, type CustomerFeeling } from '../model/feelings.ts'
import { tryFelt } from '../model/felt.ts'
import { text } from '../model/fields.ts'
import { ANON } from '../model/follow-up.ts'
import { type Next, type NextWorld, readNext } from '../model/next.ts'
import { passesOn } from '../model/settle.ts'
import { CHANNELS, type Channel, DISPOSITIONS, type Disposition } from '../model/vocabulary.ts'
import { formatWhen } from '../model/when.ts'
import { findWord } from '../model/words.ts'
import type { Question, Verdict } from './ask.ts'
import { completeLast, completeWord, faultIn, judgeBy, judgeWord, listWords } from './verdict.ts'
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

const isPassedOn = ({ end }: Answers) => passesOn(dispositionOf(end))
const isVisit = ({ end }: Answers) => dispositionOf(end) === 'visit-scheduled'

function dispositionOf(end: string | undefined): Disposition | undefined {
  const found = findWord(DISPOSITIONS, end ?? '')
  return found.ok ? found.word : undefined
}

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

const felt: Step = {
  id: 'felt',
  number: 4,
  field: 'felt',
  // Nobody was reached, so there was nothing to read.
  applies: ({ end, felt }) => dispositionOf(end) !== 'no-contact' || felt !== undefined,
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

const surprise: Step = {
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

const next: Step = {
  id: 'next',
  number: 6,
  field: 'next',
  applies: (answers) => !isPassedOn(answers) && !isVisit(answers),
  question: (world, answers) => ({
    text: 'Follow-up?',
    hint: 'Enter: none. done, or when, ! if promised, and what: fri! text them',
    judge: judgeBy((typed) => formatNext(readNext(typed, nextWorld(world, answers)))),
  }),
  take: (answers, typed) => ({ ...answers, next: typed.trim() || 'none' }),
}

const visit: Step = {
  id: 'visit',
  number: 6,
  field: 'next',
  applies: isVisit,
  question: (world, answers) => ({
    text: 'When is the visit?',
    hint: 'A day, and what for if you like: thu, in 3 days, 25 nov replace the meter',
    judge: (typed) => judgeVisit(typed, nextWorld(world, answers)),
  }),
  take: (answers, typed) => ({ ...answers, next: typed.trim() }),
}

function judgeVisit(typed: string, world: NextWorld): Verdict {
  return judgeBy((text) => {
    const read = readNext(text, world)
    if (read.kind !== 'planned') throw misuse('A visit needs its day: thu, in 3 days, 25 nov.')
    return formatNext({ ...read, promised: true })
  })(typed)
}

function nextWorld({ today, readDay }: QuickWorld, answers: Answers): NextWorld {
  return { today, readDay, promised: answers.promised, do: answers.do }
}

function formatNext(read: Next): string {
  if (read.kind === 'none') return 'none'
  if (read.kind === 'done') return 'done on the spot'
  return `= ${formatWhen(read.due)}${read.promised ? ', promised' : ''}`
}

const passedTo: Step = {
  id: 'passedTo',
  number: 6,
  field: 'passedTo',
  applies: isPassedOn,
  question: ({ checkBackDue }) => ({
    text: 'Passed to whom?',
    hint: 'A team, not a name. Enter: unknown.',
    judge: (typed) => judgePassedTo(typed, checkBackDue),
  }),
  take: (answers, typed) => ({ ...answers, passedTo: typed.trim() || 'unknown' }),
}

function judgePassedTo(typed: string, checkBackDue: Day | undefined): Verdict {
  const to = typed.trim()
  const why = faultIn(text(60), to || 'unknown')
  if (why !== undefined) return { ok: false, why }
  const due = checkBackDue && `look back ${weekdayName(checkBackDue)} ${formatDay(checkBackDue)}`
  return { ok: true, echo: [to === '' ? 'unknown' : '', due ?? ''].filter(Boolean).join(', ') }
}

const somebody: Step = {
  id: 'somebody',
  number: 6,
  applies: (answers, world) => answers.who === ANON && plans(answers, world),
  question: (world) => ({
    text: 'Who?',
    hint: 'A follow-up needs somebody to be with: a nickname or ticket number.',
    complete: (typed) => completeWho(typed, world),
    judge: (typed) =>
      nameOf(typed, world.known) === ANON
        ? { ok: false, why: 'A follow-up needs somebody to be with. Esc takes you back to it.' }
        : judgeWho(typed, world),
  }),
  take: who.take,
}

function plans(answers: Answers, world: QuickWorld): boolean {
  if (answers.next === undefined || isPassedOn(answers)) return false
  try {
    return readNext(answers.next, nextWorld(world, answers)).kind === 'planned'
  } catch {
    return false
  }
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
