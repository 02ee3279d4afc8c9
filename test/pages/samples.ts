import type { Entry } from '../../src/model/entry.ts'
import type { PeriodExtra } from '../../src/pages/extra.ts'
import type { Ref, Share } from '../../src/reports/figure.ts'
import type { WeekFigures } from '../../src/reports/week-figures.ts'
import { anEntry, idOf } from '../helpers.ts'

const NONE = { k: 0, n: 0, text: 'none' }

/** Returns a share in the words a report uses below ten. */
export function share(k: number, n: number): Share {
  return { k, n, text: n === 0 ? 'none' : `${k} of ${n}` }
}

/** Returns a reference to an entry. */
export function refTo({ id, at, customer, summary }: Entry, due?: string): Ref {
  return due ? { id, at, customer, summary, due } : { id, at, customer, summary }
}

/** Returns the figures of a week with nothing in it. */
export function emptyWeek(over: Partial<WeekFigures> = {}): WeekFigures {
  return {
    report: 'week',
    period: { name: '2026-W46', from: '2026-11-09', to: '2026-11-15', soFar: false },
    entries: 0,
    felt: 0,
    tooFew: true,
    listed: [],
    first: { leftUnhappyNothingPlanned: [], overdue: [], outOfSight: [] },
    followUps: { due: 0, onTime: 0, late: 0, overdue: 0, kept: NONE },
    handoffs: { passedOn: 0, checkedBack: 0, outOfSight: 0 },
    arrivedUnhappyLeftWell: NONE,
    leftWell: NONE,
    slipped: NONE,
    arrivedAs: {},
    leftAs: {},
    extraSteps: { taken: NONE, minutes: { n: 0, text: 'none' } },
    blockers: [],
    stories: [],
    toThank: [],
    coverage: { daysLogged: 0, workDays: 5, writtenLate: NONE, guesses: NONE },
    noticing: [],
    ...over,
  }
}

export const boiler = anEntry({
  id: idOf(1),
  at: '2026-11-10T14:05:00-06:00',
  customer: 'blue-boiler',
  summary: 'Boiler locks out at night; no part in the van',
  felt: { before: 'angry', after: 'upset' },
  disposition: 'unresolved',
})

export const lantern = anEntry({
  id: idOf(2),
  at: '2026-11-11T09:30:00-06:00',
  felt: { before: 'frustrated', after: 'grateful' },
  followUp: { status: 'planned', action: 'text after the frost', due: '2026-11-13' },
})

export const harbour = anEntry({
  id: idOf(3),
  at: '2026-11-11T16:40:00-06:00',
  customer: 'harbour-row',
  summary: 'Meter reads twice what the neighbours pay; billing has it now',
  felt: { before: 'anxious', after: 'reassured' },
  disposition: 'transferred',
  handoff: { to: 'billing', reason: 'authority', checkBackDue: '2026-11-12' },
})

/** Returns the figures of a week of fourteen contacts, all kinds of lines in it. */
export function fullWeek(over: Partial<WeekFigures> = {}): WeekFigures {
  return emptyWeek({
    purpose: 'Every call ends with a next step',
    intention: { tryNext: 'ask what it is for before opening the bag', tried: 'partly' },
    entries: 14,
    felt: 14,
    tooFew: false,
    listed: undefined,
    first: {
      leftUnhappyNothingPlanned: [refTo(boiler)],
      overdue: [refTo(lantern, '2026-11-13')],
      outOfSight: [refTo(harbour, '2026-11-11'), refTo(boiler, '2026-11-13')],
    },
    followUps: { due: 7, onTime: 5, late: 1, overdue: 1, kept: share(5, 7) },
    handoffs: { passedOn: 3, checkedBack: 1, outOfSight: 2 },
    arrivedUnhappyLeftWell: share(6, 9),
    leftWell: {
      k: 10,
      n: 14,
      percent: 71,
      low: 0.4535,
      high: 0.8828,
      text: '71 % (10 of 14; likely 45-88 %)',
    },
    slipped: share(0, 5),
    arrivedAs: { frustrated: 4, anxious: 2, rushed: 2, angry: 1, neutral: 4, satisfied: 1 },
    leftAs: { relieved: 5, grateful: 3, satisfied: 2, upset: 2, resigned: 1, neutral: 1 },
    extraSteps: {
      taken: share(8, 14),
      minutes: { n: 8, median: 4, min: 1, max: 14, text: 'median 4 min (1-14, n=8)' },
    },
    blockers: [
      { blocker: 'authority', count: 2, customers: 2 },
      { blocker: 'information', count: 2, customers: 2 },
    ],
    toThank: ['deck-jo'],
    change: {
      previous: { ...share(9, 13), percent: 69, low: 0.4237, high: 0.8732 },
      difference: [-0.2954, 0.3393],
      text: 'no clear change',
    },
    coverage: { daysLogged: 4, workDays: 5, writtenLate: share(4, 14), guesses: share(2, 14) },
    noticing: [
      '1 person left unhappy with nothing planned.',
      '1 follow-up is overdue.',
      '2 hand-offs were not looked back at.',
    ],
    ...over,
  })
}

/** Returns what the page of the week needs besides the figures, on the Sunday it ends. */
export function weekExtra(over: Partial<PeriodExtra> = {}): PeriodExtra {
  return {
    today: '2026-11-15',
    audience: 'terminal',
    entries: [boiler, lantern, harbour],
    handles: new Map([
      [boiler.id, 'blue'],
      [lantern.id, 'lantern'],
      [harbour.id, 'harbour'],
    ]),
    unnamed: 0,
    landed: [{ text: 'Her voice dropped when I asked who else was waiting on the heating.' }],
    wouldHaveDone: ['refund it on the call'],
    replies: [],
    questions: [],
    ...over,
  }
}
