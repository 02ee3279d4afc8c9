import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatReply, makeReply } from '../../src/team/reply.ts'
import { aFolder } from '../afterword.ts'
import { aStoredWorld } from '../stored-world.ts'

const REPLY = {
  to: 'alex',
  made: '2026-11-13T09:00:00Z',
  thanks: ['for staying until it rang again'],
  answers: [{ contact: 'a'.repeat(32), asked: 'A second ladder', answer: 'On Monday' }],
  purpose: 'Nobody waits twice',
  moments: [{ name: 'repair' as const, intended: ['relieved' as const] }],
}
const OWN = [{ text: 'I like it when it rings again', since: '2026-01-01' }]

/** Returns the world of a rep called alex, with a reply lying in their folder. */
async function aRep(over: Partial<typeof REPLY> = {}, typing?: string[]) {
  const folder = aFolder()
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify({ rep: 'alex', purpose: { line: 'We answer', own: OWN } }),
  )
  const file = join(folder, 'reply.json')
  writeFileSync(file, formatReply(makeReply({ ...REPLY, ...over })))
  const world = await aStoredWorld({ folder, ...(typing && { typing }) })
  const kept = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return { world, file, folder, kept }
}

describe('import of a coach’s reply', () => {
  it('shows thanks and answers in the week in which it is taken in', async () => {
    const { world, file } = await aRep()
    expect(await world.run('import', file, '--yes')).toBe(0)
    expect(world.err()).toContain(
      "Your coach's reply: thanks 1, 1 answer. See them: afterword week",
    )
    await world.run('week')
    expect(world.out()).toContain('From your coach')
    expect(world.out()).toContain('Thanks: for staying until it rang again')
    expect(world.out()).toContain('You asked: A second ladder Answer: On Monday')
    await world.run('week', 'last')
    expect(world.out()).not.toContain('From your coach')
  })

  it.each([
    ['both', ['y', 'y'], 'Nobody waits twice', REPLY.moments],
    ['only the line', ['y', 'n'], 'Nobody waits twice', undefined],
    ['neither', ['n', 'n'], 'We answer', undefined],
  ])('asks before it takes anything over: %s', async (_, typing, line, moments) => {
    const { world, file, kept } = await aRep({}, [...typing])
    expect(await world.run('import', file)).toBe(0)
    expect(world.asked).toEqual([
      `Take over your team's line in place of "We answer"? "Nobody waits twice"`,
      'Take over how your team wants people to leave? repair: relieved',
    ])
    const settings = kept('config.json')
    expect(settings.purpose).toEqual({ line, own: OWN })
    expect(settings.moments).toEqual(moments)
    expect(kept('handover.json').replies).toHaveLength(1)
  })

  it('without a terminal takes nothing over, and says how', async () => {
    const { world, file, kept } = await aRep()
    expect(await world.run('import', file)).toBe(0)
    expect(kept('config.json').purpose.line).toBe('We answer')
    expect(world.err()).toMatch(/Not taken over\. .*"Nobody waits twice"/)
    expect(world.err()).toContain(`afterword import ${file} --yes`)
    expect(await world.run('import', file, '--yes')).toBe(0)
    expect(kept('config.json')).toMatchObject({
      purpose: { line: 'Nobody waits twice', own: OWN },
      moments: REPLY.moments,
    })
    expect(kept('handover.json').replies).toHaveLength(1)
  })

  it('asks nothing where it brings nothing new', async () => {
    const { world, file } = await aRep({ purpose: 'We answer', moments: [] }, [])
    expect(await world.run('import', file)).toBe(0)
    expect(world.asked).toEqual([])
  })

  it('only says what would come in, with --dry-run', async () => {
    const { world, file, folder, kept } = await aRep({}, [])
    expect(await world.run('import', file, '--dry-run', '--json')).toBe(0)
    expect(JSON.parse(world.out())).toEqual({
      import: file,
      dryRun: true,
      reply: { thanks: 1, answers: 1 },
      known: false,
      accepted: [],
    })
    expect(() => kept('handover.json')).toThrow()
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toContain('We answer')
  })

  it.each([
    ['to somebody else', (text: string) => text, { to: 'kim' }, /reply to "kim"/],
    [
      'changed on the way',
      (text: string) => text.replace('Monday', 'Friday'),
      {},
      /changed or damaged/,
    ],
    ['cut off', (text: string) => text.slice(0, 200), {}, /no reply/],
    ['newer', (text: string) => text.replace('"version": 1', '"version": 9'), {}, /newer/],
  ])('is refused: %s', async (_, spoil, over, message) => {
    const { world, file, kept } = await aRep(over)
    writeFileSync(file, spoil(readFileSync(file, 'utf8')))
    expect(await world.run('import', file, '--yes')).toBe(1)
    expect(world.err()).toMatch(message)
    expect(kept('config.json').purpose.line).toBe('We answer')
    expect(() => kept('handover.json')).toThrow()
  })

  it('takes no flags of a CSV', async () => {
    const { world, file } = await aRep()
    expect(await world.run('import', file, '--preset', 'zendesk')).toBe(2)
  })
})
