import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { weeklyQuestion } from '../../src/prompts/rotating.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld, type World, type WorldOptions } from '../world.ts'

const settings = { rep: 'me' }
const earlier = anEntry({ customer: 'blue-gate', at: '2026-11-17T10:00:00-06:00' })

const lastOf = async ({ journal }: World) => (await journal.read()).at(-1)

/** Runs a command whose questions are answered as typed, all of them, and returns the world. */
async function typing(
  typed: readonly string[],
  argv: readonly string[],
  options: WorldOptions = {},
): Promise<World> {
  const world = await aWorld({ entries: [earlier], settings, ...options, typing: typed })
  expect([await world.run(...argv), world.err()]).toEqual([
    0,
    expect.not.stringContaining('afterword: '),
  ])
  expect(world.asked).toHaveLength(typed.length)
  return world
}

describe('the nudge after saving', () => {
  const contact = (felt: string, end: string, ...rest: string[]) =>
    ['ridge-way', 'phone', 'Third outage this month', felt, end, ...rest] as const

  it.each<[string, readonly string[], string, string, object]>([
    [
      'passed on',
      contact('neu neu', 'transferred', 'billing'),
      'Why did it move on?',
      'authority',
      { handoff: { to: 'billing', reason: 'authority' } },
    ],
    [
      'left unhappy with nothing planned',
      contact('ang ups', 'resolved', ''),
      'They left unhappy. What do they still need, and when?',
      'fri! ring about the refund',
      {
        followUp: {
          status: 'planned',
          due: '2026-11-20',
          promised: true,
          action: 'ring about the refund',
        },
      },
    ],
    [
      'not solved and no blocker noted',
      contact('neu neu', 'unresolved', ''),
      'What got in the way? Did you have the authority?',
      'policy; no',
      { obstacles: { blockers: ['policy'], authority: { needed: true, had: false } } },
    ],
    [
      'a lift of three',
      contact('ang rel', 'resolved', ''),
      'Worth telling? A headline, or Enter',
      'The wet box',
      { meaning: { story: { headline: 'The wet box' } } },
    ],
    [
      'arrived unhappy, tries not asked',
      contact('anx neu', 'resolved', ''),
      'What had gotten them to this point? How many tries, through what?',
      '3 phone chatbot',
      { contact: { priorContacts: 3, priorChannels: ['phone', 'chatbot'] } },
    ],
    [
      'otherwise, in turn',
      contact('neu sat', 'resolved', ''),
      'What was it for, for them?',
      'the shop opens at nine',
      { contact: { atStake: 'the shop opens at nine' } },
    ],
  ])('%s', async (_, answers, question, typed, fills) => {
    const world = await typing([...answers, typed], ['log'])
    expect(world.asked.at(-1)).toBe(question)
    expect(await lastOf(world)).toMatchObject({ customer: 'ridge-way', ...fills })
  })

  it('is not for anon, has no follow-up to plan; Enter skips, and nothing is changed', async () => {
    const answers = ['', 'phone', 'A wrong number', 'ang ups', 'resolved', '']
    const world = await typing([...answers, ''], ['log'])
    expect(world.asked.at(-1)).not.toContain('still need')
    expect(await lastOf(world)).toMatchObject({ customer: 'anon', felt: { after: 'upset' } })
    expect(await lastOf(world)).not.toHaveProperty('updatedAt')
  })

  it('comes at most once in four contacts, and never when turned off', async () => {
    const answers = contact('neu neu', 'transferred', 'billing')
    const next = ['north-barn', ...answers.slice(1)]
    const world = await aWorld({ settings, typing: [...answers, 'skill', ...next] })
    expect([await world.run('log'), await world.run('log')]).toEqual([0, 0])
    expect(world.asked).toHaveLength(13)
    await typing(answers, ['log'], { settings: { ...settings, nudges: 'off' } })
  })

  it('does not ask after flags alone', async () => {
    const flags = '-w ridge-way -c phone -f neu:neu -e transferred'.split(' ')
    await typing([], ['log', 'Third outage', ...flags])
  })

  it('is undone apart from the contact', async () => {
    const world = await typing([...contact('ang rel', 'resolved', ''), 'The wet box'], ['log'])
    await world.run('undo')
    expect(await lastOf(world)).toMatchObject({ customer: 'ridge-way' })
    expect(await lastOf(world)).not.toHaveProperty('meaning')
  })
})

describe('reflect', () => {
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
    '3 exhausted',
    'the woman with two phones',
  ]

  it('asks twelve questions about the last entry, and after a hard one whom they helped', async () => {
    const world = await typing(ANSWERS, ['reflect'])
    expect(world.asked.at(-1)).toBe('Who did you help today?')
    expect(await lastOf(world)).toMatchObject({
      updatedAt: '2026-11-18T12:00:00-06:00',
      felt: { basis: 'said-it' },
      contact: { priorContacts: 2, atStake: 'a late shift', moment: 'repair', restored: 'yes' },
      care: { extraSteps: ['stayed-on'], extraMinutes: 4, helpedBy: ['deck-jo'] },
      obstacles: { blockers: ['policy'], authority: { wouldHaveDone: 'refund it' } },
      meaning: { purpose: 3, nowWhat: 'ask first', story: { share: 'team' } },
      private: { soWhat: 'I stopped typing', emotion: 'exhausted' },
    })
    expect((await world.ctx.reviews.read()).days).toEqual([
      { date: '2026-11-18', helped: 'the woman with two phones' },
    ])
    expect(world.err()).toContain('Reflected on')
  })

  it('saves nothing where everything is skipped, and asks about the entry that is named', async () => {
    const other = anEntry({ id: idOf(2), customer: 'ridge-way', at: '2026-11-18T09:00:00-06:00' })
    const world = await typing(Array(12).fill(''), ['reflect', 'blue'], {
      entries: [earlier, other],
    })
    expect(await world.journal.read()).toEqual([earlier, other])
  })

  it('comes right after the six questions with --reflect, and there is no nudge then', async () => {
    const answers = ['ridge-way', 'phone', 'Third outage', 'ang rel', 'resolved', '']
    const world = await typing([...answers, '1', ...Array(11).fill('')], ['log', '--reflect'])
    expect(await lastOf(world)).toMatchObject({ contact: { priorContacts: 1 } })
    expect(world.asked).not.toContain('Worth telling? A headline, or Enter')
  })

  it('says without a terminal how else', async () => {
    const world = await aWorld({ entries: [earlier] })
    expect(await world.run('reflect')).toBe(2)
    expect(world.err()).toContain('afterword edit ID --set')
  })
})

describe('somebody who stops', () => {
  const stopping = async (argv: readonly string[], typing: readonly string[]) => {
    const world = await aWorld({ entries: [earlier], settings, typing })
    expect(await world.run(...argv)).toBe(130)
    expect(world.err()).toContain('Stopped. What you answered is kept')
    return world
  }

  it('at a review keeps the answers, the one that was being typed too, and can go on', async () => {
    const argv = ['review', '2026-W46']
    const world = await stopping(argv, ['the wet box', '', 'STOP listen fi'])
    expect(world.err()).toContain('afterword review 2026-W46 goes on')
    const { weeks } = await world.ctx.reviews.read()
    expect(weeks).toEqual([{ week: '2026-W46', best: 'the wet box', tryNext: 'listen fi' }])
    const reviews = { version: 1 as const, days: [], weeks }
    const again = await typing(['', 'the fine', '', '', ''], argv, { reviews })
    expect((await again.ctx.reviews.read()).weeks).toMatchObject([
      { best: 'the wet box', hard: 'the fine', tryNext: 'listen fi' },
    ])
  })

  it('at the end of a day keeps whom they helped and whom to thank', async () => {
    const world = await stopping(['review', 'today'], ['everyone', 'deck-jo', 'STOP prou'])
    expect((await world.ctx.reviews.read()).days).toEqual([
      { date: '2026-11-18', helped: 'everyone', emotion: 'proud' },
    ])
  })

  it('while reflecting is told that it is kept', async () => {
    const world = await stopping(['reflect'], ['3', 'STOP a late sh'])
    expect(await lastOf(world)).toMatchObject({
      contact: { priorContacts: 3, atStake: 'a late sh' },
    })
  })

  it('before any answer is told nothing of the kind', async () => {
    const world = await aWorld({ entries: [earlier], settings, typing: ['STOP '] })
    expect(await world.run('review')).toBe(130)
    expect(world.err()).toContain('afterword: Stopped.\n')
    expect((await world.ctx.reviews.read()).weeks).toEqual([])
  })
})

it('the writing on the wall is shown before the first question of a day, whatever flags came before', async () => {
  const by = (over: Partial<Entry>) =>
    anEntry({ ...over, at: '2026-11-18T09:00:00-06:00', recordedAt: '2026-11-18T09:00:00-06:00' })
  const line = 'Nobody waits alone'
  const typed = ['ridge-way', 'phone', 'Third outage', 'neu neu', 'resolved', '']
  const shown = async (entry: Entry) => {
    const options = {
      entries: [entry],
      settings: { ...settings, purpose: { line }, nudges: 'off' },
    }
    return (await typing(typed, ['log'], options as WorldOptions)).err().includes(line)
  }
  expect(await shown(by({}))).toBe(true)
  expect(await shown(by({ private: { secondsToLog: 40 } }))).toBe(false)
})

describe('review', () => {
  it('closes a week by questions, with what was to be tried and the question of the week', async () => {
    const reviews = {
      version: 1 as const,
      days: [],
      weeks: [{ week: '2026-W45', tryNext: 'ask first' }],
    }
    const answers = ['the wet box', 'the fine', 'partly', 'twice', 'listen first', '-1', 'patience']
    const world = await typing(answers, ['review', '2026-W46'], { reviews })
    expect(world.asked).toEqual([
      'The best moment of the week?',
      'And the hardest?',
      'You said you would: ask first. Did you?',
      'What came of it?',
      'One thing to try next week?',
      'How were you treated at work this week?',
      weeklyQuestion('2026-W46'),
    ])
    expect((await world.ctx.reviews.read()).weeks).toEqual([
      reviews.weeks[0],
      {
        week: '2026-W46',
        best: 'the wet box',
        hard: 'the fine',
        tried: 'partly',
        triedNote: 'twice',
        tryNext: 'listen first',
        climate: -1,
        question: weeklyQuestion('2026-W46'),
        answer: 'patience',
      },
    ])
    await world.run('week', '2026-W46')
    expect(world.out()).toMatch(/You said you would: ask first {2,}tried: partly, twice/)
    await world.run('week', '2026-W47')
    expect(world.out()).toContain('You said you would: listen first\n')
  })

  it.each([
    [['--try', 'listen first'], 'Week 46, 9-15 Nov is closed. The next week opens with what you'],
    [['--best', 'the wet box'], 'Week 46, 9-15 Nov is closed.\n'],
  ])('by %j promises no more than was said', async (flags, said) => {
    const world = await aWorld({ entries: [earlier], settings })
    expect(await world.run('review', '2026-W46', ...flags)).toBe(0)
    expect(world.err()).toContain(said)
  })

  it.each([
    ['on a Friday the running week', '2026-11-20T16:00:00-06:00', 'Week 47, 16-22 Nov'],
    ['on another day the newest finished week with contacts', undefined, 'Week 46, 9-15 Nov'],
  ])('alone closes %s', async (_, now, title) => {
    const entries = [anEntry(), anEntry({ id: idOf(2), at: '2026-11-17T10:00:00-06:00' })]
    const world = await typing(Array(5).fill(''), ['review'], { entries, ...(now && { now }) })
    expect(world.err()).toContain(title)
  })

  it('closes a day by questions; whom to thank stands in the reports until they are thanked', async () => {
    const entries = [anEntry({ at: '2026-11-18T09:00:00-06:00' })]
    const answers = ['the two phones', 'deck-jo, night desk', 'proud']
    const world = await typing(answers, ['review', 'today'], { entries })
    expect((await world.ctx.reviews.read()).days).toEqual([
      { date: '2026-11-18', helped: 'the two phones', emotion: 'proud' },
    ])
    expect(await waiting(world)).toEqual(['deck-jo', 'night desk'])
    expect(await world.run('thank', 'deck-jo', 'kept the log')).toBe(0)
    expect(await waiting(world)).toEqual(['night desk'])
  })

  it('refuses a week that has not begun and names the flags without a terminal', async () => {
    const world = await aWorld({ entries: [earlier] })
    expect(await world.run('review', '2026-W48', '--best', 'x')).toBe(2)
    expect(world.err()).toContain('has not begun')
    expect(await world.run('review', '2026-W46')).toBe(2)
    expect(world.err()).toMatch(/--best.*--hard.*--try/)
  })
})

async function waiting(world: World): Promise<string[]> {
  await world.run('today', '--json')
  return JSON.parse(world.out()).toThank
}

describe('thank', () => {
  const helped = (id: number, day: string, helpedBy: string[]): Entry =>
    anEntry({ id: idOf(id), at: `2026-11-${day}T09:00:00-06:00`, care: { helpedBy } })

  it('clears "to thank" and is kept with the contact in which they helped', async () => {
    const entries = [
      helped(1, '18', ['deck-jo', 'dock-ada']),
      anEntry({ id: idOf(2), at: '2026-11-18T11:00:00-06:00' }),
    ]
    const world = await aWorld({ entries })
    expect(await waiting(world)).toEqual(['deck-jo', 'dock-ada'])
    await world.run('thank', 'deck-jo', 'kept', 'the', 'log', '--public')
    expect(world.err()).toMatch(/^Thanked deck-jo: kept the log {2,}undo: afterword undo/)
    expect(await waiting(world)).toEqual(['dock-ada'])
    const [first] = await world.journal.read()
    expect(first?.meaning?.recognition).toEqual([
      {
        direction: 'given',
        fromTo: 'deck-jo',
        public: true,
        for: 'kept the log',
        at: '2026-11-18',
      },
    ])
    await world.run('undo')
    expect(await waiting(world)).toEqual(['deck-jo', 'dock-ada'])
  })

  it('received clears nothing', async () => {
    const world = await aWorld({ entries: [helped(1, '18', ['deck-jo'])] })
    await world.run('thank', '--from', 'deck-jo', 'the clear hand-over')
    expect(await waiting(world)).toEqual(['deck-jo'])
    const [entry] = await world.journal.read()
    expect(entry?.meaning?.recognition?.[0]).toMatchObject({
      direction: 'received',
      fromTo: 'deck-jo',
    })
  })

  it.each([
    [['thank', 'deck-jo'], 2, 'Say what for'],
    [['thank', 'deck-jo', 'x'.repeat(281)], 2, '280'],
    [['thank', 'x'.repeat(65), 'the log'], 2, '64'],
  ])('refuses %j', async (argv, code, says) => {
    const world = await aWorld({ entries: [earlier] })
    expect(await world.run(...argv)).toBe(code)
    expect(world.err()).toContain(says)
    expect(await world.journal.read()).toEqual([earlier])
  })

  it('of an empty journal says what to do', async () => {
    const world = await aWorld()
    expect(await world.run('thank', 'deck-jo', 'the log')).toBe(1)
    expect(world.err()).toContain('afterword log')
  })
})

describe('done', () => {
  const open = anEntry({
    customer: 'blue-gate',
    followUp: { status: 'planned', due: '2026-11-17', action: 'ring them' },
  })

  it.each([
    ['gra', 'grateful'],
    ['', undefined],
  ])('asks how they were: %j', async (typed, felt) => {
    const world = await typing([typed], ['done', 'blue'], { entries: [open] })
    expect(world.asked).toEqual(['How was blue-gate when you checked?'])
    const entry = await lastOf(world)
    expect(entry?.followUp.status).toBe('done')
    expect(entry?.followUp.felt).toBe(felt)
  })

  it('does not ask what the flag says', async () => {
    await typing([], ['done', 'blue', '--felt', 'happy'], { entries: [open] })
  })
})

it.each([
  ['some', [{ text: 'people should reach each other', since: '2026-11-01' }], ' The words before'],
  ['none', [], ''],
  ['only today, which it replaces', [{ text: 'people', since: '2026-11-18' }], ''],
])('purpose where there were words before: %s', async (_, own, said) => {
  const world = await aWorld({ settings: { ...settings, purpose: { own } } })
  await world.run('purpose', 'nobody waits alone')
  expect(world.err()).toBe(`Kept.${said && `${said} it are kept, too.`}\n`)
})
