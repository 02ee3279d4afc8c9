import { describe, expect, it } from 'vitest'
import { countEntries } from '../../src/model/counts.ts'
import type { Entry } from '../../src/model/entry.ts'
import { fieldOf } from '../../src/model/fields-of-entry.ts'
import { blockersFigures } from '../../src/reports/blockers.ts'
import { calendarFigures } from '../../src/reports/calendar.ts'
import { customerFigures } from '../../src/reports/customer.ts'
import { followUps } from '../../src/reports/follow-ups.ts'
import { monthFigures } from '../../src/reports/month.ts'
import { purposeFigures } from '../../src/reports/purpose.ts'
import { storiesFigures } from '../../src/reports/stories.ts'
import { todayFigures } from '../../src/reports/today.ts'
import { WEEKS } from '../../src/reports/trend.ts'
import { anEntry } from '../helpers.ts'
import { AFTER, anInput, feelingsOf } from './input.ts'

// What the six questions leave behind; a figure that needs more names the field whose answer fills it.
const bare = anEntry({ felt: { before: 'unknown', after: 'unknown' } })
const DAY = { name: '2026-11-12', from: '2026-11-12', to: '2026-11-12' }

const settings = {
  purpose: { line: 'Nobody waits alone', own: [{ text: 'I fix what holds', since: '2026-01-01' }] },
  moments: [{ name: 'repair' as const, intended: ['happy' as const] }],
}

type Figures = Readonly<Record<string, unknown>>
type Report = (entry: Entry) => Figures

const period = (entry: Entry) => ({
  ...anInput({ entries: [entry], due: [entry], open: [entry], thanked: [entry], settings }),
  period: DAY,
})
const chosen = (entry: Entry) => ({
  entries: [entry],
  thanked: [entry],
  now: AFTER,
  audience: 'terminal' as const,
  settings,
})
const flat = (figures: object): Figures => ({ ...figures })

const REPORTS: Readonly<Record<string, Report>> = {
  month: (entry) =>
    flat(monthFigures({ ...period(entry), later: [], trail: countEntries([entry], WEEKS) })),
  today: (entry) => flat(todayFigures({ ...period(entry), yearAgo: [entry] })),
  feelings: (entry) => flat(feelingsOf(chosen(entry))),
  stories: (entry) => flat(storiesFigures(chosen(entry))),
  blockers: (entry) => flat(blockersFigures(chosen(entry))),
  purpose: (entry) => flat(purposeFigures(chosen(entry))),
  calendar: (entry) => flat(calendarFigures(chosen(entry))),
  customer: (entry) =>
    flat(customerFigures({ customer: 'lan', entries: [entry], now: AFTER, audience: 'terminal' })),
  followups: (entry) => ({ items: followUps([entry], '2026-11-18', 'terminal') }),
}

const happy = { felt: { before: 'angry', after: 'happy' } } as const
const unhappy = { felt: { before: 'neutral', after: 'angry' } } as const
const planned = { followUp: { status: 'planned', due: '2026-11-12' } } as const
const passedOn = {
  handoff: { to: 'tier 2', reason: 'skill', checkBackDue: '2026-11-12' },
} as const
const blocked: Partial<Entry> = {
  obstacles: { blockers: ['policy'], note: 'Closed on Mondays' },
}
const authority = {
  obstacles: { authority: { needed: true, had: false, wouldHaveDone: 'open up' } },
} as const

// [report, key of its figures, the field whose answer fills it, that answer]
const FILLS: readonly [string, string, string, Partial<Entry>][] = [
  ['month', 'felt', 'felt.before', happy],
  ['month', 'first', 'felt.after', unhappy],
  ['month', 'first', 'followUp.due', planned],
  ['month', 'first', 'handoff.checkBackDue', passedOn],
  ['month', 'followUps', 'followUp.status', planned],
  ['month', 'handoffs', 'handoff.to', passedOn],
  ['month', 'arrivedUnhappyLeftWell', 'felt.before', happy],
  ['month', 'leftWell', 'felt.after', happy],
  ['month', 'slipped', 'felt.after', unhappy],
  ['month', 'arrivedAs', 'felt.before', happy],
  ['month', 'leftAs', 'felt.after', happy],
  ['month', 'extraSteps', 'care.extraSteps', { care: { extraSteps: ['stayed-on'] } }],
  ['month', 'blockers', 'obstacles.blockers', blocked],
  ['month', 'stories', 'meaning.story.headline', { meaning: { story: { headline: 'h' } } }],
  ['month', 'toThank', 'care.helpedBy', { care: { helpedBy: ['ada'] } }],
  ['month', 'change', 'felt.after', happy],
  ['month', 'coverage', 'felt.basis', { felt: { ...happy.felt, basis: 'guess' } }],
  ['month', 'noticing', 'felt.after', unhappy],
  ['month', 'byChannel', 'channel', { channel: 'chat' }],
  ['month', 'byMoment', 'contact.moment', { contact: { moment: 'repair' } }],
  ['month', 'priorEffort', 'contact.priorContacts', { contact: { priorContacts: 2 } }],
  ['month', 'priorEffort', 'contact.priorChannels', { contact: { priorChannels: ['ivr'] } }],
  ['month', 'effort', 'contact.effort', { contact: { effort: 6 } }],
  ['month', 'firstContact', 'contact.priorContacts', { contact: { priorContacts: 0 } }],
  ['month', 'purposeTouched', 'meaning.purpose', { meaning: { purpose: 3 } }],
  ['month', 'authorityGap', 'obstacles.authority.had', authority],
  ['month', 'intended', 'contact.moment', { ...happy, contact: { moment: 'repair' } }],
  ['month', 'learned', 'obstacles.learned', { obstacles: { learned: 'a knack' } }],
  ['month', 'supportWanted', 'obstacles.supportWanted', { obstacles: { supportWanted: 'a van' } }],
  ['today', 'lines', 'disposition', { disposition: 'unresolved' }],
  ['today', 'dueToday', 'followUp.due', planned],
  ['today', 'dueTomorrow', 'followUp.due', { followUp: { status: 'planned', due: '2026-11-13' } }],
  ['today', 'best', 'felt.after', happy],
  ['today', 'yearAgo', 'felt.after', happy],
  ['feelings', 'stuck', 'felt.after', { felt: { before: 'angry', after: 'angry' } }],
  ['feelings', 'lift', 'felt.before', happy],
  ['feelings', 'by', 'contact.load', { contact: { load: 'slammed' } }],
  ['feelings', 'endings', 'disposition', { disposition: 'unresolved' }],
  ['feelings', 'effort', 'contact.effort', { contact: { effort: 6 } }],
  ['feelings', 'guesses', 'felt.basis', { felt: { ...happy.felt, basis: 'guess' } }],
  ['stories', 'stories', 'meaning.story.lesson', { meaning: { story: { lesson: 'l' } } }],
  [
    'stories',
    'recognition',
    'meaning.recognition',
    { meaning: { recognition: [{ direction: 'received', fromTo: 'ada' }] } },
  ],
  ['stories', 'toThank', 'care.helpedBy', { care: { helpedBy: ['ada'] } }],
  ['stories', 'borrowed', 'care.inspiredBy', { care: { inspiredBy: 'ada' } }],
  ['blockers', 'blockers', 'obstacles.blockers', blocked],
  ['blockers', 'authorityGap', 'obstacles.authority.needed', authority],
  ['blockers', 'wouldHaveDone', 'obstacles.authority.wouldHaveDone', authority],
  ['blockers', 'policies', 'obstacles.note', blocked],
  [
    'blockers',
    'supportWanted',
    'obstacles.supportWanted',
    { obstacles: { supportWanted: 'a van' } },
  ],
  ['blockers', 'purposeBlocked', 'meaning.purpose', { ...blocked, meaning: { purpose: 2 } }],
  [
    'blockers',
    'technologyFriction',
    'contact.technologyFriction',
    { contact: { technologyFriction: 'no way back' } },
  ],
  ['purpose', 'purposeTouched', 'meaning.purpose', { meaning: { purpose: 0 } }],
  ['purpose', 'blocked', 'meaning.purpose', { ...blocked, meaning: { purpose: 2 } }],
  ['purpose', 'atStake', 'contact.atStake', { contact: { atStake: 'a wedding' } }],
  ['purpose', 'values', 'meaning.values', { meaning: { values: ['plain words'] } }],
  ['purpose', 'commonGround', 'meaning.commonGround', { meaning: { commonGround: 'bread' } }],
  ['calendar', 'days', 'felt.after', happy],
  ['calendar', 'extraStepWeeks', 'care.extraSteps', { care: { extraSteps: ['stayed-on'] } }],
  ['calendar', 'own', 'private.emotion', { private: { emotion: 'proud' } }],
  ['customer', 'know', 'contact.customerWords', { contact: { customerWords: 'Thanks' } }],
  ['customer', 'know', 'contact.atStake', { contact: { atStake: 'a wedding' } }],
  ['customer', 'know', 'contact.relationship', { contact: { relationship: 'mended' } }],
  ['customer', 'followUps', 'followUp.due', planned],
  ['customer', 'triedBefore', 'contact.priorContacts', { contact: { priorContacts: 2 } }],
  ['customer', 'timeline', 'summary', { summary: 'Something else' }],
  ['followups', 'items', 'followUp.action', { followUp: { ...planned.followUp, action: 'Ring' } }],
]

// Keys that say what the report is about, come from the settings, or need a whole journal (their own tests fill them).
const ABOUT = ['report', 'period', 'purpose', 'line', 'sentence', 'entries', 'tooFew', 'from', 'to']
const OF_MANY = ['afterHours', 'customer', 'weeks', 'lift', 'rootCauses']
const WEEK_KEYS = Object.keys(monthFigures({ ...period(bare), later: [], trail: new Map() }))

describe('every figure is filled by a question', () => {
  it.each(FILLS)('%s: %s by %s', (report, key, field, answer) => {
    const figures = REPORTS[report] as Report
    const filled = figures({ ...bare, ...answer })
    expect(fieldOf(field), field).toBeDefined()
    expect(filled, key).toHaveProperty(key)
    if (key !== 'change') expect(filled[key]).not.toEqual(figures(bare)[key])
  })

  it.each(Object.keys(REPORTS))('and %s shows no figure that none fills', (report) => {
    const figures = REPORTS[report] as Report
    const named = FILLS.filter(([name]) => name === report || name === 'month').map(
      ([, key]) => key,
    )
    const keys = Object.keys(figures(bare)).filter((key) => ![...ABOUT, ...OF_MANY].includes(key))
    const shared = report === 'today' || report === 'feelings' ? WEEK_KEYS : []
    expect(keys.filter((key) => ![...named, ...shared].includes(key))).toEqual([])
  })
})
