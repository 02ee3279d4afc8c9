import { misuse } from '../errors.ts'
import type { Answers } from '../model/answers.ts'
import { type Day, formatDay, weekdayName } from '../model/day.ts'
import { text } from '../model/fields.ts'
import { ANON } from '../model/follow-up.ts'
import { type Next, type NextWorld, readNext } from '../model/next.ts'
import { passesOn } from '../model/settle.ts'
import { DISPOSITIONS, type Disposition } from '../model/vocabulary.ts'
import { formatWhen } from '../model/when.ts'
import { findWord } from '../model/words.ts'
import type { Verdict } from './ask.ts'
import type { QuickWorld, Step } from './quick-steps.ts'
import { faultIn, judgeBy } from './verdict.ts'
import { completeWho, judgeWho, nameOf } from './who.ts'

const isPassedOn = ({ end }: Answers) => passesOn(endOf({ end }))
const isVisit = ({ end }: Answers) => endOf({ end }) === 'visit-scheduled'

/** Returns the ending the answers begin to name, or nothing. */
export function endOf({ end }: Pick<Answers, 'end'>): Disposition | undefined {
  const found = findWord(DISPOSITIONS, end ?? '')
  return found.ok ? found.word : undefined
}

/** The sixth question, unless the ending asks another. */
export const next: Step = {
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

/** A visit is a promise with a day. */
export const visit: Step = {
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

/** A hand-off: its check-back is then the only thing to do. */
export const passedTo: Step = {
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

/** A follow-up for anon asks who. */
export const somebody: Step = {
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
  take: (answers, typed, { known }) => ({ ...answers, who: nameOf(typed, known) }),
}

function plans(answers: Answers, world: QuickWorld): boolean {
  if (answers.next === undefined || isPassedOn(answers)) return false
  try {
    return readNext(answers.next, nextWorld(world, answers)).kind === 'planned'
  } catch {
    return false
  }
}
