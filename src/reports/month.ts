import { dayOf } from '../model/day.ts'
import type { Entry, FeltEntry } from '../model/entry.ts'
import { type Effort, effortOf } from './effort.ts'
import type { Quote, Share } from './figure.ts'
import { type FirstContact, firstContact } from './first-contact.ts'
import { BY_BEHAVIOUR, BY_CHANNEL, BY_MOMENT } from './groupings.ts'
import { findingOf, type GroupRow, tableBy } from './groups.ts'
import type { PeriodInput } from './input.ts'
import { type Intended, intendedFigures } from './intended.ts'
import { arrivedUnhappyLeftWell } from './leaving.ts'
import { type PurposeTouched, purposeAnswers } from './meaning.ts'
import { authorityGap } from './obstacles.ts'
import { type PriorEffort, priorEffort } from './prior-effort.ts'
import { quotesOf } from './refs.ts'
import { type RootCause, repeatedCauses } from './repeats.ts'
import { weeklyTrend } from './trend.ts'
import { weekFigures } from './week.ts'
import type { WeekFigures } from './week-figures.ts'

/** What a month holds: the JSON of `month --json`, the week's keys and these. */
export interface MonthFigures extends WeekFigures {
  /** Arrived unhappy and left well, by channel and by moment. */
  readonly byChannel: readonly GroupRow[]
  readonly byMoment: readonly GroupRow[]
  /** The one difference between groups that stands out, where one does. */
  readonly finding?: string
  readonly priorEffort: PriorEffort
  readonly rootCauses: readonly RootCause[]
  readonly effort: Effort
  readonly firstContact: FirstContact
  readonly purposeTouched: PurposeTouched
  readonly authorityGap: Share
  readonly intended: readonly Intended[]
  readonly learned: readonly Quote[]
  readonly supportWanted: readonly Quote[]
  /** The rep's own sentence in its versions, oldest first. */
  readonly sentence: readonly { readonly text: string; readonly since: string }[]
}

export interface MonthInput extends PeriodInput {
  /** The entries of the `returnDays` after the period. */
  readonly later: readonly Entry[]
  /** The entries of the period's `trailRange`. */
  readonly trail: readonly FeltEntry[]
}

const SCAN = {
  groupings: [BY_CHANNEL, BY_MOMENT, BY_BEHAVIOUR],
  figure: (entries: readonly FeltEntry[]) => arrivedUnhappyLeftWell(entries),
  words: 'Arrived unhappy, left well:',
}

/** Returns the figures of a month: those of a week, and what only more contacts can show. */
export function monthFigures(input: MonthInput): MonthFigures {
  const { entries, audience, settings } = input
  const week = weekFigures(input)
  const { tooFew } = week
  const finding = findingOf(entries, SCAN)
  const trend = weeklyTrend(input.trail, dayOf(input.now), SCAN.figure)
  return {
    ...week,
    byChannel: tableBy(entries, BY_CHANNEL, SCAN.figure),
    byMoment: tableBy(entries, BY_MOMENT, SCAN.figure),
    ...(finding !== undefined && { finding }),
    priorEffort: priorEffort(entries, tooFew),
    rootCauses: repeatedCauses(entries, audience),
    effort: effortOf(entries, tooFew),
    firstContact: firstContact(entries, input.later, tooFew),
    purposeTouched: purposeAnswers(entries, tooFew),
    authorityGap: authorityGap(entries, tooFew),
    intended: intendedFigures(entries, settings),
    learned: quotesOf(entries, audience, ({ obstacles }) => obstacles?.learned),
    supportWanted: quotesOf(entries, audience, ({ obstacles }) => obstacles?.supportWanted),
    ...(trend && { trend }),
    sentence: settings.purpose?.own ?? [],
  }
}
