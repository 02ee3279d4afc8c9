import * as v from 'valibot'
import { MOMENTS } from '../../model/vocabulary.ts'
import {
  count,
  customerFeeling,
  effort,
  group,
  groupRow,
  many,
  oneOf,
  purposeTouched,
  quote,
  sentence,
  share,
  spread,
  words,
} from './pieces.ts'
import { weekKeys } from './week.ts'

export const MonthSchema = group({
  ...weekKeys('month'),
  byChannel: many(groupRow),
  byMoment: many(groupRow),
  finding: v.optional(words),
  priorEffort: group({
    contacts: spread,
    triedBefore: share,
    machineFirst: share,
    arrivedUnhappy: many(groupRow),
  }),
  rootCauses: many(group({ rootCause: words, count })),
  effort,
  firstContact: group({ share, notAsked: count }),
  purposeTouched,
  authorityGap: share,
  intended: many(group({ moment: oneOf(MOMENTS), intended: many(customerFeeling), left: share })),
  learned: many(quote),
  supportWanted: many(quote),
  sentence,
})
