import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/model/answers.ts'
import { amendEntry, composeEntry } from '../../src/model/compose.ts'
import { missingAnswers, readWho, understand } from '../../src/model/understand.ts'
import { anEntry } from '../helpers.ts'

const NOW = '2026-11-18T12:00:00-06:00'
const world = { id: '7k3q0000000a', now: NOW, rep: 'me' }
const full: Answers = {
  who: 'lantern-street',
  channel: 'on',
  summary: 'Wet splitter in the roof box, replaced',
  felt: 'fru:gra',
  end: 'reso',
}

function compose(answers: Answers, over: object = {}) {
  return composeEntry(understand(answers, { now: NOW }), { ...world, ...over })
}

function amend(entry: Parameters<typeof amendEntry>[0], answers: Answers) {
  return amendEntry(entry, understand(answers, { now: NOW }), { now: NOW })
}

describe('an entry from six answers', () => {
  it('is whole and in stored order', () => {
    const entry = compose({ ...full, next: 'fri!', do: 'Text after the frost' })
    expect(JSON.stringify(entry)).toBe(
      JSON.stringify({
        id: '7k3q0000000a',
        at: NOW,
        recordedAt: NOW,
        rep: 'me',
        customer: 'lantern-street',
        channel: 'on-site',
        summary: 'Wet splitter in the roof box, replaced',
        felt: { before: 'frustrated', after: 'grateful' },
        disposition: 'resolved',
        followUp: {
          status: 'planned',
          action: 'Text after the frost',
          due: '2026-11-20',
          promised: true,
        },
      }),
    )
  })

  it.each([
    [{}, { status: 'not-needed' }],
    [{ next: 'none' }, { status: 'not-needed' }],
    [{ next: 'done sent it' }, { status: 'done', action: 'sent it' }],
    [{ next: 'fri' }, { status: 'planned', due: '2026-11-20', promised: false }],
    [
      { next: 'mon', end: 'vis' },
      { status: 'planned', due: '2026-11-23', promised: true },
    ],
  ])('%j follows up with %j', (answers, followUp) => {
    expect(compose({ ...full, ...answers }).followUp).toEqual(followUp)
  })

  it.each([
    [{}, { to: 'unknown', reason: 'other', checkBackDue: '2026-11-19' }],
    [{ passedTo: 'tier 2' }, { to: 'tier 2', reason: 'other', checkBackDue: '2026-11-19' }],
    [{ at: '2026-11-09 10:00' }, { to: 'unknown', reason: 'other', checkBackDue: '2026-11-19' }],
    [
      { set: ['handoff.reason=skill', 'handoff.warm=yes', 'handoff.checkBackDue=2026-11-30'] },
      { to: 'unknown', reason: 'skill', warm: true, checkBackDue: '2026-11-30' },
    ],
  ])('passed on with %j leaves %j to look back at', (answers, handoff) => {
    expect(compose({ ...full, end: 'transferred', ...answers }).handoff).toEqual(handoff)
    expect(compose({ ...full, end: 'escalated', ...answers }).handoff).toEqual(handoff)
  })

  it('counts the check-back in the work days of the settings', () => {
    const entry = compose({ ...full, end: 'esc' }, { workDays: ['sat'] })
    expect(entry.handoff?.checkBackDue).toBe('2026-11-21')
  })

  it('leaves unanswered feelings of nobody reached unknown', () => {
    const { felt: _, ...unanswered } = full
    const entry = compose({ ...unanswered, end: 'no-contact' })
    expect(entry.felt).toEqual({ before: 'unknown', after: 'unknown' })
    expect(compose({ ...full, end: 'no' }).felt.before).toBe('frustrated')
  })

  it('keeps when, tags, other fields and the seconds it took', () => {
    const entry = compose(
      { ...full, at: 'yesterday 16:40', tags: ['frost'], set: ['contact.minutes=64'] },
      { secondsToLog: 41 },
    )
    expect(entry).toMatchObject({
      at: '2026-11-17T16:40:00-06:00',
      recordedAt: NOW,
      tags: ['frost'],
      contact: { minutes: 64 },
      private: { secondsToLog: 41 },
    })
  })

  it.each<[object, RegExp]>([
    [{ summary: 'x'.repeat(281) }, /summary has 281 characters; the limit is 280/],
    [{ summary: '  ' }, /summary is empty/],
    [{ who: 'x'.repeat(65) }, /customer has 65 characters; the limit is 64/],
    [{ who: '' }, /customer is empty/],
    [{ who: 'Anon', next: 'fri' }, /needs to know who/],
    [{ end: 'vis' }, /A visit needs its day/],
    [{ end: 'vis', next: 'none' }, /A visit needs its day/],
    [{ passedTo: 'tier 2' }, /A hand-off goes with --end transferred or --end escalated/],
    [{ at: 'fri 40' }, /is not a time afterword can read/],
    [{ at: '16:40' }, /Wed 18 Nov 2026 16:40 has not happened yet/],
    [{ at: '2026-02-30' }, /does not exist/],
    [{ set: ['at=2026-11-19T10:00:00-06:00'] }, /has not happened yet/],
    [{ set: ['followUp.status=planned'] }, /needs a day/],
    [{ next: '2026-11-17' }, /is past/],
    [{ promised: true }, /--promised and --do go with/],
    [{ channel: 'fax' }, /--channel "fax" is not one of/],
    [{ end: 'pend' }, /--end "pend" could be/],
    [{ felt: 'res' }, /resigned or respected/],
    [{ set: ['contact.minuts=1'] }, /Nearest: contact\.minutes/],
  ])('%j is a misuse', (answers, message) => {
    expect(() => compose({ ...full, ...answers })).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) }),
    )
  })

  it.each(['__proto__', 'constructor', '日本の客', '🙂', '../../etc/x', '-rf'])(
    'keeps a customer called %s as typed',
    (who) => {
      expect(compose({ ...full, who }).customer).toBe(who)
      expect(readWho(` ${who} `)).toBe(who)
    },
  )
})

describe('answers that are missing', () => {
  it.each<[Answers, string[]]>([
    [{}, ['SUMMARY', '--who', '--channel', '--felt', '--end']],
    [full, []],
    [{ ...full, summary: ' ', felt: '' }, ['SUMMARY', '--felt']],
    [{ ...full, felt: undefined, end: 'no-contact' }, []],
    [{ ...full, felt: undefined, end: 'no' }, []],
    [{ ...full, end: 'visit' }, ['--next']],
    [{ ...full, end: 'visit', next: 'mon' }, []],
    [{ ...full, promised: true }, ['--next']],
    [{ ...full, do: 'ring' }, ['--next']],
    [{ end: 'transferred' }, ['SUMMARY', '--who', '--channel', '--felt']],
  ])('of %j are %j', (answers, missing) => {
    expect(missingAnswers(answers)).toEqual(missing)
  })
})

describe('an entry amended', () => {
  const passedOn = anEntry({
    disposition: 'transferred',
    handoff: { to: 'tier 2', reason: 'skill', checkBackDue: '2026-11-13' },
  })
  const promised = anEntry({
    followUp: { status: 'planned', action: 'Text', due: '2026-11-20', promised: true },
  })

  it('keeps what was not answered and says when it changed', () => {
    const amended = amend(anEntry(), { summary: ' Another line ' })
    expect(amended).toEqual(anEntry({ summary: 'Another line', updatedAt: NOW }))
  })

  it('keeps its hand-off when the ending changes', () => {
    expect(amend(passedOn, { end: 'reso' })).toMatchObject({
      disposition: 'resolved',
      handoff: passedOn.handoff,
    })
    expect(amend(passedOn, { passedTo: 'tier 3' }).handoff).toEqual({
      ...passedOn.handoff,
      to: 'tier 3',
    })
  })

  it('gets a check-back when it is passed on after all', () => {
    expect(amend(anEntry(), { end: 'esc' }).handoff).toEqual({
      to: 'unknown',
      reason: 'other',
      checkBackDue: '2026-11-19',
    })
  })

  it('keeps what the new follow-up does not say', () => {
    expect(amend(promised, { next: 'mon' }).followUp).toEqual({
      status: 'planned',
      action: 'Text',
      due: '2026-11-23',
      promised: true,
    })
    expect(amend(promised, { next: 'none' }).followUp).toEqual({ status: 'not-needed' })
  })

  it('keeps how the feelings were known', () => {
    const known = anEntry({ felt: { before: 'angry', after: 'happy', basis: 'said-it' } })
    expect(amend(known, { felt: 'fru gra' }).felt).toEqual({
      before: 'frustrated',
      after: 'grateful',
      basis: 'said-it',
    })
  })

  it.each<[Answers, RegExp]>([
    [{ who: 'anon' }, /needs to know who/],
    [{ at: 'tomorrow' }, /has not happened yet/],
    [{ set: ['id=0123456789ab'] }, /fills that in by itself/],
    [{ passedTo: 'tier 2' }, /A hand-off goes with/],
    [{ summary: '' }, /summary is empty/],
  ])('%j is a misuse', (answers, message) => {
    expect(() => amend(promised, answers)).toThrow(message)
  })

  it('may become a visit only with a day', () => {
    expect(() => amend(anEntry(), { end: 'visit' })).toThrow('A visit needs its day')
    expect(amend(promised, { end: 'visit' }).followUp.due).toBe('2026-11-20')
  })
})
