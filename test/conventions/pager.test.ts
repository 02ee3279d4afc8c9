import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { anEntry } from '../helpers.ts'
import { describeWith } from '../programs.ts'
import { aShim } from '../shell.ts'
import { aScreen, aTerminal } from '../terminal/screen.ts'

const nameOf = (at: number) => String(at + 1).padStart(4, '0')

/** Returns the home of a journal with so many entries, all of them waiting. */
function aLongJournal(count: number): string {
  const home = aFolder()
  const entries = Array.from({ length: count }, (_, at) =>
    anEntry({
      id: `${nameOf(at)}00000000`,
      customer: `c-${nameOf(at)}`,
      summary: 'Fuse',
      at: '2026-11-12T10:00:00-06:00',
      followUp: { status: 'planned', due: '2026-11-16' },
    }),
  )
  const lines = entries.map((entry) => JSON.stringify(entry)).join('\n')
  expect(afterword(home, ['import', '-'], { input: lines }).status).toBe(0)
  return home
}

/** Returns a pager that writes down its arguments and what it was given to show. */
function aPager(folder: string) {
  const [pager, args, text] = ['pager', 'args', 'text'].map((name) => join(folder, name))
  writeFileSync(`${pager}`, `#!/bin/sh\nprintf '%s\\n' "$@" > ${args}\ncat > ${text}\n`)
  chmodSync(`${pager}`, 0o755)
  return { pager, args: `${args}`, text: `${text}` }
}

describeWith('tmux')('habit 41: the pager, in a real terminal', () => {
  it('habit 41: shows in the pager exactly what would be printed, colours too', async () => {
    const home = aLongJournal(60)
    const { pager, text } = aPager(home)
    const screen = aScreen(home, 'list --limit 60', { AFTERWORD_PAGER: `${pager}` })
    await screen.until('ended with 0')
    const printed = afterword(home, ['list', '--color']).stdout
    expect(printed).toContain('\u001b[')
    expect(readFileSync(text, 'utf8')).toBe(printed)
  })

  it('habit 41: a pager with arguments is split at blanks, and no shell reads it', async () => {
    const home = aLongJournal(60)
    const { pager, args } = aPager(home)
    const line = `${pager}  -x $(touch ${home}/ran) ;touch ${home}/ran`
    const screen = aScreen(home, 'list --limit 60', { AFTERWORD_PAGER: line, PAGER: 'false' })
    await screen.until('ended with 0')
    expect(readFileSync(args, 'utf8').trimEnd().split('\n')).toEqual(line.split(/ +/).slice(1))
    expect(existsSync(join(home, 'ran'))).toBe(false)
  })

  it.each([
    ['a pager that is missing', 'list --limit 60', { PAGER: '/nowhere/pager -R' }],
    ['a pager set to nothing', 'list --limit 60', { AFTERWORD_PAGER: '' }],
    ['--no-pager', 'list --limit 60 --no-pager', {}],
    ['TERM=dumb', 'list --limit 60', { TERM: 'dumb' }],
    ['the accessible mode', 'list --limit 60', { AFTERWORD_ACCESSIBLE: '1' }],
    ['--no-input', 'list --limit 60 --no-input', {}],
    ['what fits the screen', 'list --limit 38', {}],
    ['a pipe', 'list --limit 60 | cat', {}],
  ])('habit 41: %s is printed at once', async (_, line, env) => {
    const home = aLongJournal(60)
    const screen = aScreen(home, line, { PAGER: `${aPager(home).pager}`, ...env })
    const last = await screen.until('ended with 0')
    expect(last).toMatch(/c-0060.*\nended with 0/)
    expect(existsSync(join(home, 'text'))).toBe(false)
  })

  it('habit 41: a terminal without a size is taken for one of 24 rows', async () => {
    const home = aLongJournal(30)
    const { pager, text } = aPager(home)
    const env = { PAGER: `${pager}`, PATH: `${aShim(home)}:${process.env.PATH}` }
    const line = (limit: number) => `afterword list --limit ${limit}; echo ended with ${limit}`
    const lines = `stty rows 0 columns 0; ${line(10)}; ${line(30)}`
    const screen = aTerminal(home, `sh -c '${lines}; cat'`, env)
    expect(await screen.until('ended with 30')).toContain('c-0030')
    expect(readFileSync(text, 'utf8').split('\n')).toHaveLength(31)
  })

  it('habit 41: help is long output, too', async () => {
    const home = aFolder()
    const { pager, text } = aPager(home)
    const screen = aScreen(home, 'help all', { PAGER: `${pager}` })
    await screen.until('ended with 0')
    expect(readFileSync(text, 'utf8')).toBe(afterword(home, ['help', 'all']).stdout)
  })
})

describeWith('less')('habit 41: less, the usual pager', () => {
  it.each([
    ['unless told', {}],
    ['by its name alone', { PAGER: 'less' }],
  ])('habit 41: %s', async (_, env) => {
    const home = aLongJournal(60)
    const screen = aScreen(home, 'list --limit 60', env)
    const first = await screen.until('c-0001')
    expect(first).not.toContain('c-0060')
    expect(first).not.toContain('ended')
    expect(first).not.toContain('ESC')
    screen.keys('G')
    await screen.until('c-0060')
    screen.keys('q')
    expect(await screen.until('ended with 0')).toContain('c-0060')
  })

  it('habit 41: quitting early is quiet', async () => {
    const home = aLongJournal(3000)
    const screen = aScreen(home, 'list --plain')
    await screen.until('c-0001')
    screen.keys('q')
    expect(await screen.until('ended with')).toMatch(/(?:Fuse|c-\d{4}[^\n]*)\nended with 0\n$/)
  })

  it('habit 41: Ctrl-C in the pager is the pager’s own affair', async () => {
    const home = aLongJournal(60)
    const screen = aScreen(home, 'list --limit 60')
    await screen.until('c-0001')
    screen.keys('C-c')
    screen.keys('G')
    await screen.until('c-0060')
    screen.keys('q')
    await screen.until('ended with 0')
  })
})

describe('habit 41: without a terminal', () => {
  it('habit 41: nothing is paged', () => {
    const home = aLongJournal(60)
    const { pager, text } = aPager(home)
    const { stdout } = afterword(home, ['list'], { env: { PAGER: `${pager}` } })
    expect(stdout.trimEnd().split('\n')).toHaveLength(60)
    expect(existsSync(text)).toBe(false)
  })
})
