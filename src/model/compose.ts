import type { Understood } from './answers.ts'
import type { Timestamp } from './day.ts'
import type { Entry, FollowUp } from './entry.ts'
import type { Next } from './next.ts'
import { applySets } from './set.ts'
import { type Loose, settled } from './settle.ts'
import type { WorkDays } from './work-days.ts'

/** What an entry takes from the world rather than from the answers. */
export interface NewEntryWorld {
  readonly id: string
  readonly now: Timestamp
  readonly rep: string
  readonly workDays?: WorkDays
  readonly secondsToLog?: number
}

const UNKNOWN = { before: 'unknown', after: 'unknown' } as const

/** Returns the entry the answers make, checked by the schema; throws a misuse naming what does not fit together. */
export function composeEntry(answers: Understood, world: NewEntryWorld): Entry {
  const { id, now, rep, secondsToLog } = world
  const felt = answers.felt ?? (answers.end === 'no-contact' ? UNKNOWN : undefined)
  const entry: Loose = {
    id,
    at: answers.at ?? now,
    recordedAt: now,
    rep,
    followUp: { status: 'not-needed' },
    ...answered({ ...answers, ...(felt && { felt }) }),
    ...(secondsToLog !== undefined && { private: { secondsToLog } }),
  }
  return settled(applySets(entry, answers.set ?? []), now, world.workDays)
}

export interface AmendWorld {
  readonly now: Timestamp
  readonly workDays?: WorkDays
}

/** Returns the entry with the given answers in place of its own, checked anew; a hand-off it has stays, whatever the ending. */
export function amendEntry(entry: Entry, answers: Understood, world: AmendWorld): Entry {
  const next = answers.next && { followUp: amendedFollowUp(entry.followUp, answers.next) }
  const felt = answers.felt && { felt: { ...entry.felt, ...answers.felt } }
  const handoff = answers.passedTo && { handoff: { ...entry.handoff, to: answers.passedTo } }
  const amended: Loose = {
    ...entry,
    ...answered(answers),
    ...felt,
    ...next,
    ...handoff,
    updatedAt: world.now,
  }
  return settled(
    applySets(amended, answers.set ?? [], { blanks: true }),
    world.now,
    world.workDays,
    entry,
  )
}

function answered(answers: Understood): Loose {
  const { who, channel, summary, felt, end, next, passedTo, at, tags } = answers
  return {
    ...(at !== undefined && { at }),
    ...(who !== undefined && { customer: who }),
    ...(channel && { channel }),
    ...(summary !== undefined && { summary }),
    ...(felt && { felt }),
    ...(end && { disposition: end }),
    ...(next && { followUp: followUpOf(next) }),
    ...(passedTo !== undefined && { handoff: { to: passedTo } }),
    ...(tags && { tags: [...tags] }),
  }
}

function followUpOf(next: Next): FollowUp {
  if (next.kind === 'none') return { status: 'not-needed' }
  const action = next.action === undefined ? {} : { action: next.action }
  if (next.kind === 'done') return { status: 'done', ...action }
  return { status: 'planned', ...action, due: next.due, promised: next.promised }
}

// What the new answer does not say about a follow-up still open, the old one goes on saying.
function amendedFollowUp(before: FollowUp, next: Next): FollowUp {
  const after = followUpOf(next)
  if (next.kind !== 'planned' || before.status !== 'planned') return after
  return { ...before, ...after, promised: next.promised || before.promised === true }
}
