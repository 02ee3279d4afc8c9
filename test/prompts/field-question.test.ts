import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { readWhen } from '../../src/model/when.ts'
import {
  type FieldQuestion,
  type FillWorld,
  fill,
  isKnown,
  lineFor,
} from '../../src/prompts/field-question.ts'
import {
  movedOn,
  purpose,
  purposeAndMood,
  stillNeeded,
  story,
} from '../../src/prompts/now-what-questions.ts'
import {
  backToNormal,
  basis,
  behaviours,
  inTheWayAndInstead,
  soWhat,
} from '../../src/prompts/so-what-questions.ts'
import {
  atStake,
  extraStepAndHelp,
  helpedBy,
  momentAndLoad,
  triesQuestion,
} from '../../src/prompts/what-questions.ts'
import { anEntry } from '../helpers.ts'

const NOW = '2026-11-18T12:00:00-06:00'
const world: FillWorld = {
  today: '2026-11-18',
  readDay: (text) => readWhen(text, NOW, 'future')?.day,
}
const tries = triesQuestion('What had gotten them here?')
const entry = anEntry()

function filled(question: FieldQuestion, typed: string, from: Entry = entry): Partial<Entry> {
  const after = fill(question, from, typed, world)
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(from[key as keyof Entry]),
  )
  return Object.fromEntries(changed)
}

describe('an answer', () => {
  it.each<[FieldQuestion, string, Partial<Entry>]>([
    [
      tries,
      '3 phone, chat',
      { contact: { priorContacts: 3, priorChannels: ['phone', 'chatbot'] } },
    ],
    [tries, 'none', { contact: { priorContacts: 0, priorChannels: [] } }],
    [tries, 'ivr ivr', { contact: { priorChannels: ['ivr'] } }],
    [atStake, 'her late shift', { contact: { atStake: 'her late shift' } }],
    [momentAndLoad, 'slam rep', { contact: { moment: 'repair', load: 'slammed' } }],
    [momentAndLoad, 'quiet', { contact: { load: 'quiet' } }],
    [
      extraStepAndHelp,
      'stay veri 4; deck-jo, the night desk',
      {
        care: {
          extraSteps: ['stayed-on', 'verified-fix'],
          extraMinutes: 4,
          helpedBy: ['deck-jo', 'the night desk'],
        },
      },
    ],
    [extraStepAndHelp, 'none', { care: { extraSteps: [] } }],
    [extraStepAndHelp, '; nobody', { care: { helpedBy: [] } }],
    [soWhat, 'I stopped typing', { private: { soWhat: 'I stopped typing' } }],
    [basis, 'tone', { felt: { before: 'neutral', after: 'satisfied', basis: 'tone-or-face' } }],
    [behaviours, 'pat, emp', { care: { behaviours: ['patient', 'empathetic'] } }],
    [behaviours, 'none', { care: { behaviours: [] } }],
    [
      inTheWayAndInstead,
      'policy time; no, refund it on the call; then ring',
      {
        obstacles: {
          blockers: ['policy', 'time'],
          authority: {
            needed: true,
            had: false,
            wouldHaveDone: 'refund it on the call; then ring',
          },
        },
      },
    ],
    [
      inTheWayAndInstead,
      'none; yes',
      { obstacles: { blockers: [], authority: { needed: true, had: true } } },
    ],
    [inTheWayAndInstead, '; not-needed', { obstacles: { authority: { needed: false } } }],
    [
      backToNormal,
      'yes mend thank rec',
      {
        contact: {
          restored: 'yes',
          relationship: 'mended',
          loyalty: ['thanked', 'recommended-us'],
        },
      },
    ],
    [story, 'The wet box', { meaning: { story: { headline: 'The wet box' } } }],
    [
      story,
      'The wet box; me',
      { meaning: { story: { headline: 'The wet box', share: 'private' } } },
    ],
    [purpose, '0', { meaning: { purpose: 0 } }],
    [purposeAndMood, 'proud 3', { meaning: { purpose: 3 }, private: { emotion: 'proud' } }],
    [
      stillNeeded,
      'fri! ring them',
      { followUp: { status: 'planned', due: '2026-11-20', promised: true, action: 'ring them' } },
    ],
    [stillNeeded, 'none', {}],
    [stillNeeded, 'done', { followUp: { status: 'done' } }],
    [helpedBy, '  ', {}],
  ])('%#: %j fills %j', (question, typed, expected) => {
    expect(filled(question, typed)).toEqual(expected)
  })

  it.each<[FieldQuestion, string, string]>([
    [tries, '3 4 phone', 'One number at most: 3 or 4?'],
    [tries, '100', 'It is 100, not a whole number from 0 to 99.'],
    [tries, 'pho s', '"s" could be self-help or social: type more of it.'],
    [momentAndLoad, 'repair setup', 'One of them: repair or setup?'],
    [atStake, 'x'.repeat(281), 'It has 281 characters; the limit is 280.'],
    [inTheWayAndInstead, 'policy; perhaps', 'After the semicolon comes yes, no or not-needed.'],
    [story, 'x; everyone', 'After the semicolon comes me, coach or team.'],
    [purpose, '4', 'It is 4, not a whole number from 0 to 3.'],
    [purposeAndMood, 'delighted', '"delighted" is not on the list. Nearest: '],
    [stillNeeded, 'soon', '"soon" is not a follow-up'],
  ])('%#: %j is refused', async (question, typed, why) => {
    expect(() => fill(question, entry, typed, world)).toThrow(why)
    const verdict = await lineFor(question, entry, world).judge(typed)
    expect(verdict).toMatchObject({ ok: false, why: expect.stringContaining(why) })
  })

  it('leaves the rest of the entry as it was', () => {
    const before = anEntry({ contact: { minutes: 12 }, meaning: { purposeNote: 'why' } })
    expect(fill(atStake, before, 'a shift', world).contact).toEqual({
      minutes: 12,
      atStake: 'a shift',
    })
    expect(before.contact).toEqual({ minutes: 12 })
  })
})

describe('a question of several parts', () => {
  it.each<[FieldQuestion, Partial<Entry>, string, string]>([
    [momentAndLoad, {}, 'What kind of moment was it? How busy?', 'Such as: repair slammed.'],
    [momentAndLoad, { contact: { moment: 'repair' } }, 'How busy?', 'Such as: slammed.'],
    [extraStepAndHelp, { care: { extraSteps: [] } }, 'Who helped?', 'Such as: deck-jo.'],
    [
      inTheWayAndInstead,
      {},
      'What got in the way? Did you have the authority? What would you have done?',
      'Such as: policy time; no refund it on the call.',
    ],
    [
      story,
      { meaning: { story: { headline: 'The wet box' } } },
      'Who may read it?',
      'Such as: team.',
    ],
  ])('%#: asks only what is not known', (question, over, text, hint) => {
    const line = lineFor(question, anEntry(over), world)
    expect(line.text).toBe(text)
    expect(line.hint).toContain(hint)
  })

  it('understands the part that alone is asked without its semicolon', () => {
    const steps = anEntry({ care: { extraSteps: ['stayed-on'] } })
    expect(filled(extraStepAndHelp, 'deck-jo', steps)).toEqual({
      care: { extraSteps: ['stayed-on'], helpedBy: ['deck-jo'] },
    })
    const told = anEntry({ meaning: { story: { headline: 'The wet box' } } })
    expect(filled(story, 'team', told)).toEqual({
      meaning: { story: { headline: 'The wet box', share: 'team' } },
    })
  })

  it.each<[FieldQuestion, Partial<Entry>, boolean]>([
    [momentAndLoad, { contact: { moment: 'repair', load: 'quiet' } }, true],
    [momentAndLoad, { contact: { moment: 'repair' } }, false],
    [tries, { contact: { priorContacts: 0 } }, true],
    [behaviours, { care: { behaviours: [] } }, true],
    [behaviours, {}, false],
  ])('%#: is known: %j %s', (question, over, known) => {
    expect(isKnown(question, anEntry(over))).toBe(known)
  })

  it('lists its words at ? and completes the last one', async () => {
    const line = lineFor(behaviours, entry, world)
    expect(await line.judge('?')).toMatchObject({ ok: false, help: true })
    expect(line.complete?.('polite, pa')).toEqual([{ value: 'polite, patient' }])
    expect(await line.judge('')).toEqual({ ok: true, echo: 'skipped' })
  })

  it('asks for the reason of a hand-off although "other" stands there', () => {
    const passed = anEntry({
      disposition: 'transferred',
      handoff: { to: 'billing', reason: 'other', checkBackDue: '2026-11-19' },
    })
    expect(lineFor(movedOn, passed, world).text).toBe('Why did it move on?')
    expect(filled(movedOn, 'felt', passed).handoff?.reason).toBe('felt-unpleasant')
  })
})
