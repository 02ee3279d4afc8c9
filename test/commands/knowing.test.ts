import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { ENCRYPTED } from '../encrypted.ts'
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

  it.skipIf(ENCRYPTED)(
    'stands in a file for shell prompts after each change, without a name in it',
    () => {
      const home = aFolder()
      const file = join(home, 'state/status')
      afterword(home, [...CONTACT, '--next', 'today ring them'])
      expect(readFileSync(file, 'utf8')).toBe('1 due today\n')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      afterword(home, ['done', 'lantern'])
      expect(readFileSync(file, 'utf8')).toBe('')
    },
  )
})
