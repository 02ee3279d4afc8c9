import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, NOW } from '../afterword.ts'
import { describeWith } from '../programs.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

/** Returns the block of the README in this language that reads the status file. */
function recipe(language: string): string {
  const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
  const found = blocks.find(([, name, body]) => name === language && body?.includes('/status'))
  expect(found, language).toBeDefined()
  return found?.[2] ?? ''
}

const STARSHIP = /^command = '(.*)'$/m

/** What prints the prompt as the shell itself expands it, once the recipe was read. */
const SHELLS = [
  ['bash', ['--norc', '-c'], (lines: string) => `PS1=\n${lines}\nprintf '%s\\n' "\${PS1@P}"`],
  ['zsh', ['-f', '-c'], (lines: string) => `${lines}\nprint -P -- "$RPROMPT"`],
  ['fish', ['--no-config', '-c'], (lines: string) => `${lines}\nfish_right_prompt`],
] as const

/** Where the state can lie, by what is set. */
const PLACES = [
  ['AFTERWORD_HOME', (home: string) => ({ AFTERWORD_HOME: join(home, 'my own') })],
  ['XDG_STATE_HOME', (home: string) => ({ XDG_STATE_HOME: join(home, 'my state') })],
  ['HOME alone', () => ({})],
  [
    'AFTERWORD_HOME before XDG_STATE_HOME',
    (home: string) => ({ AFTERWORD_HOME: home, XDG_STATE_HOME: '/nowhere' }),
  ],
] as const

type Set = Record<string, string>

function aPromise(home: string, set: Set, at = NOW): void {
  const env = { AFTERWORD_HOME: '', HOME: home, ...set, AFTERWORD_NOW: at }
  for (const folder of Object.values(set))
    if (folder !== '/nowhere') mkdirSync(folder, { recursive: true })
  expect(afterword(home, [...CONTACT, '--next', 'today! ring'], { env }).status).toBe(0)
}

function shown(home: string, set: Set, program: string, args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', ...set }
  const { stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' })
  return { stdout: stdout.trim(), stderr }
}

for (const [shell, args, printing] of SHELLS)
  describeWith(shell)(`habit 53: the prompt of ${shell}`, () => {
    it.each(PLACES)(`habit 53: ${shell} shows what waits, by %s`, (_, placeIn) => {
      const home = aFolder()
      const set = placeIn(home)
      const prompt = () => shown(home, set, shell, [...args, printing(recipe(shell))])
      expect(prompt()).toEqual({ stdout: '', stderr: '' })
      aPromise(home, set)
      expect(prompt()).toEqual({ stdout: '1 due today', stderr: '' })
    })
  })

describe('habit 53: starship', () => {
  it.each(PLACES)('habit 53: its command finds the file by %s', (_, placeIn) => {
    const home = aFolder()
    const set = placeIn(home)
    aPromise(home, set)
    const [, command = ''] = STARSHIP.exec(recipe('toml')) ?? []
    expect(shown(home, set, 'sh', ['-c', command])).toEqual({ stdout: '1 due today', stderr: '' })
  })
})

describe('habit 53: the status file', () => {
  const statusIn = (home: string) => readFileSync(join(home, 'state/status'), 'utf8')

  it('habit 53: is one line without a name, written after each change', () => {
    const home = aFolder()
    aPromise(home, { AFTERWORD_HOME: home })
    expect(statusIn(home)).toBe('1 due today\n')
    afterword(home, ['done', 'lantern'])
    expect(statusIn(home)).toBe('')
    afterword(home, ['undo'])
    expect(statusIn(home)).toBe('1 due today\n')
  })

  it('habit 53: is made anew by status, which a new day asks for', () => {
    const home = aFolder()
    aPromise(home, { AFTERWORD_HOME: home })
    writeFileSync(join(home, 'state/status'), 'old\n')
    const env = { AFTERWORD_NOW: '2026-11-19T08:00:00-06:00' }
    expect(afterword(home, ['status'], { env }).stdout).toBe('1 overdue\n')
    expect(statusIn(home)).toBe('1 overdue\n')
  })
})
