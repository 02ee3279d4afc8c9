import * as v from 'valibot'
import { CUSTOMER_FEELINGS, REP_FEELINGS } from './feelings.ts'
import {
  type Checked,
  check,
  day,
  feeling,
  group,
  id,
  listOf,
  oneOf,
  text,
  timestamp,
  whole,
  wordsOf,
  yesOrNo,
} from './fields.ts'
import {
  BASES,
  BEHAVIOURS,
  BLOCKERS,
  CHANNELS,
  DIRECTIONS,
  DISPLAYS,
  DISPOSITIONS,
  EXTRA_STEPS,
  FOLLOW_UP_STATUSES,
  HANDOFF_REASONS,
  LOADS,
  LOYALTY_SIGNS,
  MOMENTS,
  PRIOR_CHANNELS,
  RECOGNITION_DIRECTIONS,
  RELATIONSHIPS,
  RESTORED,
  STAGES,
  STORY_SHARES,
} from './vocabulary.ts'

const customerFeeling = feeling(CUSTOMER_FEELINGS)

const felt = group({
  before: customerFeeling,
  after: customerFeeling,
  basis: v.optional(oneOf(BASES)),
})

const followUp = group({
  status: oneOf(FOLLOW_UP_STATUSES),
  action: v.optional(text(280)),
  due: v.optional(day),
  promised: v.optional(yesOrNo),
  completedAt: v.optional(timestamp),
  felt: v.optional(customerFeeling),
  note: v.optional(text(280)),
})

const handoff = group({
  to: text(60),
  reason: oneOf(HANDOFF_REASONS),
  warm: v.optional(yesOrNo),
  checkBackDue: day,
  checkedBackAt: v.optional(timestamp),
})

const contact = group({
  direction: v.optional(oneOf(DIRECTIONS)),
  moment: v.optional(oneOf(MOMENTS)),
  stage: v.optional(oneOf(STAGES)),
  caseRef: v.optional(text(64)),
  minutes: v.optional(whole(0, 1440)),
  load: v.optional(oneOf(LOADS)),
  conditions: v.optional(text(140)),
  atStake: v.optional(text(280)),
  askedFor: v.optional(text(280)),
  rootCause: v.optional(text(280)),
  customerWords: v.optional(text(280)),
  priorContacts: v.optional(whole(0, 99)),
  priorChannels: v.optional(wordsOf(PRIOR_CHANNELS)),
  causedByEarlierWork: v.optional(yesOrNo),
  technologyFriction: v.optional(text(280)),
  effort: v.optional(whole(1, 7)),
  restored: v.optional(oneOf(RESTORED)),
  relationship: v.optional(oneOf(RELATIONSHIPS)),
  loyalty: v.optional(wordsOf(LOYALTY_SIGNS)),
})

const care = group({
  behaviours: v.optional(wordsOf(BEHAVIOURS)),
  extraSteps: v.optional(wordsOf(EXTRA_STEPS)),
  extraMinutes: v.optional(whole(0, 240)),
  beyondStandard: v.optional(yesOrNo),
  tailored: v.optional(text(280)),
  ownedToEnd: v.optional(yesOrNo),
  helpedBy: v.optional(listOf(text(64), 10)),
  inspiredBy: v.optional(text(64)),
  offTheClock: v.optional(yesOrNo),
})

const obstacles = group({
  blockers: v.optional(wordsOf(BLOCKERS)),
  note: v.optional(text(280)),
  authority: v.optional(
    group({
      needed: v.optional(yesOrNo),
      had: v.optional(yesOrNo),
      wouldHaveDone: v.optional(text(280)),
    }),
  ),
  supportWanted: v.optional(text(280)),
  learned: v.optional(text(280)),
})

const recognition = group({
  direction: oneOf(RECOGNITION_DIRECTIONS),
  fromTo: text(64),
  public: v.optional(yesOrNo),
  for: v.optional(text(280)),
  at: v.optional(day),
})

const meaning = group({
  purpose: v.optional(whole(0, 3)),
  purposeNote: v.optional(text(280)),
  commonGround: v.optional(text(280)),
  values: v.optional(listOf(text(64), 20)),
  nowWhat: v.optional(text(600)),
  story: v.optional(
    group({
      headline: v.optional(text(280)),
      lesson: v.optional(text(280)),
      share: v.optional(oneOf(STORY_SHARES)),
    }),
  ),
  recognition: v.optional(listOf(recognition, 20)),
})

const privateDrawer = group({
  emotion: v.optional(feeling(REP_FEELINGS)),
  display: v.optional(oneOf(DISPLAYS)),
  what: v.optional(text(600)),
  soWhat: v.optional(text(600)),
  note: v.optional(text(2000)),
  secondsToLog: v.optional(whole(0, 86_400)),
})

/** The one schema: type, check, prompt list, help and JSON Schema. Keys are stored in this order. */
export const EntrySchema = group({
  id,
  at: timestamp,
  recordedAt: timestamp,
  updatedAt: v.optional(timestamp),
  rep: text(40),
  customer: text(64),
  channel: oneOf(CHANNELS),
  summary: text(280),
  felt,
  disposition: oneOf(DISPOSITIONS),
  followUp,
  handoff: v.optional(handoff),
  tags: v.optional(listOf(text(64), 20)),
  share: v.optional(oneOf(['never'])),
  contact: v.optional(contact),
  care: v.optional(care),
  obstacles: v.optional(obstacles),
  meaning: v.optional(meaning),
  private: v.optional(privateDrawer),
})

/** One contact with one customer, as it is stored. */
export type Entry = v.InferOutput<typeof EntrySchema>
/** When it was, and how the customer arrived and left. */
export type FeltEntry = Pick<Entry, 'at' | 'felt'>
export type FollowUp = Entry['followUp']
export type Handoff = NonNullable<Entry['handoff']>

/** Returns the entry with its keys in stored order, or every fault found. */
export function checkEntry(value: unknown): Checked<Entry> {
  return check(EntrySchema, value)
}
