import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, NOW, PROGRAM } from '../afterword.ts'

const run = (env: Record<string, string | undefined>, args: readonly string[], before = '') =>
  spawnSync('sh', ['-c', `${before} exec "$0" "$@"`, process.execPath, PROGRAM, ...args], {
    env: { PATH: process.env.PATH, AFTERWORD_NOW: NOW, ...env },
    encoding: 'utf8',
  })

const modesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const stat = lstatSync(join(folder, name))
    return `${stat.isDirectory() ? 'folder' : 'file'} ${(stat.mode & 0o777).toString(8)}`
  })

describe('fault 31: an odd place to run in', () => {
  it('without HOME the variable is named', () => {
    const { status, stderr } = run({}, ['list'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^afterword: HOME is not set/)
  })

  it('without HOME but with AFTERWORD_HOME it works', () => {
    const home = aFolder()
    expect(run({ AFTERWORD_HOME: home }, CONTACT).status).toBe(0)
  })

  it('with a HOME that is a file the path is named, and the words are kept on stderr', () => {
    const file = join(aFolder(), 'home')
    writeFileSync(file, '')
    const { status, stderr } = run({ HOME: file }, CONTACT)
    expect(status).toBe(1)
    expect(stderr).toContain(file)
    expect(stderr).toContain("'Wet splitter in the roof box, replaced'")
    expect(run({ HOME: file }, ['list']).status).toBe(1)
  })

  it.each(['000', '077', '777'])('under umask %s files are 0600 and folders 0700', (mask) => {
    const home = aFolder()
    const env = { AFTERWORD_HOME: home }
    for (const args of [
      CONTACT,
      ['config', 'rep', 'ash'],
      ['review', 'today', '--helped', 'x'],
      ['undo'],
    ])
      expect(run(env, args, `umask ${mask};`)).toMatchObject({ status: 0 })
    expect(new Set(modesIn(home))).toEqual(new Set(['file 600', 'folder 700']))
  })

  it('NODE_ENV=test saves like any other', () => {
    const home = aFolder()
    expect(run({ AFTERWORD_HOME: home, NODE_ENV: 'test' }, CONTACT).status).toBe(0)
    const { entries } = JSON.parse(readFileSync(join(home, 'journal/2026-11.json'), 'utf8'))
    expect(entries).toHaveLength(1)
  })

  it.runIf(process.getuid?.() === 0)(
    'files that sudo left with another owner are told by the doctor',
    () => {
      const home = aFolder()
      afterword(home, CONTACT)
      spawnSync('chown', ['65534', join(home, 'journal/2026-11.json')])
      const { status, stdout } = afterword(home, ['doctor'])
      expect(status).toBe(1)
      expect(stdout).toMatch(/journal\/2026-11\.json.*belongs to another user \(number 65534\)/s)
    },
  )
})
