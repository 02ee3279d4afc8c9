import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { check } from '../../src/model/fields.ts'
import {
  NO_NUDGES,
  type NudgeKind,
  type NudgeMemory,
  NudgeMemorySchema,
} from '../../src/model/nudge-memory.ts'
import { askNudge, chooseNudge, type NudgeWorld } from '../../src/prompts/nudge.ts'
import { anEntry, idOf } from '../helpers.ts'
import { scriptedAsk } from './scripted-ask.ts'

const NOW = '2026-11-12T10:05:00-06:00'

const known: Partial<Entry> = {
  contact: { atStake: 'x', customerWords: 'x', moment: 'repair', priorContacts: 1 },
  care: { extraSteps: [], helpedBy: [] },
  meaning: { purpose: 1 },
}
const handoff = { to: 'billing', reason: 'other', checkBackDue: '2026-11-13' } as const
const unhappy = { before: 'neutral', after: 'upset' } as const
const lifted = { before: 'frustrated', after: 'relieved' } as const
const arrived = { before: 'angry', after: 'neutral' } as const

function world(over: Partial<NudgeWorld> = {}): NudgeWorld {
  return { todayEntries: [], memory: NO_NUDGES, settings: {}, now: NOW, ...over }
}

function kindFor(over: Partial<Entry>, also: Partial<NudgeWorld> = {}): NudgeKind | undefined {
  return chooseNudge(anEntry({ ...known, ...over }), world(also)).nudge?.kind
}

function at(minutes: number): string {
  const time = new Date(Date.UTC(2026, 10, 12, 8, minutes)).toISOString()
  return `${time.slice(0, 19)}-06:00`
}

describe('the table', () => {
  it.each<[string, Partial<Entry>, NudgeKind | undefined]>([
    ['transferred', { disposition: 'transferred', handoff }, 'moved-on'],
    [
      'escalated and left unhappy',
      { disposition: 'escalated', handoff, felt: unhappy },
      'moved-on',
    ],
    [
      'transferred for a reason',
      { disposition: 'transferred', handoff: { ...handoff, reason: 'skill' } },
      undefined,
    ],
    ['left unhappy, nothing planned', { felt: unhappy, disposition: 'unresolved' }, 'left-unhappy'],
    ['anon left unhappy', { felt: unhappy, customer: 'anon' }, undefined],
    [
      'left unhappy, something planned',
      { felt: unhappy, followUp: { status: 'planned', due: '2026-11-13' } },
      undefined,
    ],
    ['unresolved', { disposition: 'unresolved' }, 'in-the-way'],
    ['pending with us', { disposition: 'pending-us', felt: lifted }, 'in-the-way'],
    [
      'unresolved, nothing in the way',
      { disposition: 'unresolved', obstacles: { blockers: [] } },
      undefined,
    ],
    ['a lift of 3', { felt: lifted }, 'story'],
    [
      'a lift of 3 with its story',
      { felt: lifted, meaning: { purpose: 1, story: { headline: 'x' } } },
      undefined,
    ],
    ['a lift of 2', { felt: arrived }, undefined],
    ['a lift nobody knows', { felt: { before: 'unknown', after: 'happy' } }, undefined],
    [
      'arrived unhappy, tries blank',
      { felt: arrived, contact: { atStake: 'x', customerWords: 'x', moment: 'repair' } },
      'tried-before',
    ],
    ['an ordinary one, all known', {}, undefined],
    ['an ordinary one', { contact: {} }, 'at-stake'],
  ])('%s', (_, over, kind) => {
    expect(kindFor(over)).toBe(kind)
  })

  it('pauses at the third unhappy arrival in a row today, and the sixth', () => {
    const run = (count: number, between: Partial<Entry> = {}) => {
      const entries = Array.from({ length: count }, (_, number) =>
        anEntry({
          ...known,
          id: idOf(number),
          at: at(number),
          felt: arrived,
          ...(number === 1 ? between : {}),
        }),
      )
      const last = entries.at(-1) as Entry
      return chooseNudge(last, world({ todayEntries: entries })).nudge?.kind
    }
    expect([1, 2, 3, 4, 5, 6].map((count) => run(count))).toEqual([
      undefined,
      undefined,
      'hard-run',
      undefined,
      undefined,
      'hard-run',
    ])
    expect(run(3, { felt: { before: 'neutral', after: 'happy' } })).toBeUndefined()
    expect(run(3, { at: '2026-11-11T10:00:00-06:00' })).toBeUndefined()
  })
})

describe('how rarely', () => {
  const transferred = anEntry({ ...known, disposition: 'transferred', handoff })
  const plain = anEntry()

  function play(entries: readonly Entry[], minutesApart: number, from: NudgeMemory = NO_NUDGES) {
    const asked: (NudgeKind | undefined)[] = []
    let memory = from
    for (const [number, entry] of entries.entries()) {
      const now = at(number * minutesApart)
      const nudging = chooseNudge(entry, world({ memory, now }))
      asked.push(nudging.nudge?.kind)
      memory = nudging.memory
    }
    return { asked, memory }
  }

  it('asks one entry in four', () => {
    const { asked } = play(Array(9).fill(transferred), 15)
    expect(asked.map((kind) => kind !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ])
  })

  it('never asks twice in ten minutes', () => {
    const { asked } = play(Array(8).fill(transferred), 2)
    expect(asked.flatMap((kind, index) => (kind ? [index] : []))).toEqual([0, 5])
  })

  it('asks each kind at most every third time it fits, and the next that fits instead', () => {
    const memory: NudgeMemory = {
      version: 1,
      saved: 20,
      kinds: [{ kind: 'moved-on', askedAt: at(-60), fitted: 1 }],
    }
    const both = anEntry({ ...known, disposition: 'transferred', handoff, felt: lifted })
    expect(chooseNudge(both, world({ memory })).nudge?.kind).toBe('story')
    expect(chooseNudge(transferred, world({ memory })).nudge).toBeUndefined()
    const third: NudgeMemory = {
      ...memory,
      kinds: [{ kind: 'moved-on', askedAt: at(-60), fitted: 2 }],
    }
    expect(chooseNudge(transferred, world({ memory: third })).nudge?.kind).toBe('moved-on')
  })

  it('counts a fit even while it is quiet', () => {
    const { memory } = play(Array(3).fill(transferred), 1)
    expect(memory).toEqual({
      version: 1,
      saved: 2,
      kinds: [{ kind: 'moved-on', askedAt: at(0), fitted: 2 }],
    })
  })

  it('takes turns through the ordinary questions, each once a day', () => {
    const { asked, memory } = play(Array(40).fill(plain), 11)
    expect(asked.filter((kind) => kind !== undefined)).toEqual([
      'at-stake',
      'extra-step',
      'helped-by',
      'their-words',
      'moment',
      'purpose',
    ])
    const tomorrow = '2026-11-13T08:00:00-06:00'
    expect(chooseNudge(plain, world({ memory, now: tomorrow })).nudge?.kind).toBe('at-stake')
  })

  it('starts the turns after the last one asked', () => {
    const memory: NudgeMemory = {
      version: 1,
      saved: 9,
      kinds: [{ kind: 'helped-by', askedAt: '2026-11-10T08:00:00-06:00', fitted: 9 }],
    }
    expect(chooseNudge(plain, world({ memory })).nudge?.kind).toBe('their-words')
  })

  it('is off when the settings say so, and then remembers nothing', () => {
    const nudging = chooseNudge(transferred, world({ settings: { nudges: 'off' } }))
    expect(nudging).toEqual({ memory: NO_NUDGES })
  })

  it('keeps a memory its schema accepts', () => {
    const { memory } = play(Array(30).fill(plain), 11)
    expect(check(NudgeMemorySchema, memory)).toEqual({ ok: true, value: memory })
  })
})

describe('asking it', () => {
  const days = { today: '2026-11-12', readDay: () => undefined }
  const left = anEntry({ felt: lifted })
  const nudge = chooseNudge(left, world()).nudge

  it.each([
    ['an answer fills the entry', 'The wet box', { story: { headline: 'The wet box' } }],
    ['Enter skips', '', undefined],
    ['Esc skips', { back: 'The w' }, undefined],
  ])('%s', async (_, move, meaning) => {
    const script = scriptedAsk([move])
    const filled = nudge && (await askNudge(script.ask, nudge, left, days))
    expect(script.asked[0]?.text).toBe('Worth telling? A headline, or Enter')
    expect(filled?.meaning).toEqual(meaning)
  })

  it('a pause waits for a key and fills nothing', async () => {
    const script = scriptedAsk([''])
    const pause = { kind: 'hard-run', pause: 'Take a minute?' } as const
    expect(await askNudge(script.ask, pause, left, days)).toBeUndefined()
    expect(script.left).toEqual([])
  })
})
