import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { inShell } from '../shell.ts'
import { aScreen } from '../terminal/screen.ts'
import { aHomeWithMany } from './a-home.ts'

const STACK = /^\s+at /m

describe('habit 01: results to stdout, words about them to stderr', () => {
  it.each([
    ['list --json'],
    ['show last --json'],
    ['week --json'],
    ['followups --json'],
    ['status --json'],
    ['schema'],
    ['export'],
    ['log "New fuse" -w red-jacket -c phone -f neu:sat -e resolved --json'],
    ['edit last --tag later --json'],
  ])('%s', (line) => {
    const home = aFolder()
    afterword(home, CONTACT)
    const read = `'${process.execPath}' -e 'JSON.parse(require("fs").readFileSync(0, "utf8"))'`
    const { status, stderr } = inShell(home, `set -o pipefail; afterword ${line} 2>said | ${read}`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('a change prints nothing on stdout', () => {
    const { stdout, stderr } = afterword(aFolder(), CONTACT)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^Saved /)
  })
})

describe('habit 02: exit 0 on success', () => {
  it.each([
    ['list'],
    ['list', '--json'],
    ['week'],
    ['followups'],
    ['status'],
    ['export'],
    ['list', '--open'],
  ])('%s %s of an empty journal', (...argv) => {
    const { status, stderr } = afterword(aFolder(), argv.filter(Boolean))
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(STACK) })
  })
})

describe('habit 03: exit 1 for a failure that is not the typing', () => {
  it.each([
    ['no entry of that name', ['show', 'nobody']],
    ['no such file', ['import', 'nowhere.jsonl']],
    ['a journal that is no folder', CONTACT],
  ])('%s', (_, argv) => {
    const home = aFolder()
    writeFileSync(join(home, 'journal'), '')
    const { status, stdout, stderr } = afterword(home, argv)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).not.toMatch(STACK)
  })
})

describe('habit 04: exit 2 for a line that is wrong', () => {
  it.each([
    ['an unknown word', ['fly']],
    ['an unknown option', ['list', '--fly']],
    ['a bad choice', ['week', '--format', 'pdf']],
    ['a missing value', ['list', '--limit']],
    ['a missing argument', ['show']],
    ['an argument too many', ['undo', 'all']],
    ['a period that is none', ['week', '2026-W54']],
    ['an unknown field', ['edit', 'last', '--set', 'care.nothing=1']],
    ['no help on it', ['help', 'fly']],
  ])('%s', (_, argv) => {
    const home = aFolder()
    afterword(home, CONTACT)
    const { status, stdout, stderr } = afterword(home, argv)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^afterword: /)
  })
})

it('habit 05: help exit-codes lists the exit codes', () => {
  const { status, stdout } = afterword(aFolder(), ['help', 'exit-codes'])
  expect(status).toBe(0)
  expect([...stdout.matchAll(/^(\d+) /gm)].map(([, code]) => code)).toEqual(['0', '1', '2', '130'])
})

describeWith('tmux')('habit 06: Ctrl-C', () => {
  it('ends with 130, the cursor shown and the draft kept', async () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const screen = aScreen(home, '')
    await screen.until('Who?')
    screen.keys('blue-gate', 'Enter')
    await screen.until('Channel?')
    screen.keys('C-c')
    await screen.until('ended with 130')
    expect(screen.showsCursor()).toBe(true)
    await aScreen(home, '').until('You were writing about blue-gate')
  })
})

describe('habit 07: a closed pipe is quiet', () => {
  it.each([
    ['list --json', '['],
    ['list', '#'],
    ['export', '{'],
    ['help all', 'Examples:'],
  ])('%s | head -1', async (line, begins) => {
    const home = await aHomeWithMany(2000)
    const { stdout, stderr } = inShell(
      home,
      `afterword ${line} 2>said | head -1; echo "\${PIPESTATUS[0]}"`,
    )
    const [first = '', code, ...rest] = stdout.split('\n')
    expect({ code, rest, stderr }).toEqual({ code: '0', rest: [''], stderr: '' })
    if (begins !== '#') expect(first.startsWith(begins)).toBe(true)
    expect(readFileSync(join(home, 'said'), 'utf8')).not.toMatch(/EPIPE|afterword: /)
  })
})

it('habit 08: a big pipe gets every byte', async () => {
  const home = await aHomeWithMany(4000)
  const line =
    'afterword export 2>said | cat | wc -c; afterword export --out all 2>said; wc -c <all'
  const cwd = aFolder()
  const [piped, filed] = inShell(home, line, { cwd }).stdout.trim().split('\n').map(Number)
  expect(piped).toBeGreaterThan(1_000_000)
  expect(piped).toBe(filed)
})

describe('habit 09: a full disk is one plain line and exit 1', () => {
  it.each([['list'], ['list --json'], ['week'], ['export'], ['help'], ['--version'], ['schema']])(
    '%s',
    (line) => {
      const home = aFolder()
      afterword(home, CONTACT)
      const { status, stderr } = inShell(home, `afterword ${line} >/dev/full`)
      expect(status).toBe(1)
      expect(stderr.trimEnd().split('\n').at(-1)).toBe(
        'afterword: The disk is full: the output is not complete.',
      )
      expect(stderr).not.toMatch(STACK)
    },
  )
})

describe('habit 10: a stack only when asked for', () => {
  it.each([
    [[], {}, false],
    [['--debug'], {}, true],
    [[], { AFTERWORD_DEBUG: '1' }, true],
    [[], { AFTERWORD_DEBUG: '0' }, false],
  ] as const)('%j %j', (flags, env, shown) => {
    const { status, stderr } = afterword(aFolder(), ['show', 'nobody', ...flags], { env })
    expect(status).toBe(1)
    expect(STACK.test(stderr)).toBe(shown)
  })
})
