import fc from 'fast-check'
import { addDays } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { CUSTOMER_FEELINGS } from '../../src/model/feelings.ts'
import {
  BLOCKERS,
  CHANNELS,
  DISPOSITIONS,
  EXTRA_STEPS,
  FOLLOW_UP_STATUSES,
  LOADS,
  MOMENTS,
  PRIOR_CHANNELS,
} from '../../src/model/vocabulary.ts'
import { idOf } from '../helpers.ts'

// Small pools, so that names meet, days repeat and every rule's edge is reached.
const FIRST = '2026-10-05'
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 })
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((count) => addDays(FIRST, count))
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('-06:00', '+05:30', 'Z'))
  .map(([hour, offset]) => `T${String(hour).padStart(2, '0')}:00:00${offset}`)
const moment = (from: number, to: number) =>
  fc.tuple(day(from, to), time).map((all) => all.join(''))
const names = fc.constantFrom('ada', 'noor', '__proto__')
const feeling = fc.constantFrom(...CUSTOMER_FEELINGS.map(({ word }) => word))
const yesNo = fc.boolean()
const listOf = <T>(values: readonly T[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 })

const followUp = fc
  .record({
    status: fc.constantFrom(...FOLLOW_UP_STATUSES),
    due: day(0, 60),
    hasDue: yesNo,
    promised: some(yesNo),
    closedAfter: some(fc.integer({ min: -2, max: 2 })),
    note: some(fc.constant('note')),
  })
  .map(({ status, due, hasDue, promised, closedAfter, note }) => ({
    status,
    ...((status === 'planned' || hasDue) && { due }),
    ...(promised !== undefined && { promised }),
    ...(status === 'done' &&
      closedAfter !== undefined && { completedAt: `${addDays(due, closedAfter)}T23:00:00-06:00` }),
    ...(note && { note }),
  }))

const entry: fc.Arbitrary<Omit<Entry, 'id'>> = fc.record(
  {
    at: moment(0, 55),
    recordedAt: moment(0, 57),
    rep: fc.constant('me'),
    customer: fc.constantFrom('anon', 'lan', '__proto__'),
    channel: fc.constantFrom(...CHANNELS.slice(0, 3)),
    summary: fc.constant('something happened'),
    felt: fc.record(
      { before: feeling, after: feeling, basis: fc.constantFrom('guess', 'said-it') },
      { requiredKeys: ['before', 'after'] },
    ),
    disposition: fc.constantFrom('resolved', ...DISPOSITIONS),
    followUp,
    handoff: fc.record(
      {
        to: fc.constant('tier 2'),
        reason: fc.constant('skill' as const),
        checkBackDue: day(0, 60),
        checkedBackAt: moment(0, 60),
      },
      { requiredKeys: ['to', 'reason', 'checkBackDue'] },
    ),
    share: fc.constant('never' as const),
    contact: fc.record(
      {
        moment: fc.constantFrom(...MOMENTS.slice(0, 2)),
        load: fc.constantFrom(...LOADS),
        priorContacts: fc.constantFrom(0, 0, 1, 4),
        priorChannels: listOf(PRIOR_CHANNELS),
        effort: fc.integer({ min: 1, max: 7 }),
        atStake: fc.constant('the market on Saturday'),
        rootCause: fc.constantFrom('a wet splitter', 'A wet splitter', 'the wrong tariff'),
        customerWords: fc.constant('That will do'),
        technologyFriction: fc.constant('offer a way back'),
        relationship: fc.constantFrom('at-risk' as const, 'mended' as const),
      },
      { requiredKeys: [] },
    ),
    care: fc.record(
      {
        extraSteps: listOf(EXTRA_STEPS),
        extraMinutes: fc.integer({ min: 0, max: 30 }),
        helpedBy: fc.array(names, { maxLength: 2 }),
        inspiredBy: names,
      },
      { requiredKeys: [] },
    ),
    obstacles: fc.record(
      {
        blockers: listOf(BLOCKERS.slice(0, 4)),
        authority: fc.record(
          { needed: yesNo, had: yesNo, wouldHaveDone: fc.constant('lift the fine') },
          { requiredKeys: [] },
        ),
        note: fc.constant('the desk decides'),
        supportWanted: fc.constant('sight of the plan'),
        learned: fc.constant('ask for the weather'),
      },
      { requiredKeys: [] },
    ),
    meaning: fc.record(
      {
        purpose: fc.integer({ min: 0, max: 3 }),
        commonGround: fc.constant('early mornings'),
        values: fc.array(fc.constantFrom('plain words', 'patience'), { maxLength: 2 }),
        story: fc.constant({ headline: 'h', lesson: 'look twice', share: 'team' as const }),
        recognition: fc.array(
          fc.record(
            {
              direction: fc.constantFrom('given' as const, 'received' as const),
              fromTo: names,
              at: day(0, 57),
            },
            { requiredKeys: ['direction', 'fromTo'] },
          ),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: [] },
    ),
  },
  {
    requiredKeys: [
      'at',
      'recordedAt',
      'rep',
      'customer',
      'channel',
      'summary',
      'felt',
      'disposition',
      'followUp',
    ],
  },
)

/** Makes journals of up to 80 entries over eight weeks from 2026-10-05, in the journal's order. */
export const journals: fc.Arbitrary<Entry[]> = fc
  .array(entry, { maxLength: 80, size: 'max' })
  .map((entries) =>
    entries
      .map((each, i) => ({ ...each, id: idOf(i) }))
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id)),
  )

/** Makes a day of those eight weeks. */
export const days: fc.Arbitrary<string> = day(0, 60)

/** The seed of this run: given by TEST_SEED, else new; printed, so that a failure can be repeated. */
export const SEED = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31)
export const RUNS = { seed: SEED, numRuns: Number(process.env.TEST_RUNS ?? 30) }
