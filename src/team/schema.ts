import * as v from 'valibot'
import { BLOCKERS, CHANNELS, MOMENTS } from '../model/vocabulary.ts'
import { count, day, group, many, oneOf, share, words } from '../reports/schemas/pieces.ts'

const ask = group({ contact: words, week: words, text: words })
const story = group({
  week: words,
  headline: words,
  lesson: v.optional(words),
  share: oneOf(['coach', 'team']),
})

/** What is in a report that is not withheld, and in no other. */
const picture = {
  felt: count,
  first: group({ leftUnhappyNothingPlanned: count, overdue: count, outOfSight: count }),
  followUps: group({ due: count, onTime: count, late: count, overdue: count, kept: share }),
  handoffs: group({ passedOn: count, checkedBack: count, outOfSight: count }),
  arrivedUnhappyLeftWell: share,
  leftWell: share,
  slipped: share,
  spread: group({
    beyondChance: v.boolean(),
    limits: v.optional(group({ n: count, least: count, most: count })),
    text: words,
  }),
  extraSteps: group({ taken: share }),
  authority: group({ gap: share, wouldHaveDone: many(words) }),
  blockers: many(group({ blocker: oneOf(BLOCKERS), count, customers: v.optional(count) })),
  channels: many(group({ channel: oneOf(CHANNELS), leftWell: share })),
  moments: many(group({ moment: oneOf(MOMENTS), leftWell: share })),
  hidden: group({ blockers: count, channels: count, moments: count }),
  stories: many(story),
  thanks: many(group({ name: words, for: v.optional(words) })),
  friction: many(words),
  coverage: group({ guesses: share }),
} as const

type Keys = Readonly<Record<string, v.GenericSchema>>
type Optional<K extends Keys> = {
  readonly [Key in keyof K]: v.OptionalSchema<K[Key], undefined>
}

function optionally<K extends Keys>(keys: K) {
  const each = Object.entries(keys).map(([key, schema]) => [key, v.optional(schema)])
  return Object.fromEntries(each) as Optional<K>
}

/** The JSON of `afterword team report`. */
export const TeamSchema = group({
  report: v.literal('team'),
  period: group({ name: words, from: day, to: day, soFar: v.boolean() }),
  reps: count,
  counted: count,
  entries: v.nullable(count),
  withheld: v.optional(words),
  support: many(ask),
  more: v.record(words, count),
  notes: many(words),
  notice: words,
  ...optionally(picture),
})
