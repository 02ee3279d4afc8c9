import { dayOf, daysSince, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { type Chosen, type ChosenInput, chosenBy } from './input.ts'
import { thanksIn, toThank } from './recognition.ts'
import { quotable } from './refs.ts'
import { groupBy } from './tally.ts'

type Told = NonNullable<NonNullable<Entry['meaning']>['story']>

/** Something worth telling: what its headline is, what happened, their words, what to copy, and who may read it. */
export interface Story extends Told {
  readonly id: string
  readonly at: Timestamp
  readonly customer: string
  readonly summary: string
  readonly customerWords?: string
}

/** M14: thanks given and received, and how long ago the last was received. */
export interface RecognitionFigures {
  readonly given: number
  readonly received: number
  readonly public: number
  readonly daysSinceReceived?: number
}

/** What is worth telling and whom to thank: the JSON of `report stories`. */
export interface StoriesFigures extends Chosen<'stories'> {
  readonly stories: readonly Story[]
  readonly recognition: RecognitionFigures
  readonly toThank: readonly string[]
  /** Practices taken over from somebody, and in how many entries. */
  readonly borrowed: readonly { readonly from: string; readonly count: number }[]
}

export interface StoriesInput extends ChosenInput {
  /** The entries since the first of the chosen ones, in which thanks may have been given. */
  readonly thanked: readonly Entry[]
}

/** Returns the stories, oldest first, the thanks, whom to thank, and whose practice spread. */
export function storiesFigures(input: StoriesInput): StoriesFigures {
  const { entries, audience } = input
  const said = quotable(entries, audience)
  return {
    ...chosenBy('stories', input, entries.length),
    stories: said.flatMap(storyOf),
    recognition: recognitionOf(input),
    toThank: toThank(said, input.thanked),
    borrowed: [...groupBy(said, ({ care }) => care?.inspiredBy)].map(([from, same]) => ({
      from,
      count: same.length,
    })),
  }
}

function storyOf({ id, at, customer, summary, contact, meaning }: Entry): readonly Story[] {
  const words = contact?.customerWords
  if (meaning?.story === undefined) return []
  return [{ id, at, customer, summary, ...(words && { customerWords: words }), ...meaning.story }]
}

function recognitionOf({ entries, now }: ChosenInput): RecognitionFigures {
  const thanks = thanksIn(entries)
  const received = thanks.filter(({ direction }) => direction === 'received')
  const last = received
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  return {
    given: thanks.length - received.length,
    received: received.length,
    public: thanks.filter((each) => each.public === true).length,
    ...(last !== undefined && { daysSinceReceived: daysSince(last, dayOf(now)) }),
  }
}
