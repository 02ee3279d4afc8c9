import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { aFolder, afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'

const entries: readonly Entry[] = [anEntry({ id: idOf(1) }), anEntry({ id: idOf(2) })]
const MONTH = renderMonth({ month: '2026-11', entries }).bytes
const TEXT = MONTH.toString()

/** Returns a home with this in the place of the month. */
function homeWith(make: (path: string, home: string) => void): { home: string; path: string } {
  const home = aFolder()
  mkdirSync(join(home, 'journal'))
  const path = join(home, 'journal/2026-11.json')
  make(path, home)
  return { home, path }
}

const TOUCHES = [['list'], CONTACT]

describe('fault 11: a month that is not one', () => {
  const merge = TEXT.replace('\n{', '\n<<<<<<< ours\n{')
  it.each<[string, string | Buffer]>([
    ['an empty file', ''],
    ['null', 'null'],
    ['0', '0'],
    ['[]', '[]'],
    ['{}', '{}'],
    ['"x"', '"x"'],
    ['NULs', Buffer.alloc(4096)],
    ['half a file', MONTH.subarray(0, MONTH.length >> 1)],
    ['the markers of a merge', merge],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    [
      'invalid UTF-8',
      Buffer.concat([MONTH.subarray(0, 300), Buffer.from([0xff]), MONTH.subarray(300)]),
    ],
  ])('%s is damaged, named with the doctor, and not touched', (_, content) => {
    const { home, path } = homeWith((file) => writeFileSync(file, content))
    for (const args of TOUCHES) {
      const { status, stdout, stderr } = afterword(home, args)
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' })
      expect(stderr).toMatch(/journal\/2026-11\.json.*afterword doctor --repair/s)
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect(readFileSync(path)).toEqual(Buffer.from(content))
  })

  it.each<[string, string]>([
    ['a byte order mark', `\uFEFF${TEXT}`],
    ['CRLF', TEXT.replaceAll('\n', '\r\n')],
  ])('with %s is read without a word', (_, content) => {
    const { home } = homeWith((file) => writeFileSync(file, content))
    const { status, stdout, stderr } = afterword(home, ['list', '--json'])
    expect({ status, entries: JSON.parse(stdout) }).toEqual({ status: 0, entries })
    expect(stderr).not.toContain('journal')
  })
})

describe('fault 12: something else in the place of a month', () => {
  it.each<[string, (path: string, home: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
    ['a link to itself', (path) => symlinkSync(path, path)],
    [
      'a link out of the store',
      (path, home) => {
        writeFileSync(join(home, 'elsewhere.json'), MONTH)
        symlinkSync('../elsewhere.json', path)
      },
    ],
  ])('%s is refused at once, by name', (_, make) => {
    const { home } = homeWith(make)
    for (const args of TOUCHES) {
      const { status, signal, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        env: environment(home),
        encoding: 'utf8',
        timeout: 20_000,
      })
      expect({ args, status, signal }).toEqual({ args, status: 1, signal: null })
      expect(stderr).toContain('journal/2026-11.json')
    }
  })
})

describe('fault 13: the format of a month', () => {
  const month = (version: unknown) =>
    JSON.stringify({ format: 'afterword', version, month: '2026-11', entries })

  it('of a later afterword is refused with both numbers, and not touched', () => {
    const { home, path } = homeWith((file) => writeFileSync(file, month(2)))
    for (const args of [...TOUCHES, ['doctor', '--repair'], ['forget', 'x', '--yes']]) {
      const { status, stdout, stderr } = afterword(home, args)
      expect({ args, status }).toEqual({ args, status: 1 })
      expect(stdout + stderr).toMatch(/newer afterword: its format is version 2, this one knows 1/)
    }
    expect(readFileSync(path, 'utf8')).toBe(month(2))
    expect(readdirSync(join(home, 'journal'))).toEqual(['2026-11.json'])
  })

  it.each([[undefined], ['1'], [0], [1.5]])('of version %j is damage', (version) => {
    const { home, path } = homeWith((file) => writeFileSync(file, month(version)))
    const { status, stderr } = afterword(home, CONTACT)
    expect(status).toBe(1)
    expect(stderr).toMatch(/version is .*, not a whole number.*afterword doctor --repair/)
    expect(readFileSync(path, 'utf8')).toBe(month(version))
  })
})
