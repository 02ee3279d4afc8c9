import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { withPatience } from '../../src/flows/patience.ts'
import { afterword, CONTACT } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { aStoredWorld } from '../stored-world.ts'
import { inPty } from '../terminal/pty.ts'
import { aWorld } from '../world.ts'
import { aHomeWithWork, WORK } from './a-home.ts'

describe('habit 31: --json on every reading command', () => {
  it.each([
    'list',
    'show last',
    'today',
    'week',
    'month',
    'followups',
    'status',
    'config',
    'config rep',
    'purpose',
    'doctor',
    'customer the-long-house-behind-the-mill',
    'report feelings',
    'report stories',
    'report blockers',
    'report purpose',
    'report calendar',
    'team report',
  ])('%s', async (line) => {
    const world = await aStoredWorld({ folder: await aHomeWithWork() })
    expect(await world.run(...line.split(' '), '--json')).toBe(0)
    expect(() => JSON.parse(world.out())).not.toThrow()
  })

  it('has dates with their offset', async () => {
    const [entry] = JSON.parse(afterword(await aHomeWithWork(), ['list', '--json']).stdout)
    expect(entry.at).toBe('2026-11-18T09:00:00-06:00')
  })
})

describe('habit 33: width', () => {
  it.each(['today', 'week', 'followups', 'report feelings'])(
    '%s wraps at 80 columns, in a pipe and on a terminal',
    async (line) => {
      for (const terminal of [false, true]) {
        const world = await aWorld({ entries: [WORK], terminal })
        await world.run(...line.split(' '))
        expect(
          world
            .out()
            .split('\n')
            .filter((row) => row.length > 80),
        ).toEqual([])
        expect(world.out()).not.toBe('')
      }
    },
  )

  it('list and show are whole in a pipe', async () => {
    const home = await aHomeWithWork()
    for (const argv of [['list'], ['show', 'last'], ['export']])
      expect(afterword(home, argv).stdout).toContain(WORK.summary)
  })

  describeWith('script')('on a narrow terminal', () => {
    it.each([40, 80, 120])('list fits %i columns', async (columns) => {
      const { bytes } = await inPty(await aHomeWithWork(), 'afterword list --no-color', { columns })
      const rows = bytes.trimEnd().split('\r\n')
      expect(rows.map((row) => row.length <= columns)).toEqual([true])
      expect(rows[0]).toContain('18 Nov')
    })
  })
})

describe('habit 37: no animation; what takes over a second says so once', () => {
  it.each([
    ['long, and watched', 5000, true, ['Reading: this takes a moment.']],
    ['long, in a script', 5000, false, []],
    ['short', 900, true, []],
  ])('%s', async (_, ms, watched, says) => {
    vi.useFakeTimers()
    const said: string[] = []
    const { ctx } = await aWorld()
    const watching = {
      ...ctx,
      isWatched: () => watched,
      remark: (text: string) => void said.push(text),
    }
    const work = () => new Promise<string>((resolve) => setTimeout(resolve, ms, 'done'))
    const done = withPatience(watching, 'Reading: this takes a moment.', work)
    await vi.advanceTimersByTimeAsync(ms)
    vi.useRealTimers()
    expect([await done, said]).toEqual(['done', says])
  })
})

describe('habit 39: a change says what is now true and how to undo it', () => {
  it.each([
    [CONTACT.join('|'), /^Saved \w{4} {2}lantern-street .*undo: afterword undo$/m],
    ['edit|last|--tag|later', /undo: afterword undo/],
    ['later|the|fri', /undo: afterword undo/],
    ['done|the|--felt|happy', /undo: afterword undo/],
    ['drop|the|moved away', /undo: afterword undo/],
    ['remove|last|--yes', /undo: afterword undo/],
    ['undo', /./],
  ])('%s', async (line, says) => {
    const [home, quiet] = [await aHomeWithWork(), await aHomeWithWork()]
    const argv = line.split('|')
    const { status, stdout, stderr } = afterword(home, argv)
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    const silent = afterword(quiet, [...argv, '-q'])
    expect(silent).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })
})

it('habit 40: an error says what happened, where, and what to do next', async () => {
  const home = await aHomeWithWork()
  const file = join(home, 'journal/2026-11.json')
  const month = readFileSync(file, 'utf8').replace('"upset"', '"cross"')
  writeFileSync(file, month)
  const { status, stderr } = afterword(home, ['list'])
  expect(status).toBe(1)
  expect(stderr).toMatch(
    /journal\/2026-11\.json.*line 2.*felt\.after is "cross".*afterword doctor/s,
  )
})
