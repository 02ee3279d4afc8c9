import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, NOW } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { inShell } from '../shell.ts'
import { aWorld } from '../world.ts'
import { aHomeWith, aHomeWithWork } from './a-home.ts'

const open = (id: number, customer: string, due: string) =>
  anEntry({
    id: idOf(id),
    customer,
    at: '2026-10-05T10:00:00-06:00',
    followUp: { status: 'planned', due, promised: true, action: 'ring' },
    private: { note: 'canary' },
  })

describe('habit 51: week last in cron', () => {
  const cron = { TERM: '', LANG: '', LC_ALL: '', SHELL: '/bin/sh', CI: '' }

  it('of an empty week ends with 0 and still says what is open', async () => {
    const home = await aHomeWith([open(1, 'ida', '2026-11-03'), open(2, 'oak', '2026-11-04')])
    const { status, stdout, stderr } = afterword(home, ['week', 'last'], { env: cron })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Nothing recorded in week 46 (9-15 Nov). 2 promises overdue:')
    expect(stdout).toMatch(/ida.*oak/s)
    expect(stdout).not.toMatch(/canary|\?$/m)
  })

  it('asks nothing, tells nothing private, and of a full week neither', async () => {
    const full = Array.from({ length: 12 }, (_, at) =>
      anEntry({ id: idOf(50 + at), private: { note: 'canary', soWhat: 'canary' } }),
    )
    const { status, stdout, stderr } = afterword(await aHomeWith(full), ['week', 'last'], {
      env: cron,
    })
    expect(status).toBe(0)
    expect(stdout + stderr).not.toContain('canary')
    expect(stdout).toContain('Week 46, 9-15 Nov')
  })
})
describe('habit 52: schedule', () => {
  it.each([
    ['systemd', ['OnCalendar=Mon *-*-* 07:30:00', 'Persistent=true', '"week" "last" "--out"']],
    ['cron', ['30 7 * * 1 ', ' week last --out ']],
    ['launchd', ['<key>Weekday</key><integer>1</integer>', '<string>last</string>']],
  ])('%s: Monday 07:30, last week, absolute paths', async (scheduler, parts) => {
    const world = await aWorld()
    expect(await world.run('schedule', '--for', scheduler)).toBe(0)
    for (const part of [
      ...parts,
      '/usr/bin/node',
      '/opt/afterword/bin/afterword.js',
      '/nowhere/reports/',
    ])
      expect(world.out()).toContain(part)
    expect(world.err()).toMatch(/Nothing is installed.*The report will be in.*To try it now:/s)
  })

  it('systemd catches up on a missed week, and is told how to run while logged out', async () => {
    const world = await aWorld()
    await world.run('schedule', '--at', 'fri 16:00')
    expect(world.out()).toMatch(/OnCalendar=Fri \*-\*-\* 16:00:00\nPersistent=true\n/)
    expect(world.out()).toMatch(/^ExecStart=.* "week" "--out" /m)
    expect(world.err()).toContain('loginctl enable-linger')
  })

  it('launchd gets a property list', async () => {
    const world = await aWorld()
    await world.run('schedule', '--for', 'launchd', '--at', 'fri 16:00')
    expect(world.out()).toMatch(/<integer>5<[\s\S]*<integer>16<[\s\S]*<integer>0</)
    expect(world.out()).not.toContain('<string>last</string>')
  })

  it.each(['systemd', 'cron', 'launchd'])('%s installs nothing', async (scheduler) => {
    const home = await aHomeWithWork()
    const before = readdirSync(home, { recursive: true })
    expect(afterword(home, ['schedule', '--for', scheduler]).status).toBe(0)
    expect(readdirSync(home, { recursive: true })).toEqual(before)
  })

  it('on another day it tells the running week', async () => {
    const world = await aWorld()
    await world.run('schedule', '--for', 'cron', '--at', 'fri 16:00')
    expect(world.out()).toMatch(/^0 16 \* \* 5 .* week --out /)
  })

  it('what it says to try works, and so does the cron line', () => {
    const home = join(aFolder(), 'a home % with spaces')
    const { stdout, stderr } = afterword(home, ['schedule', '--for', 'cron'])
    const tried = /^To try it now: (.*)$/m.exec(stderr)?.[1] ?? ''
    // What cron does with a line: the first five words are the time, and \\% is a percent sign.
    const line = stdout.split(' ').slice(5).join(' ').replaceAll('\\%', '%')
    for (const each of [tried, line]) {
      const env = { PATH: '/usr/bin:/bin', HOME: home, AFTERWORD_NOW: NOW }
      const { status } = spawnSync('/bin/sh', ['-c', each], { env, cwd: '/' })
      expect(status).toBe(0)
    }
    expect(readFileSync(join(home, 'reports/week-2026-W46.txt'), 'utf8')).toContain(
      'Nothing recorded',
    )
  })

  it.each([['noon'], ['someday 16:00'], ['fri 25:00']])('%s is refused', async (at) => {
    const world = await aWorld()
    expect(await world.run('schedule', '--at', at)).toBe(2)
  })
})

describe('habit 54: same inputs, same bytes', () => {
  it.each([
    'list',
    'week last --format text',
    'week last --format html',
    'week last --format markdown',
    'week last --format csv',
    'week last --json',
    'month --format html',
    'report feelings --format html',
    'export',
    'export --format csv',
    'export --format ics',
    'demo',
    'schema',
  ])('%s', async (line) => {
    const entries = Array.from({ length: 12 }, (_, at) =>
      anEntry({ id: idOf(at), followUp: { status: 'planned', due: '2026-11-20' } }),
    )
    const [one, other] = [await aHomeWith(entries), await aHomeWith(entries)]
    const first = inShell(one, `afterword ${line}`)
    const second = inShell(other, `afterword ${line}`, { env: { TZ: 'Asia/Tokyo', LANG: 'C' } })
    expect(first.stdout).toMatch(/\S/)
    expect(second.stdout).toBe(first.stdout)
  })
})
