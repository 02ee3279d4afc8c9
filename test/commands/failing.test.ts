import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, PROGRAM } from '../afterword.ts'

const STACK = /^\s+at /m

describe('a damaged month', () => {
  const DAMAGED = '{"format":"afterword","version":1,"month":"2026-11","entries":[\n{"id"'

  it.each([
    [['log', ...CONTACT.slice(1)]],
    [['list']],
    [['week']],
    [['followups', '--json']],
    [['show', 'last']],
  ])('%j names the file and doctor, and leaves it alone', (args) => {
    const home = aFolder()
    mkdirSync(join(home, 'journal'))
    const file = join(home, 'journal/2026-11.json')
    writeFileSync(file, DAMAGED)
    const { status, stdout, stderr } = afterword(home, args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('journal/2026-11.json')
    expect(stderr).toContain('afterword doctor')
    expect(stderr).not.toMatch(STACK)
    expect(readFileSync(file, 'utf8')).toBe(DAMAGED)
  })

  it('is no reason to say that a change of another month was not saved', () => {
    const home = aFolder()
    mkdirSync(join(home, 'journal'))
    writeFileSync(join(home, 'journal/2026-10.json'), DAMAGED)
    const { status, stderr } = afterword(home, CONTACT)
    expect(status).toBe(0)
    expect(stderr).toMatch(/^Saved /)
    expect(stderr).toContain('The line for shell prompts is not of now: journal/2026-10.json')
    expect(readFileSync(join(home, 'journal/2026-11.json'), 'utf8')).toContain('lantern-street')
  })

  it('keeps other months readable', () => {
    const home = aFolder()
    afterword(home, [...CONTACT, '--at', '2026-10-05'])
    writeFileSync(join(home, 'journal/2026-11.json'), DAMAGED)
    const { status, stdout } = afterword(home, ['list', '--to', '2026-10-31', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(1)
  })
})

it('fault 31: without HOME the missing variable is named', () => {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'list'], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^afterword: HOME is not set/)
  expect(stderr).not.toMatch(STACK)
})
