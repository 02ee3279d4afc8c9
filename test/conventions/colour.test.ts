import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasUnicode, wantsColour } from '../../src/terminal.ts'
import { afterword } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { inPty } from '../terminal/pty.ts'
import { aHomeWithWork } from './a-home.ts'

const PLAIN = /^[\r\n -~]+$/
const ESC = '\u001b'

describe('habit 34: colour', () => {
  it.each([
    ['a terminal', true, {}, {}, true],
    ['a pipe', false, {}, {}, false],
    ['--color in a pipe', false, {}, { color: true }, true],
    ['--color over NO_COLOR', true, { NO_COLOR: '1' }, { color: true }, true],
    ['--no-color over FORCE_COLOR', true, { FORCE_COLOR: '1' }, { color: false }, false],
    ['NO_COLOR over FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, {}, false],
    ['an empty NO_COLOR is none', true, { NO_COLOR: '' }, {}, true],
    ['FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, {}, true],
    ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, {}, false],
    ['FORCE_COLOR over TERM=dumb', true, { FORCE_COLOR: '1', TERM: 'dumb' }, {}, true],
    ['TERM=dumb', true, { TERM: 'dumb' }, {}, false],
    ['accessible over all', true, { AFTERWORD_ACCESSIBLE: '1' }, { color: true }, false],
  ])('%s', (_, terminal, env, globals, wanted) => {
    expect(wantsColour(terminal, env, globals)).toBe(wanted)
  })

  describeWith('script')('in a real terminal', () => {
    it.each([
      ['afterword today', {}, true],
      ['afterword today | cat', {}, false],
      ['afterword today --color | cat', {}, true],
      ['afterword today --no-color', {}, false],
      ['afterword today', { NO_COLOR: '1' }, false],
      ['afterword today | cat', { FORCE_COLOR: '1' }, true],
      ['afterword today', { TERM: 'dumb' }, false],
    ] as const)('%s %j', async (line, env, coloured) => {
      const { bytes } = await inPty(await aHomeWithWork(), line, { env })
      expect(bytes.includes(ESC)).toBe(coloured)
    })

    it('stderr keeps its colour where stdout is a file, and the file has none', async () => {
      const home = await aHomeWithWork()
      const typing = [['? Who?', '\u0003']] as const
      const { status, bytes } = await inPty(home, 'afterword log --json >out', { typing })
      expect(status).toBe(130)
      expect(bytes).toContain(`${ESC}[1m? Who?`)
      const today = await inPty(home, 'afterword today >out; afterword today 2>err')
      expect(today.bytes).toContain(`${ESC}[1m`)
      expect(readFileSync(join(home, 'out'), 'utf8')).not.toContain(ESC)
      expect(readFileSync(join(home, 'err'), 'utf8')).not.toContain(ESC)
    })
  })
})

it('habit 35: without colour everything is still said in words', async () => {
  const home = await aHomeWithWork()
  const bare = (text: string) => text.replaceAll(new RegExp(`${ESC}\\[\\d+m`, 'g'), '')
  for (const word of ['list', 'today', 'followups']) {
    const painted = afterword(home, [word, '--color']).stdout
    expect(painted).toContain(`${ESC}[31m`)
    expect(bare(painted)).toBe(afterword(home, [word]).stdout)
  }
  expect(afterword(home, ['list']).stdout).toMatch(/angry -> upset {2}resolved {2}late 17 Nov/)
})

describeWith('script')('habit 36: accessible mode', () => {
  const typing = [
    ['Who?', 'red-jacket\n'],
    ['Channel?', 'phone\n'],
    ['What happened?', 'New fuse\n'],
    ['Felt, before', 'fru rel\n'],
    ['How did it end?', 'res\n'],
    ['Follow-up?', '\n'],
    ['Worth telling?', '\n'],
  ] as const

  it.each([
    ['AFTERWORD_ACCESSIBLE', '1'],
    ['ACCESSIBLE', '1'],
    ['TERM', 'dumb'],
  ])('%s=%s: numbered questions, and not one escape byte', async (name, value) => {
    const home = await aHomeWithWork()
    const env = { [name]: value }
    const { status, bytes } = await inPty(home, 'afterword', { env, typing })
    expect(status).toBe(0)
    for (const number of [1, 2, 3, 4, 5, 6]) expect(bytes).toContain(`Question ${number}. `)
    expect(bytes).toMatch(/Understood: frustrated -> relieved[\s\S]*Saved /)
    expect(bytes).toMatch(PLAIN)
    const words = ['today', 'week', 'list', 'show last', 'followups', 'report calendar', 'help']
    const looking = words.map((word) => `afterword ${word}`).join('; ')
    const looked = await inPty(home, looking, { env })
    expect(looked.status).toBe(0)
    expect(looked.bytes).toMatch(PLAIN)
  })

  it('a shift takes each line once, whoever asks', async () => {
    const home = await aHomeWithWork()
    const shift = [['Type the key', '\n'], ...typing, ['Type the key', 'q\n']] as const
    const closing = ['help today?', 'to thank?', 'leave you?'].map((seen) => [seen, '\n'] as const)
    const { status, bytes } = await inPty(home, 'afterword shift', {
      env: { TERM: 'dumb' },
      typing: [...shift, ...closing],
    })
    expect({ status, bytes }).toMatchObject({ status: 0, bytes: expect.stringMatching(PLAIN) })
    expect(bytes.split('Question 1.')).toHaveLength(2)
    expect(bytes).toContain('The day is closed.')
  })
})

describe('habit 38: ASCII where Unicode is not shown', () => {
  it.each([
    [{ TERM: 'linux' }, 'linux', false],
    [{ TERM: 'xterm' }, 'linux', true],
    [{}, 'win32', false],
    [{ WT_SESSION: '1' }, 'win32', true],
    [{ TERM_PROGRAM: 'vscode' }, 'win32', true],
    [{ ConEmuTask: '{cmd::Cmder}' }, 'win32', true],
    [{ WT_SESSION: '1', AFTERWORD_ACCESSIBLE: '1' }, 'win32', false],
  ])('%j on %s: %j', (env, platform, unicode) => {
    expect(hasUnicode(env, platform)).toBe(unicode)
  })

  it.each(['today', 'week', 'month', 'list', 'show last', 'report feelings', 'report calendar'])(
    '%s',
    async (line) => {
      const { stdout } = afterword(await aHomeWithWork(), line.split(' '), {
        env: { TERM: 'linux' },
      })
      expect(stdout).toMatch(/^[\n -~]+$/)
    },
  )
})
