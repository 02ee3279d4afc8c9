import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'

const STACK = /^\s+at /m

describe('a save that fails', () => {
  it('keeps what was typed as a draft and says where', () => {
    const home = aFolder()
    writeFileSync(join(home, 'journal'), 'a file where a folder should be')
    const { status, stdout, stderr } = afterword(home, CONTACT)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(join(home, 'journal'))
    expect(stderr).not.toMatch(STACK)
    const path = /kept in (\S+);/.exec(stderr)?.[1] ?? ''
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      answers: { who: 'lantern-street', summary: 'Wet splitter in the roof box, replaced' },
    })
  })

  it('prints the whole command line where no draft can be kept either', () => {
    const home = aFolder()
    writeFileSync(join(home, 'state'), 'a file where a folder should be')
    const { status, stderr } = afterword(home, [...CONTACT, '--tag', "it's wet"])
    expect(status).toBe(1)
    const again = /^afterword (log .*)$/m.exec(stderr)?.[1]
    expect(again).toBe(
      `log --who lantern-street --channel on-site --felt fru:gra --end resolved --tag 'it'\\''s wet' -- 'Wet splitter in the roof box, replaced'`,
    )
    const other = aFolder()
    spawnSync('sh', ['-c', `'${process.execPath}' '${PROGRAM}' ${again}`], {
      env: environment(other),
    })
    expect(JSON.parse(afterword(other, ['list', '--json']).stdout)).toMatchObject([
      { customer: 'lantern-street', tags: ["it's wet"] },
    ])
  })
})

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

it('without HOME the missing variable is named', () => {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'list'], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^afterword: HOME is not set/)
  expect(stderr).not.toMatch(STACK)
})
