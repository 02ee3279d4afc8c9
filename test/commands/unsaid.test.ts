import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { aFullEntry } from '../full-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'
import { EXAMPLES, runEach } from './every-word.ts'

const CANARY = 'canary'

/** Returns a home whose month holds the entries, whatever is wrong with them. */
function homeWith(...entries: object[]): string {
  const home = aFolder()
  mkdirSync(join(home, 'journal'))
  const { bytes } = renderMonth({ month: '2026-11', entries: entries as Entry[] })
  writeFileSync(join(home, 'journal/2026-11.json'), bytes.toString().replace(/"sum":"[^"]+",/, ''))
  return home
}

const drawer = (over: unknown) => ({ ...anEntry(), private: over })

const BAD: readonly (readonly [string, object])[] = [
  ['private.emotion', drawer({ emotion: 'canary-emotion' })],
  ['private.display', drawer({ display: 'canary-display' })],
  ['private.note', drawer({ note: ['canary-note'] })],
  ['private.what', drawer({ what: { canary: 'canary-what' } })],
  ['private.soWhat', drawer({ soWhat: `canary ${'x'.repeat(700)}` })],
  ['private.secondsToLog', drawer({ secondsToLog: 'canary-seconds' })],
  ['private', drawer('canary-drawer')],
  ['private.0', drawer(['canary-drawer'])],
]

describe('what is wrong in the private drawer', () => {
  it.each(BAD)('of a month: %s is named with its line, and not quoted', (field, entry) => {
    const { status, stdout, stderr } = afterword(homeWith(entry), ['list'])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`journal/2026-11.json line 2: ${field} `)
    expect(stderr).not.toContain(CANARY)
  })

  it('is quoted by no word of the program', async () => {
    const home = homeWith(drawer({ emotion: 'canary-emotion', note: 'canary-note' }))
    const ended = await runEach(home, EXAMPLES)
    const telling = ended.filter(({ stdout, stderr }) => (stdout + stderr).includes(CANARY))
    expect(telling).toEqual([])
    const named = ended.filter(({ stderr }) => stderr.includes('private.emotion'))
    expect(new Set(named.map(({ word }) => word)).size).toBeGreaterThan(20)
  }, 120_000)

  it.each(BAD)('of a row that is imported: %s is named by line, and not quoted', (field, entry) => {
    const run = afterword(aFolder(), ['import', '-'], { input: `${JSON.stringify(entry)}\n` })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain(`line 1: ${field} `)
    expect(run.stderr).not.toContain(CANARY)
  })

  it.each([
    'private.emotion=canary',
    'private.display=canary',
    'private.note canary',
    'private.note:canary',
    `private.soWhat=canary${'x'.repeat(700)}`,
  ])('of --set %s is not quoted', (set) => {
    const { status, stderr } = afterword(aFolder(), [...CONTACT, '--set', set])
    expect(status).toBe(2)
    expect(stderr).toContain(/[\w.]+/.exec(set)?.[0])
    expect(stderr).not.toContain(CANARY)
  })

  it('of the reviews is named, and not quoted', () => {
    const home = aFolder()
    const days = [{ date: '2026-11-12', emotion: 'canary-mood' }]
    const weeks = [{ week: '2026-W46', best: 7, hard: ['canary-hard'], climate: 'canary-climate' }]
    writeFileSync(join(home, 'reviews.json'), JSON.stringify({ version: 1, days, weeks }))
    for (const args of [['week'], ['review', 'last', '--try', 'x'], ['doctor']]) {
      const { status, stdout, stderr } = afterword(home, args)
      expect(status).toBe(1)
      expect(stdout + stderr).toContain('days.0.emotion is not a word on the list')
      expect(stdout + stderr).not.toContain(CANARY)
    }
    for (const flags of [
      ['today', '--felt', 'canary'],
      ['last', '--treated', 'canary'],
    ])
      expect(afterword(aFolder(), ['review', ...flags])).toMatchObject({
        status: 2,
        stderr: expect.not.stringContaining(CANARY),
      })
  })
})

describe('an entry never to be shared', () => {
  const never = (number: number, over: Partial<Entry> = {}) =>
    aFullEntry((field) => `${CANARY}-${field}`, {
      id: idOf(number),
      share: 'never',
      followUp: { status: 'planned', action: 'canary-do', due: '2026-11-20' },
      ...over,
    })
  const entries = [
    never(1, { customer: 'canary-one' }),
    never(2, { customer: 'canary-two' }),
    anEntry({ id: idOf(3), customer: 'candle-street' }),
  ]

  it.each([
    [['show', '0000']],
    [['edit', 'can', '--tag', 'x']],
    [['remove', 'can', '--yes']],
    [['done', '0000']],
    [['later', '0000', 'fri']],
    [['drop', 'can', 'they moved']],
    [['reflect', 'can']],
    [['log', 'x', ...CONTACT.slice(2), '--closes', 'can']],
    [['customer', 'can']],
    [['forget', 'can', '--yes']],
  ])(
    '%j, which fits several, tells its id and time elsewhere and its words on a terminal',
    async (argv) => {
      const piped = await aWorld({ entries })
      expect(await piped.run(...argv)).toBe(1)
      expect(piped.err()).not.toContain('canary')
      if (argv[0] !== 'customer' && argv[0] !== 'forget')
        expect(piped.err()).toContain('00000001  Thu 12 Nov 2026 10:00  (never to be shared)')
      const watched = await aWorld({ entries, terminal: true })
      await watched.run(...argv)
      expect(watched.err()).toContain('canary-two')
    },
  )

  it('is not among the names that an export of several people says', async () => {
    const world = await aWorld({ entries })
    expect(await world.run('export', '--who', 'can')).toBe(0)
    expect(world.out() + world.err()).not.toContain('canary')
    expect(world.err()).toContain('--who "can" is 3 customers here: candle-street, 2 more.')
  })
})
