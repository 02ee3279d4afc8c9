import * as v from 'valibot'
import { chosen, group, many, quote, ref, share, words } from './pieces.ts'
import { blockerCount } from './week.ts'

export const BlockersSchema = group({
  ...chosen('blockers'),
  blockers: many(group({ ...blockerCount, leftUnhappy: share })),
  finding: v.optional(words),
  authorityGap: share,
  wouldHaveDone: many(quote),
  policies: many(quote),
  supportWanted: many(quote),
  purposeBlocked: many(ref),
  technologyFriction: many(quote),
})
