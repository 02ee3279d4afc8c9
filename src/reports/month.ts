import type { Counts } from '../model/counts.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { type Effort, effortAnswers, effortOf } from './effort.ts'
import type { Quote, Share } from './figure.ts'
import { type FirstContact, firstContact } from './first-contact.ts'
import { BY_BEHAVIOUR, BY_CHANNEL, BY_MOMENT } from './groupings.ts'
import { countGroups, findingOf, type GroupRow, type Scan, tableBy } from './groups.ts'
import type { PeriodInput } from './input.ts'
import { type Intended, intendedFigures } from './intended.ts'
import { ARRIVED_UNHAPPY_LEFT_WELL } from './leaving.ts'
import { type PurposeTouched, purposeAnswers } from './meaning.ts'
import { authorityGap } from './obstacles.ts'
import { type PriorEffort, priorEffort } from './prior-effort.ts'
import { quotesOf } from './refs.ts'
import { type RootCause, repeatedCauses } from './repeats.ts'
import { trailRange, weeklyTrend } from './trend.ts'
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
  readonly trail: Counts
}

const SCAN: Scan = {
  groupings: [BY_CHANNEL, BY_MOMENT, BY_BEHAVIOUR],
  ratio: ARRIVED_UNHAPPY_LEFT_WELL,
  words: 'Arrived unhappy, left well:',
}

/** Returns the figures of a month: those of a week, and what only more contacts can show. */
export function monthFigures(input: MonthInput): MonthFigures {
  const { entries, audience, settings } = input
  const week = weekFigures(input)
  const { tooFew } = week
  const groups = countGroups(entries, SCAN)
  const finding = findingOf(groups, SCAN)
  const look = {
    range: trailRange(input.period),
    share: 'turned',
    today: dayOf(input.now),
  } as const
  const trend = weeklyTrend(input.trail, look)
  return {
    ...week,
    byChannel: tableBy(groups, BY_CHANNEL, SCAN.ratio),
    byMoment: tableBy(groups, BY_MOMENT, SCAN.ratio),
    ...(finding !== undefined && { finding }),
    priorEffort: priorEffort(entries, tooFew),
    rootCauses: repeatedCauses(entries, audience),
    effort: effortOf(effortAnswers(entries), tooFew),
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
