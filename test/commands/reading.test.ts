import { describe, expect, it } from 'vitest'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'

const CUSTOMERS = ['blue-gate', 'lantern-street', 'lantern-row', '__proto__', '山田さん', '🦊-farm']

const many = CUSTOMERS.map((customer, at) =>
  anEntry({ id: idOf(at), customer, at: `2026-11-1${at}T10:00:00-06:00` }),
)

describe('list', () => {
  it.each([
    ['--who', 'lantern-row', ['lantern-row']],
    ['--who', 'lantern', ['lantern-street', 'lantern-row']],
    ['--who', '__proto__', ['__proto__']],
    ['--from', '2026-11-14', ['山田さん', '🦊-farm']],
    ['--to', '2026-11-10', ['blue-gate']],
    ['--limit', '1', ['🦊-farm']],
    ['--channel', 'phone', CUSTOMERS],
    ['--end', 'escalated', []],
  ])('%s %s', async (flag, value, expected) => {
    const world = await aWorld({ entries: many })
    expect(await world.run('list', flag, value, '--json')).toBe(0)
    const names = JSON.parse(world.out()).map((entry: { customer: string }) => entry.customer)
    expect(names).toEqual(expected)
  })

  it('shows the last twenty alone on a terminal, and all of them in a pipe', async () => {
    const entries = Array.from({ length: 25 }, (_, at) => anEntry({ id: idOf(at) }))
    const onTerminal = await aWorld({ entries, terminal: true })
    await onTerminal.run('list')
    expect(onTerminal.out().trimEnd().split('\n')).toHaveLength(20)
    const inPipe = await aWorld({ entries })
    await inPipe.run('list')
    expect(inPipe.out().trimEnd().split('\n')).toHaveLength(25)
  })

  it('ends with 0 and prints nothing when nothing fits', async () => {
    const world = await aWorld()
    expect(await world.run('list')).toBe(0)
    expect(world.out()).toBe('')
    expect(await world.run('list', '--json')).toBe(0)
    expect(world.out()).toBe('[]\n')
  })
})

describe('show', () => {
  const entry = anEntry({ private: { emotion: 'proud', note: 'kept for myself' } })

  it('prints what is private on a terminal only, and says so elsewhere', async () => {
    const onTerminal = await aWorld({ entries: [entry], terminal: true })
    await onTerminal.run('show', 'last')
    expect(onTerminal.out()).toContain('kept for myself')
    const inPipe = await aWorld({ entries: [entry] })
    await inPipe.run('show', 'last')
    expect(inPipe.out()).not.toContain('kept for myself')
    expect(inPipe.err()).toContain('on a terminal only')
  })

  it.each([
    ['lantern', 1, /fits 2 entries.*lantern-street.*lantern-row/s],
    ['nobody', 1, /No entry fits "nobody"/],
  ])('%s ends with %i', async (typed, code, says) => {
    const world = await aWorld({ entries: many })
    expect(await world.run('show', typed)).toBe(code)
    expect(world.err()).toMatch(says)
    expect(world.out()).toBe('')
  })
})

describe('hostile text', () => {
  const payload = '\u001b[2J\u001b]52;c;AAAA\u0007\u009b31m\u202Eevil\u200b\r\n'
  const hostile = anEntry({ customer: `x${payload}`, summary: `y${payload}`, tags: [payload] })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const LIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/

  it.each([
    ['list'],
    ['show', 'last'],
    ['followups'],
    ['today'],
    ['week'],
    ['list', '--json'],
    ['show', 'last', '--json'],
    ['week', '--json'],
  ])('%s %s %s lets nothing through', async (...argv) => {
    const open = { status: 'planned', due: '2026-11-17', action: payload } as const
    const entries = [{ ...hostile, at: '2026-11-18T09:00:00-06:00', followUp: open }]
    const world = await aWorld({ entries, terminal: true })
    expect(await world.run(...argv.filter(Boolean))).toBe(0)
    expect(world.out()).toMatch(/x.*2J/)
    expect(world.out()).not.toMatch(LIVE)
  })
})

describe('unknown words and flags', () => {
  it.each([
    [['wek'], /unknown command 'wek'.*Did you mean week/s],
    [['list', '--form', 'mon'], /unknown option '--form'.*Did you mean --from/s],
    [['show'], /missing required argument 'id'/],
    [['week', '2026-W54'], /2026-W54/],
    [['week', '2026-11'], /2026-11/],
    [['week', '--format', 'pdf'], /pdf/],
    [['list', '--limit', 'many'], /many/],
    [['list', '--from', 'whenever'], /whenever/],
  ])('%j ends with 2', async (argv, says) => {
    const world = await aWorld({ entries: many })
    expect(await world.run(...argv)).toBe(2)
    expect(world.err()).toMatch(says)
    expect(world.out()).toBe('')
  })
})
