import { dayOf, instantOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { isUnhappy, valenceOf } from '../model/feelings.ts'
import { ANON, leftUnhappyNothingPlanned } from '../model/follow-up.ts'
import type { NudgeKind } from '../model/nudge-memory.ts'
import { passesOn } from '../model/settle.ts'
import { type FieldQuestion, isKnown } from './field-question.ts'
import { headline, movedOn, purpose, stillNeeded } from './now-what-questions.ts'
import { inTheWay } from './so-what-questions.ts'
import {
  extraStep,
  helpedBy,
  moment,
  theirWords,
  triesQuestion,
  whatFor,
} from './what-questions.ts'

/** One question after saving; a pause asks for nothing and fills nothing. */
export interface Nudge {
  readonly kind: NudgeKind
  readonly pause?: string
  readonly question?: FieldQuestion
}

/** A line of the table: the nudge, and the entries it is for. */
export interface Row extends Nudge {
  readonly fits: (entry: Entry, today: readonly Entry[]) => boolean
}

const BIG_LIFT = 3
const HARD_RUN = 3

const fieldRow = (
  kind: NudgeKind,
  question: FieldQuestion,
  fits: Row['fits'] = (entry) => !isKnown(question, entry),
): Row => ({ kind, question, fits })

const tried = triesQuestion('What had gotten them to this point?')

/** The table, first match first. */
export const SITUATIONS: readonly Row[] = [
  fieldRow('moved-on', movedOn, ({ disposition, handoff }) =>
    // 'other' is what stands there until somebody says why.
    passesOn(disposition) ? handoff?.reason === 'other' : false,
  ),
  fieldRow(
    'left-unhappy',
    stillNeeded,
    (entry) => entry.customer !== ANON && leftUnhappyNothingPlanned(entry),
  ),
  fieldRow(
    'in-the-way',
    inTheWay,
    ({ disposition, obstacles }) =>
      (disposition === 'unresolved' || disposition === 'pending-us') &&
      obstacles?.blockers === undefined,
  ),
  fieldRow(
    'story',
    headline,
    (entry) => entry.meaning?.story === undefined && liftOf(entry) >= BIG_LIFT,
  ),
  fieldRow(
    'tried-before',
    tried,
    ({ felt, contact }) => isUnhappy(felt.before) && contact?.priorContacts === undefined,
  ),
  {
    kind: 'hard-run',
    pause: 'Three hard ones running. Take a minute? (Enter to go on)',
    fits: (entry, today) => isThirdHardOne(entry, today),
  },
]

/** Otherwise: each at most once a day, in turn. */
export const IN_TURN: readonly Row[] = [
  fieldRow('at-stake', whatFor),
  fieldRow('extra-step', extraStep),
  fieldRow('helped-by', helpedBy),
  fieldRow('their-words', theirWords),
  fieldRow('moment', moment),
  fieldRow('purpose', purpose),
]

function liftOf({ felt }: Entry): number {
  const before = valenceOf(felt.before)
  const after = valenceOf(felt.after)
  return before === null || after === null ? 0 : after - before
}

function isThirdHardOne(entry: Entry, today: readonly Entry[]): boolean {
  const sameDay = today.filter(({ id, at }) => id !== entry.id && dayOf(at) === dayOf(entry.at))
  const inOrder = [...sameDay, entry].sort((a, b) => instantOf(a.at) - instantOf(b.at))
  const upToIt = inOrder.slice(0, inOrder.indexOf(entry) + 1)
  const since = upToIt.findLastIndex(({ felt }) => !isUnhappy(felt.before))
  const run = upToIt.length - 1 - since
  return run > 0 && run % HARD_RUN === 0
}
