import type { Entry } from '../model/entry.ts'
import { isUnhappy } from '../model/feelings.ts'
import type { Ask } from './ask.ts'
import { type FieldQuestion, type FillWorld, fill, isKnown, lineFor } from './field-question.ts'
import { nowWhat, purposeAndMood, story } from './now-what-questions.ts'
import { optionalText, withText } from './optional.ts'
import { backToNormal, basis, behaviours, inTheWayAndInstead, soWhat } from './so-what-questions.ts'
import { type Stop, walk } from './walk.ts'
import { atStake, extraStepAndHelp, momentAndLoad, triesQuestion } from './what-questions.ts'

const WHAT = 'What?'
const SO_WHAT = 'So what?'
const NOW_WHAT = 'Now what?'

/** The twelve questions in their order, under the three headings. */
export const REFLECT_QUESTIONS: readonly { heading: string; question: FieldQuestion }[] = [
  { heading: WHAT, question: triesQuestion('What had gotten them here?') },
  { heading: WHAT, question: atStake },
  { heading: WHAT, question: momentAndLoad },
  { heading: WHAT, question: extraStepAndHelp },
  { heading: SO_WHAT, question: soWhat },
  { heading: SO_WHAT, question: basis },
  { heading: SO_WHAT, question: behaviours },
  { heading: SO_WHAT, question: inTheWayAndInstead },
  { heading: SO_WHAT, question: backToNormal },
  { heading: NOW_WHAT, question: nowWhat },
  { heading: NOW_WHAT, question: story },
  { heading: NOW_WHAT, question: purposeAndMood },
]

/** What reflecting changes: the entry, and whom they helped today where that was asked. */
export interface Reflection {
  readonly entry: Entry
  /** For the review of the day. */
  readonly helped?: string
}

/** Returns whether the contact was a hard one: they left unhappy, or it left the rep so. */
export function isHard({ felt, private: drawer }: Entry): boolean {
  return isUnhappy(felt.after) || (drawer?.emotion !== undefined && isUnhappy(drawer.emotion))
}

/** Asks the deeper questions that are not answered yet, all skippable; `save` gets what was answered, even when they stop half-way. */
export async function askReflect(
  ask: Ask,
  entry: Entry,
  save: (reflection: Reflection) => Promise<void>,
  world: FillWorld,
): Promise<Reflection> {
  let last: Reflection = { entry }
  ask.say(ask.keys, 'dim')
  try {
    await walk(ask, stopsFor(entry, world), last, (reflection) => {
      last = reflection
    })
  } finally {
    if (last.entry !== entry || last.helped !== undefined) await save(last)
  }
  return last
}

function stopsFor(entry: Entry, world: FillWorld): Stop<Reflection>[] {
  const open = REFLECT_QUESTIONS.filter(({ question }) => !isKnown(question, entry))
  return [
    ...open.map(({ heading, question }): Stop<Reflection> => {
      const number = REFLECT_QUESTIONS.findIndex((each) => each.question === question) + 1
      return {
        heading,
        question: (reflection) => ({ ...lineFor(question, reflection.entry, world), number }),
        take: (reflection, typed) => ({
          ...reflection,
          entry: fill(question, reflection.entry, typed, world),
        }),
      }
    }),
    HELPED,
  ]
}

const HELPED: Stop<Reflection> = {
  applies: ({ entry }) => isHard(entry),
  question: () => optionalText('Who did you help today?', 280, 'In a few words. Enter skips.'),
  take: (reflection, typed) => withText(reflection, 'helped', typed),
}
