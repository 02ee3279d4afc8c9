import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'

const due = (id: number, day: string) =>
  anEntry({ id: idOf(id), followUp: { status: 'planned', due: day } })
const handoff = { to: 'tier 2', reason: 'other', checkBackDue: '2026-11-17' } as const
const unhappy = { before: 'angry', after: 'upset' } as const

describe('status', () => {
  it.each([
    [[], 'Nothing is waiting.', 0],
    [
      [due(1, '2026-11-17'), due(2, '2026-11-18'), due(3, '2026-11-19')],
      '1 overdue, 1 due today',
      1,
    ],
    [
      [anEntry({ handoff }), anEntry({ id: idOf(4), felt: unhappy })],
      '1 out of sight, 1 left unhappy',
      0,
    ],
  ])(
    '%#: one line, and --check ends with 1 when something is overdue',
    async (entries, line, code) => {
      const world = await aWorld({ entries })
      expect(await world.run('status')).toBe(0)
      expect(world.out()).toBe(`${line}\n`)
      expect(await world.run('status', '--check')).toBe(code)
    },
  )

  it('stands in a file for shell prompts after each change, without a name in it', () => {
    const home = aFolder()
    const file = join(home, 'state/status')
    afterword(home, [...CONTACT, '--next', 'today ring them'])
    expect(readFileSync(file, 'utf8')).toBe('1 due today\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    afterword(home, ['done', 'lantern'])
    expect(readFileSync(file, 'utf8')).toBe('')
  })
})

describe('schedule', () => {
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

  it('on another day it tells the running week', async () => {
    const world = await aWorld()
    await world.run('schedule', '--for', 'cron', '--at', 'fri 16:00')
    expect(world.out()).toMatch(/^0 16 \* \* 5 .* week --out /)
  })

  it('what it says to try works', () => {
    const home = join(aFolder(), 'a home % with spaces')
    const { stdout } = afterword(home, ['schedule', '--for', 'cron'])
    expect(stdout).toContain(`AFTERWORD_HOME='${home.replace('%', '\\%')}'`)
    const { status } = afterword(home, ['week', 'last', '--out', `${home}/reports/`])
    expect(status).toBe(0)
    expect(readFileSync(join(home, 'reports/week-2026-W46.txt'), 'utf8')).toContain(
      'Nothing recorded',
    )
  })

  it.each([['noon'], ['someday 16:00'], ['fri 25:00']])('%s is refused', async (at) => {
    const world = await aWorld()
    expect(await world.run('schedule', '--at', at)).toBe(2)
  })
})
