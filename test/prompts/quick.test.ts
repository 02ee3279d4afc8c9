import { describe, expect, it } from 'vitest'
import type { Answers, HalfAnswered } from '../../src/model/answers.ts'
import { addDays } from '../../src/model/day.ts'
import { readWhen } from '../../src/model/when.ts'
import type { KnownCustomer } from '../../src/prompts/known.ts'
import { askQuick } from '../../src/prompts/quick.ts'
import type { QuickWorld } from '../../src/prompts/quick-steps.ts'
import { type Move, scriptedAsk } from './scripted-ask.ts'

const NOW = '2026-11-18T12:00:00-06:00'
const TODAY = '2026-11-18'

const lantern: KnownCustomer = {
  name: 'lantern-street',
  felt: 'grateful',
  day: addDays(TODAY, -1),
  open: [{ id: '7k3q0000000a', kind: 'promise', what: 'a text', due: addDays(TODAY, 2) }],
}
const blue: KnownCustomer = { name: 'blue-boiler', felt: 'upset', day: '2026-10-30', open: [] }
const blues: KnownCustomer = { name: 'blue-boiler-2', felt: 'unknown', day: '2025-12-30', open: [] }

const world: QuickWorld = {
  known: [lantern, blue, blues],
  lastChannels: ['on-site', 'phone', 'on-site', 'on-site', 'on-site'],
  commonest: ['relieved', 'frustrated'],
  today: TODAY,
  readDay: (text) => readWhen(text, NOW, 'future')?.day,
  checkBackDue: addDays(TODAY, 1),
}

const habit: QuickWorld = { ...world, lastChannels: Array(5).fill('phone') }

async function run(
  moves: readonly Move[],
  given: HalfAnswered = {},
  over: Partial<QuickWorld> = {},
) {
  const script = scriptedAsk(moves)
  const drafts: [Answers, number][] = []
  const answers = await askQuick(script.ask, { ...world, ...over }, given, async (so, number) => {
    drafts.push([so, number])
  })
  expect(script.left).toEqual([])
  return { answers, drafts, asked: script.asked, said: script.said }
}

const BACK = { back: '' }
const FULL: Answers = {
  who: 'ada',
  channel: 'phone',
  summary: 'Reset the router',
  felt: 'fru gra',
  end: 'resolved',
  next: 'none',
}

function without(...fields: (keyof Answers)[]): Answers {
  return Object.fromEntries(
    Object.entries(FULL).filter(([field]) => !fields.includes(field as keyof Answers)),
  )
}

describe('the six questions', () => {
  it('asks them in order and keeps a draft after every answer', async () => {
    const moves = [
      'ada',
      'em',
      'Reset the router',
      'fru gra',
      'resolved',
      'fri! text after the frost',
    ]
    const { answers, drafts, asked, said } = await run(moves)
    expect(asked.map(({ text }) => text)).toEqual([
      'Who?',
      'Channel?',
      'What happened?',
      'Felt, before, after?',
      'How did it end?',
      'Follow-up?',
    ])
    expect(asked.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(answers).toEqual({
      who: 'ada',
      channel: 'email',
      summary: 'Reset the router',
      felt: 'fru gra',
      end: 'resolved',
      next: 'fri! text after the frost',
    })
    expect(drafts.map(([, number]) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(drafts[1]?.[0]).toEqual({ who: 'ada', channel: 'email' })
    expect(said).toEqual(['Esc: back   Ctrl-C: stop, draft is kept'])
  })

  it('asks only what is unanswered, and nothing at all when nothing is', async () => {
    const { asked, answers } = await run(['phone', 'resolved'], without('channel', 'end'))
    expect(asked.map(({ text }) => text)).toEqual(['Channel?', 'How did it end?'])
    expect(answers).toEqual(FULL)
    const { said, asked: none } = await run([], FULL)
    expect([said, none]).toEqual([[], []])
  })

  it('keeps the draft of what was answered when somebody stops', async () => {
    const script = scriptedAsk(['ada', 'phone', 'STOP'])
    const drafts: Answers[] = []
    const stopped = askQuick(script.ask, world, {}, async (answers) => void drafts.push(answers))
    await expect(stopped).rejects.toMatchObject({ exitCode: 130 })
    expect(drafts.at(-1)).toEqual({ who: 'ada', channel: 'phone' })
  })

  it.each([
    ['in the middle of an answer', ['ada', 'phone', { stop: 'Wet spl' }]],
    ['having gone back to one', ['ada', 'phone', 'Wet', { back: 'fru' }, { stop: 'Wet spl' }]],
  ] as const)(
    'keeps what was typed when somebody stops %s, and begins with it',
    async (_, moves) => {
      const drafts: HalfAnswered[] = []
      const keep = async (answers: HalfAnswered) => void drafts.push(answers)
      const stop = askQuick(scriptedAsk(moves).ask, world, {}, keep)
      await expect(stop).rejects.toMatchObject({ exitCode: 130, typed: 'Wet spl' })
      const draft: HalfAnswered = JSON.parse(JSON.stringify(drafts.at(-1)))
      expect(draft).toEqual({ who: 'ada', channel: 'phone', half: 'Wet spl' })
      const { asked, answers } = await run(['Wet splitter', 'fru gra', 'resolved', ''], draft)
      expect(asked[0]).toMatchObject({ text: 'What happened?', initial: 'Wet spl' })
      expect(asked[1]).not.toHaveProperty('initial')
      expect(answers).toMatchObject({ who: 'ada', summary: 'Wet splitter' })
      expect(answers).not.toHaveProperty('half')
    },
  )
})

describe('Who?', () => {
  it.each([
    ['', 'anon', 'anon'],
    ['anon', 'anon', 'anon'],
    ['lan', 'lantern-street', 'lantern-street · left grateful Tue · you promised a text, due Fri'],
    ['LAN', 'lantern-street', 'lantern-street · left grateful Tue · you promised a text, due Fri'],
    ['lantern-street', 'lantern-street', 'left grateful Tue · you promised a text, due Fri'],
    ['lan.', 'lan', 'new'],
    ['blue-boiler', 'blue-boiler', 'left upset 30 Oct'],
    ['blue-boiler-', 'blue-boiler-2', 'blue-boiler-2 · last seen 30 Dec 2025'],
    ['zoe', 'zoe', 'new'],
    ['__proto__', '__proto__', 'new'],
  ])('takes %j as %s', async (typed, who, echo) => {
    const { answers, asked } = await run([typed], without('who'))
    expect(answers.who).toBe(who)
    expect(asked[0]?.echo).toBe(echo)
  })

  it('names the customers it could be', async () => {
    const { asked, answers } = await run(['b', 'blue.'], without('who'))
    expect(asked[0]?.refused).toBe(
      '"b" could be blue-boiler or blue-boiler-2: type more of it, or b. for somebody new.',
    )
    expect(answers.who).toBe('blue')
  })

  it('refuses a name over 64 characters', async () => {
    const { asked } = await run(['x'.repeat(65), 'x'.repeat(64)], without('who'))
    expect(asked[0]?.refused).toBe('It has 65 characters; the limit is 64.')
  })
})

describe('Channel?', () => {
  it.each([
    ['', 'on-site', 'on-site'],
    ['on', 'on-site', 'on-site'],
    ['chat', 'chat', undefined],
  ])('takes %j as %s', async (typed, channel, echo) => {
    const { answers, asked } = await run([typed], without('channel'))
    expect(answers.channel).toBe(channel)
    expect(asked[0]?.echo).toBe(echo)
  })

  it('lists the channels at Enter when there is no last one, and names what is ambiguous', async () => {
    const { asked } = await run(['', 's', 'sm'], without('channel'), { lastChannels: [] })
    expect(asked[0]?.refused).toMatch(/^phone, on-site, in-person/)
    expect(asked[1]?.refused).toBe('"s" could be social or sms: type more of it.')
  })

  it('is not asked once five running were the same', async () => {
    const { asked, answers } = await run(['hello'], without('channel', 'summary'), habit)
    expect(asked.map(({ text }) => text)).toEqual(['What happened?'])
    expect(answers.channel).toBe('phone')
  })

  it('is reached from the third question with Esc even then', async () => {
    const moves = ['ada', BACK, 'chat', 'hello']
    const { asked, answers } = await run(moves, { ...without('who', 'channel', 'summary') }, habit)
    expect(asked.map(({ text }) => text)).toEqual([
      'Who?',
      'What happened?',
      'Channel?',
      'What happened?',
    ])
    expect(answers.channel).toBe('chat')
  })
})

describe('What happened?', () => {
  it.each([
    ['', 'It takes one line: what happened?'],
    ['   ', 'It takes one line: what happened?'],
    ['x'.repeat(281), 'It has 281 characters; the limit is 280.'],
    ['half \ud800 a sign', 'It holds half a character (a lone surrogate).'],
  ])('refuses %j', async (typed, why) => {
    const { asked } = await run([typed, '🙂'.repeat(280)], without('summary'))
    expect(asked[0]?.refused).toBe(why)
  })
})

describe('Felt, before, after?', () => {
  it.each([
    ['fru gra', 'frustrated -> grateful'],
    ['fru:gra', 'frustrated -> grateful'],
    ['ang', 'angry -> angry'],
    ['- rel', 'unknown -> relieved'],
    ['let down, ok', 'disappointed -> neutral'],
  ])('understands %j as %s', async (typed, echo) => {
    const { asked, answers } = await run([typed], without('felt'))
    expect(asked[0]?.echo).toBe(echo)
    expect(answers.felt).toBe(typed)
  })

  it('lists the words at Enter, commonest first, each once', async () => {
    const { asked } = await run(['', 'fru gra'], without('felt'))
    const words = asked[0]?.refused?.split(/,\s+/) ?? []
    expect(words.slice(0, 3)).toEqual(['relieved', 'frustrated', 'angry'])
    expect(words).toHaveLength(27)
    expect(new Set(words).size).toBe(27)
  })

  it('names both words of an ambiguous beginning, and the nearest three of a word off the list', async () => {
    const { asked } = await run(['res fru', 'crosss', 'fru'], without('felt'))
    expect(asked[0]?.refused).toContain('resigned or respected')
    expect(asked[1]?.refused).toMatch(/Nearest: \w+, \w+, \w+\.$/)
  })

  it.each([
    ['fru surprised', 'g', 'fru:delighted'],
    ['fru surp', 'bad', 'fru:upset'],
    ['surprised', 'u', 'upset'],
  ])('asks whether the surprise in %j was a good one: %s', async (typed, told, felt) => {
    const { answers, asked } = await run([typed, '', 'x', told], without('felt'))
    expect(answers.felt).toBe(felt)
    expect(asked.map(({ text }) => text).at(-1)).toBe('A good or a bad surprise?')
    expect(asked.filter(({ refused }) => refused !== undefined)).toHaveLength(2)
  })

  it('goes back from the surprise to the words', async () => {
    const { answers, asked } = await run(['fru surprised', BACK, 'fru amazed'], without('felt'))
    expect(asked[2]).toMatchObject({ text: 'Felt, before, after?', initial: 'fru surprised' })
    expect(answers.felt).toBe('fru amazed')
  })

  it('is not asked where nobody was reached', async () => {
    const { asked } = await run(['ada'], { ...without('who', 'felt'), end: 'no-c' })
    expect(asked).toHaveLength(1)
  })
})

describe('How did it end?', () => {
  it('has no default: Enter lists the endings', async () => {
    const { asked, answers } = await run(['', 'pending', 'pending-u'], without('end'))
    expect(asked[0]?.refused).toMatch(/^resolved, workaround, /)
    expect(asked[1]?.refused).toBe(
      '"pending" could be pending-customer or pending-us: type more of it.',
    )
    expect(answers.end).toBe('pending-us')
  })
})

describe('the sixth question', () => {
  it.each([
    ['resolved', 'Follow-up?'],
    ['no-contact', 'Follow-up?'],
    ['visit-scheduled', 'When is the visit?'],
    ['transferred', 'Passed to whom?'],
    ['escalated', 'Passed to whom?'],
  ])('after %s is: %s', async (end, text) => {
    const { asked } = await run([end, 'fri'], without('end', 'next'))
    expect(asked[1]?.text).toBe(text)
  })

  it.each([
    ['', 'none', 'none'],
    ['none', 'none', 'none'],
    ['done', 'done', 'done on the spot'],
    ['fri! text after the frost', 'fri! text after the frost', '= Fri 20 Nov 2026, promised'],
    ['in 3 days ring them', 'in 3 days ring them', '= Sat 21 Nov 2026'],
  ])('understands the follow-up %j', async (typed, next, echo) => {
    const { asked, answers } = await run([typed], without('next'))
    expect(asked[0]?.echo).toBe(echo)
    expect(answers.next).toBe(next)
  })

  it('says why a follow-up is not understood', async () => {
    const { asked } = await run(['someday', '2026-02-30', ''], without('next'))
    expect(asked[0]?.refused).toContain('"someday" is not a follow-up')
    expect(asked[1]?.refused).toContain('2026-02-30 is a day that does not exist')
  })

  it('takes a visit as a promise and insists on its day', async () => {
    const { asked, answers } = await run(['', 'thu replace the meter'], {
      ...without('next'),
      end: 'visit',
    })
    expect(asked[0]?.refused).toContain('A visit needs its day')
    expect(asked[1]?.echo).toBe('= Thu 19 Nov 2026, promised')
    expect(answers.next).toBe('thu replace the meter')
  })

  it.each([
    ['billing', 'billing', 'look back Thu 19 Nov'],
    ['', 'unknown', 'unknown, look back Thu 19 Nov'],
  ])('takes %j as the place it was passed to', async (typed, passedTo, echo) => {
    const { asked, answers } = await run([typed], { ...without('next'), end: 'transferred' })
    expect(asked[0]?.echo).toBe(echo)
    expect(answers).toMatchObject({ passedTo })
    expect(answers).not.toHaveProperty('next')
  })

  it('asks who a follow-up is with when it was anon', async () => {
    const { asked, answers } = await run(['fri', '', 'anon', 'lan'], {
      ...without('next'),
      who: 'anon',
    })
    expect(asked.map(({ text }) => text)).toEqual(['Follow-up?', 'Who?', 'Who?', 'Who?'])
    expect(answers.who).toBe('lantern-street')
    const nobody = await run(['done'], { ...without('next'), who: 'anon' })
    expect(nobody.answers.who).toBe('anon')
  })

  it('lets the follow-up of anon be taken back', async () => {
    const { answers } = await run(['fri', BACK, ''], { ...without('next'), who: 'anon' })
    expect(answers).toMatchObject({ who: 'anon', next: 'none' })
  })
})

describe('going back', () => {
  it('asks the question before again with what was typed, and keeps what stood in the one left', async () => {
    const moves = ['lan', 'chat', { back: 'half a lin' }, BACK, 'zoe', 'chat', 'whole line']
    const { asked, answers, drafts } = await run(moves, without('who', 'channel', 'summary'))
    expect(asked.map(({ text, initial }) => [text, initial])).toEqual([
      ['Who?', undefined],
      ['Channel?', undefined],
      ['What happened?', undefined],
      ['Channel?', 'chat'],
      ['Who?', 'lan'],
      ['Channel?', ''],
      ['What happened?', 'half a lin'],
    ])
    expect(answers).toMatchObject({ who: 'zoe', channel: 'chat', summary: 'whole line' })
    expect(drafts[2]?.[0]).toMatchObject({ who: 'zoe', channel: 'chat' })
  })

  it('stays at the first question', async () => {
    const { asked } = await run([{ back: 'a' }, 'ada'], without('who'))
    expect(asked.map(({ text, initial }) => [text, initial])).toEqual([
      ['Who?', undefined],
      ['Who?', 'a'],
    ])
  })

  it('reaches what a draft had answered', async () => {
    const { asked, answers } = await run([BACK, 'rel', 'unresolved'], without('end'))
    expect(asked[1]).toMatchObject({ text: 'Felt, before, after?', initial: 'fru gra' })
    expect(answers).toMatchObject({ felt: 'rel', end: 'unresolved' })
  })

  it('forgets the follow-up of an ending that was changed', async () => {
    const moves: Move[] = ['resolved', 'fri', BACK, BACK, 'transferred', 'billing']
    const { answers } = await run(moves, { ...without('end', 'next'), who: 'anon' })
    expect(answers).toMatchObject({ end: 'transferred', passedTo: 'billing' })
    expect(answers).not.toHaveProperty('next')
  })

  it('asks for the day of a visit anew when the ending became one', async () => {
    const script: Move[] = ['resolved', 'fri', BACK, BACK, 'visit', 'mon', 'ada']
    const { answers, asked } = await run(script, { ...without('end', 'next'), who: 'anon' })
    expect(asked.map(({ text }) => text)).toEqual([
      'How did it end?',
      'Follow-up?',
      'Who?',
      'Follow-up?',
      'How did it end?',
      'When is the visit?',
      'Who?',
    ])
    expect(answers).toMatchObject({ end: 'visit-scheduled', next: 'mon', who: 'ada' })
  })
})
