import { describe, expect, it } from 'vitest'
import { checkEntry } from '../../src/model/entry.ts'
import { CUSTOMER_FEELINGS } from '../../src/model/feelings.ts'
import { fieldNames } from '../../src/model/fields-of-entry.ts'
import { parseJson } from '../../src/model/json.ts'
import { applySets } from '../../src/model/set.ts'
import * as words from '../../src/model/vocabulary.ts'
import { anEntry } from '../helpers.ts'

const long = (limit: number): Row => [
  'é'.repeat(limit),
  'é'.repeat(limit + 1),
  /has \d+ characters; the limit is \d+/,
]
const emoji = (limit: number): Row => [
  '🙂'.repeat(limit),
  '🙂'.repeat(limit + 1),
  /the limit is \d+/,
]
const whole = (low: number, high: number): Row => [
  low,
  high + 1,
  new RegExp(`not a whole number from ${low} to ${high}\\b`),
]
const flag: Row = [true, 'maybe', /not true or false/]
const day: Row = ['2026-11-20', '2026-02-30', /not a day such as/]
const time: Row = ['2026-11-12T10:00:00-06:00', '2026-11-12T24:00:00-06:00', /not a time such as/]
const one = (list: readonly string[]): Row => [list.at(-1), 'cross', /not one of: /]
const many = (list: readonly string[]): Row => [[list[0], list.at(-1)], ['cross'], /not one of: /]
const texts = (limit: number, each: number): Row => [
  ['x'.repeat(each), 'y'],
  Array.from({ length: limit + 1 }, (_, at) => `t${at}`),
  new RegExp(`has ${limit + 1} items; the limit is ${limit}`),
]
const feeling = (list: readonly { word: string }[]): Row => [
  list.at(-1)?.word,
  'cross',
  /"cross", not a word on the list/,
]

type Row = readonly [accepted: unknown, refused: unknown, says: RegExp]

// Every field of the contract: a value at its limit, and one just over it or off its list.
const rows: Readonly<Record<string, Row>> = {
  id: ['0123456789ab', 'abcdefghijkl', /not an id/],
  at: time,
  recordedAt: time,
  updatedAt: time,
  rep: long(40),
  customer: emoji(64),
  channel: one(words.CHANNELS),
  summary: emoji(280),
  'felt.before': feeling(CUSTOMER_FEELINGS),
  'felt.after': feeling(CUSTOMER_FEELINGS),
  'felt.basis': one(words.BASES),
  disposition: one(words.DISPOSITIONS),
  'followUp.status': one(words.FOLLOW_UP_STATUSES),
  'followUp.action': long(280),
  'followUp.due': day,
  'followUp.promised': flag,
  'followUp.completedAt': time,
  'followUp.felt': feeling(CUSTOMER_FEELINGS),
  'followUp.note': long(280),
  'handoff.to': long(60),
  'handoff.reason': one(words.HANDOFF_REASONS),
  'handoff.warm': flag,
  'handoff.checkBackDue': day,
  'handoff.checkedBackAt': time,
  tags: texts(20, 64),
  share: ['never', 'always', /not one of: never/],
  'contact.direction': one(words.DIRECTIONS),
  'contact.moment': one(words.MOMENTS),
  'contact.stage': one(words.STAGES),
  'contact.caseRef': long(64),
  'contact.minutes': whole(0, 1440),
  'contact.load': one(words.LOADS),
  'contact.conditions': long(140),
  'contact.atStake': long(280),
  'contact.askedFor': long(280),
  'contact.rootCause': long(280),
  'contact.customerWords': long(280),
  'contact.priorContacts': whole(0, 99),
  'contact.priorChannels': many(words.PRIOR_CHANNELS),
  'contact.causedByEarlierWork': flag,
  'contact.technologyFriction': long(280),
  'contact.effort': whole(1, 7),
  'contact.restored': one(words.RESTORED),
  'contact.relationship': one(words.RELATIONSHIPS),
  'contact.loyalty': many(words.LOYALTY_SIGNS),
  'care.behaviours': many(words.BEHAVIOURS),
  'care.extraSteps': many(words.EXTRA_STEPS),
  'care.extraMinutes': whole(0, 240),
  'care.beyondStandard': flag,
  'care.tailored': long(280),
  'care.ownedToEnd': flag,
  'care.helpedBy': texts(10, 64),
  'care.inspiredBy': long(64),
  'care.offTheClock': flag,
  'obstacles.blockers': many(words.BLOCKERS),
  'obstacles.note': long(280),
  'obstacles.authority.needed': flag,
  'obstacles.authority.had': flag,
  'obstacles.authority.wouldHaveDone': long(280),
  'obstacles.supportWanted': long(280),
  'obstacles.learned': long(280),
  'meaning.purpose': whole(0, 3),
  'meaning.purposeNote': long(280),
  'meaning.commonGround': long(280),
  'meaning.values': texts(20, 64),
  'meaning.nowWhat': long(600),
  'meaning.story.headline': long(280),
  'meaning.story.lesson': long(280),
  'meaning.story.share': one(words.STORY_SHARES),
  'meaning.recognition': [
    [{ direction: 'given', fromTo: 'deck-jo', public: true, for: 'the log', at: '2026-11-14' }],
    [{ direction: 'sideways', fromTo: 'deck-jo' }],
    /meaning\.recognition\.0\.direction is "sideways"/,
  ],
  'private.emotion': ['passionate', 'cross', /private\.emotion is not a word on the list/],
  'private.display': one(words.DISPLAYS),
  'private.what': long(600),
  'private.soWhat': long(600),
  'private.note': long(2000),
  'private.secondsToLog': whole(0, 86_400),
}

const AUTOMATIC = ['id', 'recordedAt', 'updatedAt', 'private.secondsToLog']
const settable = Object.entries(rows).filter(
  ([name]) => !AUTOMATIC.includes(name) && name !== 'meaning.recognition',
)

// The groups whose required fields a file must hold beside the one under test.
const complete = anEntry({
  handoff: { to: 'tier 2', reason: 'skill', checkBackDue: '2026-11-13' },
})

/** Puts a value into a copy of the entry, without the code under test. */
function put(name: string, value: unknown): unknown {
  const copy = structuredClone(complete) as unknown as Record<string, unknown>
  const path = name.split('.')
  const last = path.pop() ?? ''
  let group = copy
  for (const key of path) {
    group[key] ??= {}
    group = group[key] as Record<string, unknown>
  }
  group[last] = value
  return copy
}

function get(entry: unknown, name: string): unknown {
  return name.split('.').reduce((at, key) => (at as Record<string, unknown>)?.[key], entry)
}

const fromFile = (value: unknown) => {
  const parsed = parseJson(JSON.stringify(value))
  return parsed.ok ? checkEntry(parsed.value) : parsed
}

const typed = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value))

describe('every field of the contract', () => {
  it('is in the schema, and nothing else is', () => {
    expect(fieldNames()).toEqual(Object.keys(rows))
  })

  it.each(Object.entries(rows))('%s from a file', (name, [accepted, refused, says]) => {
    const taken = fromFile(put(name, accepted))
    expect(taken.ok && get(taken.value, name)).toEqual(accepted)
    const left = fromFile(put(name, refused))
    if (left.ok) throw new Error(`${name} took ${JSON.stringify(refused)}`)
    expect(left.faults[0]?.says).toMatch(says)
    expect(left.faults[0]?.field.startsWith(name)).toBe(true)
  })

  it.each(settable)('%s through --set', (name, [accepted, refused, says]) => {
    const set = applySets(complete, [`${name}=${typed(accepted)}`])
    expect(get(set, name)).toEqual(accepted)
    expect(checkEntry(set).ok).toBe(true)
    expect(() => applySets(complete, [`${name}=${typed(refused)}`])).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(says) }),
    )
    expect(() => applySets(complete, [`${name}=${typed(refused)}`])).toThrow(`--set ${name} `)
  })

  it.each(Object.keys(rows))('no name beside %s', (name) => {
    const wrong = `${name}x`
    const left = fromFile(put(wrong, 'x'))
    expect(left).toMatchObject({ ok: false, faults: [{ field: wrong }] })
    expect(() => applySets(complete, [`${wrong}=x`])).toThrow(
      `--set ${JSON.stringify(wrong)} is not a field afterword knows. Nearest: `,
    )
  })
})

it.each(
  Object.entries(rows).filter(([, [, refused, says]]) => {
    return typeof refused === 'number' && says.source.includes('whole number')
  }),
)('%s takes its highest number and none below its lowest', (name, [low, over]) => {
  expect(fromFile(put(name, Number(over) - 1)).ok).toBe(true)
  expect(fromFile(put(name, Number(low) - 1)).ok).toBe(false)
  expect(fromFile(put(name, Number(low) + 0.5)).ok).toBe(false)
})

describe('--set', () => {
  it.each([
    [
      'care.extraSteps=stayed-on,verified-fix',
      'care',
      { extraSteps: ['stayed-on', 'verified-fix'] },
    ],
    ['care.extraSteps= stayed-on , stayed-on ', 'care', { extraSteps: ['stayed-on'] }],
    ['care.extraSteps=', 'care', { extraSteps: [] }],
    ['care.ownedToEnd=yes', 'care', { ownedToEnd: true }],
    ['care.ownedToEnd=No', 'care', { ownedToEnd: false }],
    ['contact.minutes=0', 'contact', { minutes: 0 }],
    ['contact.atStake=a=b, and c', 'contact', { atStake: 'a=b, and c' }],
    ['obstacles.authority.had=no', 'obstacles', { authority: { had: false } }],
  ] as const)('%s', (set, group, value) => {
    expect(applySets(anEntry(), [set])[group]).toEqual(value)
  })

  it('keeps the neighbours of what it sets, and changes no entry in place', () => {
    const before = anEntry({ contact: { minutes: 5, load: 'quiet' } })
    const after = applySets(before, ['contact.minutes=6', 'contact.effort=7'])
    expect(after.contact).toEqual({ minutes: 6, load: 'quiet', effort: 7 })
    expect(before.contact).toEqual({ minutes: 5, load: 'quiet' })
  })

  it('blanks an optional field where an edit allows it, and its group with it', () => {
    const before = anEntry({ contact: { minutes: 5 }, tags: ['frost'] })
    const after = applySets(before, ['contact.minutes=', 'tags='], { blanks: true })
    expect(after).not.toHaveProperty('contact')
    expect(after.tags).toEqual([])
    expect(() => applySets(before, ['contact.atStake='])).toThrow('contact.atStake is empty')
    expect(() => applySets(before, ['summary='], { blanks: true })).toThrow('summary is empty')
  })

  it.each(AUTOMATIC)('refuses %s, which is automatic', (name) => {
    expect(() => applySets(anEntry(), [`${name}=1`])).toThrow('fills that in by itself')
  })

  it.each([
    ['meaning.recognition=given', /use afterword thank/],
    ['atStake=x', /Nearest: contact\.atStake, /],
    ['care.extrasteps=x', /Nearest: care\.extraSteps, /],
    ['__proto__.polluted=yes', /is not a field afterword knows/],
    ['constructor=x', /is not a field afterword knows/],
    ['contact=x', /is not a field afterword knows/],
    ['contact.minutes', /is not FIELD=VALUE/],
    ['=5', /is not FIELD=VALUE/],
    ['contact.minutes=1e3', /contact\.minutes is "1e3", not a whole number from 0 to 1440/],
    ['contact.minutes=2.5', /is 2\.5, not a whole number/],
  ])('refuses %s', (set, message) => {
    expect(() => applySets(anEntry(), [set])).toThrow(message)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
