import * as v from 'valibot'
import { STORY_SHARES } from '../../model/vocabulary.ts'
import { chosen, count, group, id, many, oneOf, timestamp, words } from './pieces.ts'

const story = group({
  id,
  at: timestamp,
  customer: words,
  summary: words,
  customerWords: v.optional(words),
  headline: v.optional(words),
  lesson: v.optional(words),
  share: v.optional(oneOf(STORY_SHARES)),
})

export const StoriesSchema = group({
  ...chosen('stories'),
  stories: many(story),
  recognition: group({
    given: count,
    received: count,
    public: count,
    daysSinceReceived: v.optional(v.pipe(v.number(), v.integer())),
  }),
  toThank: many(words),
  borrowed: many(group({ from: words, count })),
})
