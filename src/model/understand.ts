import { misuse } from '../errors.ts'
import type { Answers, Understood } from './answers.ts'
import { type Day, dayOf, type Timestamp } from './day.ts'
import { readFelt } from './felt.ts'
import { ANON } from './follow-up.ts'
import { type Next, readNext } from './next.ts'
import { CHANNELS, DISPOSITIONS } from './vocabulary.ts'
import { atTimestamp, readWhen, unreadWhen, type When } from './when.ts'
import type { Lean } from './when-day.ts'
import { findWord, readWord } from './words.ts'
import type { Zone } from './zone.ts'

/** Both grammars or only ours: a caller adds `readWhenWords` where the first leaves a text unread. */
export type ReadWhen = (typed: string, now: Timestamp, lean: Lean) => When | undefined

export interface Clock {
  readonly now: Timestamp
  readonly zone?: Zone | undefined
  readonly readWhen?: ReadWhen | undefined
}

/** Returns what the answers mean; throws a misuse that names the first one that is not understood. */
export function understand(answers: Answers, clock: Clock): Understood {
  const { who, channel, summary, felt, end, passedTo, at, tags, set } = answers
  const next = understandNext(answers, clock)
  return {
    ...(who !== undefined && { who: readWho(who) }),
    ...(channel !== undefined && { channel: readWord('--channel', CHANNELS, channel) }),
    ...(summary !== undefined && { summary: summary.trim() }),
    ...(felt !== undefined && { felt: readFelt(felt) }),
    ...(end !== undefined && { end: readWord('--end', DISPOSITIONS, end) }),
    ...(next && { next }),
    ...(passedTo !== undefined && { passedTo: passedTo.trim() }),
    ...(at !== undefined && { at: readAt(at, clock) }),
    ...(tags && { tags }),
    ...(set && { set }),
  }
}

/** Returns the customer as stored: trimmed, and `anon` however it is written. */
export function readWho(typed: string): string {
  const name = typed.trim()
  return name.toLowerCase() === ANON ? ANON : name
}

/** Returns the moment `--at` means; throws a misuse where it is unread or has not happened yet. */
export function readAt(typed: string, { now, zone, readWhen: read = readWhen }: Clock): Timestamp {
  const when = read(typed, now, 'past')
  if (!when) throw unreadWhen(typed)
  return atTimestamp(when, now, zone)
}

/** Returns a reader of days to come for `readNext`, over the grammars the clock carries. */
export function dayReader({ now, readWhen: read = readWhen }: Clock) {
  return (text: string): Day | undefined => read(text, now, 'future')?.day
}

function understandNext(answers: Answers, clock: Clock): Next | undefined {
  const { next, promised, do: action } = answers
  if (next === undefined) {
    if (!promised && action === undefined) return undefined
    throw misuse(
      '--promised and --do go with a follow-up: say when with --next, such as --next fri.',
    )
  }
  const read = readNext(next, {
    today: dayOf(clock.now),
    readDay: dayReader(clock),
    promised,
    do: action,
  })
  if (isEnding(answers.end, 'visit-scheduled') && read.kind !== 'planned')
    throw misuse(
      `A visit needs its day: --next ${JSON.stringify(next)} names none. Try --next "mon".`,
    )
  return read
}

/** Returns the names of every flag that is missing, in the order of the questions; the summary is `SUMMARY`. */
export function missingAnswers(answers: Answers): string[] {
  const { who, channel, summary, felt, end, next, promised, do: action } = answers
  const needsNext = isEnding(end, 'visit-scheduled') || promised === true || action !== undefined
  const lacking: readonly (readonly [boolean, string])[] = [
    [!summary?.trim(), 'SUMMARY'],
    [!who?.trim(), '--who'],
    [!channel?.trim(), '--channel'],
    [!felt?.trim() && !isEnding(end, 'no-contact'), '--felt'],
    [!end?.trim(), '--end'],
    [needsNext && !next?.trim(), '--next'],
  ]
  return lacking.filter(([isMissing]) => isMissing).map(([, name]) => name)
}

function isEnding(typed: string | undefined, ending: (typeof DISPOSITIONS)[number]): boolean {
  const found = findWord(DISPOSITIONS, typed ?? '')
  return found.ok && found.word === ending
}
