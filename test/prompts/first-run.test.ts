import { describe, expect, it } from 'vitest'
import { askFirstRun } from '../../src/prompts/first-run.ts'
import { askResume, formatOffer } from '../../src/prompts/resume.ts'
import { scriptedAsk } from './scripted-ask.ts'

describe('the first run', () => {
  it('says in three lines what it is, where the data lies and that nothing is sent', async () => {
    const script = scriptedAsk(['', ''])
    await askFirstRun(script.ask, '/home/ada/.local/share/afterword')
    const lines = script.said[0]?.split('\n') ?? []
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('/home/ada/.local/share/afterword')
    expect(lines.join(' ')).toMatch(/Nothing is ever sent.*Five contacts a day/)
    expect(script.asked.map(({ text }) => text)).toEqual([
      'What should reports call you? (Enter: me)',
      'I do this work because ... (Enter: later)',
    ])
  })

  it.each([
    [['', ''], {}],
    [['Ada', ''], { rep: 'Ada' }],
    [[' Ada ', 'people wait for me'], { rep: 'Ada', purpose: 'people wait for me' }],
    [['Ada', { back: '' }, '', ''], {}],
    [['x'.repeat(41), 'x'.repeat(40), ''], { rep: 'x'.repeat(40) }],
  ])('%#: learns %j', async (moves, expected) => {
    expect(await askFirstRun(scriptedAsk(moves).ask, '/data')).toEqual(expected)
  })
})

describe('an abandoned draft', () => {
  const savedAt = '2026-11-18T16:40:12-06:00'

  it.each([
    [{ who: 'lantern-street', savedAt }, '2026-11-18', 'about lantern-street at 16:40.'],
    [{ who: 'lantern-street', savedAt }, '2026-11-19', 'about lantern-street at 16:40 on Wed.'],
    [{ who: 'anon', savedAt }, '2026-11-18', 'about a contact at 16:40.'],
    [{ savedAt }, '2026-12-24', 'about a contact at 16:40 on 18 Nov.'],
  ])('%#: is offered as %s', (left, today, text) => {
    expect(formatOffer(left, today)).toBe(
      `You were writing ${text} Go on? (Enter: yes, d: discard, n: later)`,
    )
  })

  it.each([
    [[''], 'go-on'],
    [['Y'], 'go-on'],
    [['D'], 'discard'],
    [['x', 'n'], 'later'],
  ])('%j means %s', async (keys, choice) => {
    expect(await askResume(scriptedAsk(keys).ask, { savedAt }, '2026-11-18')).toBe(choice)
  })
})
