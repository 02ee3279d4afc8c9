import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import {
  askReflect,
  isHard,
  REFLECT_QUESTIONS,
  type Reflection,
} from '../../src/prompts/reflect.ts'
import { anEntry } from '../helpers.ts'
import { type Move, scriptedAsk } from './scripted-ask.ts'

const days = { today: '2026-11-12', readDay: () => undefined }
const ANSWERS = [
  '2 phone',
  'a late shift',
  'repair quiet',
  'stayed-on 4; deck-jo',
  'I stopped typing',
  'said-it',
  'patient',
  'policy; no, refund it',
  'yes mended thanked',
  'ask first',
  'The wet box; team',
  '3 proud',
]

async function run(moves: readonly Move[], over: Partial<Entry> = {}) {
  const script = scriptedAsk(moves)
  const saved: Reflection[] = []
  const entry = anEntry(over)
  const reflecting = askReflect(script.ask, entry, async (so) => void saved.push(so), days)
  return { reflecting, saved, script, entry }
}

describe('the reflect path', () => {
  it('asks twelve questions under three headings and fills the entry', async () => {
    const { reflecting, saved, script } = await run(ANSWERS)
    const { entry, helped } = await reflecting
    expect(script.asked.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ])
    expect(script.said.slice(1)).toEqual(['What?', 'So what?', 'Now what?'])
    expect(entry).toMatchObject({
      felt: { basis: 'said-it' },
      contact: {
        priorContacts: 2,
        priorChannels: ['phone'],
        atStake: 'a late shift',
        moment: 'repair',
        load: 'quiet',
        restored: 'yes',
        relationship: 'mended',
        loyalty: ['thanked'],
      },
      care: {
        extraSteps: ['stayed-on'],
        extraMinutes: 4,
        helpedBy: ['deck-jo'],
        behaviours: ['patient'],
      },
      obstacles: {
        blockers: ['policy'],
        authority: { needed: true, had: false, wouldHaveDone: 'refund it' },
      },
      meaning: {
        purpose: 3,
        nowWhat: 'ask first',
        story: { headline: 'The wet box', share: 'team' },
      },
      private: { soWhat: 'I stopped typing', emotion: 'proud' },
    })
    expect(helped).toBeUndefined()
    expect(saved).toEqual([{ entry }])
  })

  it('can be skipped whole, and then saves nothing', async () => {
    const { reflecting, saved, entry } = await run(Array(12).fill(''))
    expect((await reflecting).entry).toBe(entry)
    expect(saved).toEqual([])
  })

  it('asks nothing that is known, not even in part', async () => {
    const first = await run(ANSWERS)
    const { entry } = await first.reflecting
    const again = await run([], entry)
    await again.reflecting
    expect(again.script.asked).toEqual([])
    const half = await run([], {
      ...entry,
      contact: { ...entry.contact, atStake: undefined } as Entry['contact'],
    })
    await expect(half.reflecting).rejects.toThrow('What was at stake for them?')
  })

  it('keeps what was answered when they stop half-way', async () => {
    const { reflecting, saved } = await run(['1', 'a late shift', 'STOP'])
    await expect(reflecting).rejects.toMatchObject({ exitCode: 130 })
    expect(saved).toHaveLength(1)
    expect(saved[0]?.entry.contact).toEqual({ priorContacts: 1, atStake: 'a late shift' })
  })

  it('goes back a question, takes its answer out and keeps its text', async () => {
    const moves = ['1', 'a late shift', { back: '' }, '', ...Array(10).fill('')]
    const { reflecting, script } = await run(moves)
    const { entry } = await reflecting
    expect(script.asked[3]).toMatchObject({ number: 2, initial: 'a late shift' })
    expect(entry.contact).toEqual({ priorContacts: 1 })
  })

  it.each([
    ['they left unhappy', { felt: { before: 'neutral', after: 'upset' } }, true],
    ['it left the rep drained', { private: { emotion: 'exhausted' } }, true],
    ['neither', {}, false],
  ] as const)('a contact is hard when %s', (_, over, hard) => {
    expect(isHard(anEntry(over))).toBe(hard)
  })

  it('ends a hard one with whom they helped, also when only the last answer made it one', async () => {
    const moves = [...Array(11).fill(''), '1 exhausted', 'the woman with the two phones']
    const { reflecting, script, saved } = await run(moves)
    expect((await reflecting).helped).toBe('the woman with the two phones')
    expect(script.asked.at(-1)?.text).toBe('Who did you help today?')
    expect(saved[0]?.helped).toBe('the woman with the two phones')
  })

  it('says at its question what stays private', () => {
    for (const { question } of REFLECT_QUESTIONS)
      for (const { field, asks } of question.parts)
        expect(asks.includes('(private)')).toBe(field.startsWith('private.'))
  })
})
