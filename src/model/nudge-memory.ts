import * as v from 'valibot'
import { group, listOf, oneOf, timestamp, whole } from './fields.ts'

/** The kinds of nudge, the first that fits first; the last six take turns. */
export const NUDGE_KINDS = [
  'moved-on',
  'left-unhappy',
  'in-the-way',
  'story',
  'tried-before',
  'hard-run',
  'at-stake',
  'extra-step',
  'helped-by',
  'their-words',
  'moment',
  'purpose',
] as const

export type NudgeKind = (typeof NUDGE_KINDS)[number]

const kindMemory = group({
  kind: oneOf(NUDGE_KINDS),
  askedAt: timestamp,
  /** How often it fitted since it was asked. */
  fitted: whole(0, 1_000_000),
})

export const NudgeMemorySchema = group({
  version: v.literal(1, 'is not a version this afterword knows'),
  /** How many contacts were saved since the last nudge. */
  saved: whole(0, 1_000_000),
  kinds: listOf(kindMemory, NUDGE_KINDS.length),
})

/** What is remembered of nudges, so that they stay rare. It can be deleted at any time. */
export type NudgeMemory = v.InferOutput<typeof NudgeMemorySchema>

export const NO_NUDGES: NudgeMemory = { version: 1, saved: 0, kinds: [] }
