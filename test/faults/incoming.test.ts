import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'

const ROW = JSON.stringify(anEntry({ id: idOf(1) }))

/** Imports these bytes from a file into an empty home. */
function imported(bytes: string | Buffer, name = 'in.jsonl', ...flags: string[]) {
  const [home, path] = [aFolder(), join(aFolder(), name)]
  writeFileSync(path, bytes)
  const { status, stdout, stderr } = afterword(home, ['import', path, ...flags])
  return { home, path, status, stdout, stderr, came: existsSync(join(home, 'journal')) }
}

describe('fault 22: JSON that means harm', () => {
  it.each<[string, string, RegExp]>([
    [
      'a prototype',
      ROW.replace('{', '{"__proto__":{"rep":"x"},'),
      /line 1: __proto__ is a name afterword refuses/,
    ],
    [
      'one further in',
      ROW.replace('"felt":{', '"felt":{"constructor":{"prototype":1},'),
      /line 1: felt\.constructor is a name afterword refuses/,
    ],
    [
      'keys of its own',
      ROW.replace('{', '{"admin":true,'),
      /line 1: admin is not a field afterword knows/,
    ],
    [
      'nesting of 5,000',
      ROW.replace('{', `{"x":${'['.repeat(5000)}${']'.repeat(5000)},`),
      /line 1: .*nested more than 20 deep/,
    ],
    [
      'a number without end',
      ROW.replace('{', '{"contact":{"minutes":1e400},'),
      /line 1: contact\.minutes is a number too large to keep/,
    ],
    [
      'a number for an id',
      ROW.replace(`"${idOf(1)}"`, '12345678901234567890'),
      /line 1: id is 12345678901234567000, not an id/,
    ],
  ])('%s is refused with its place, and nothing comes in', (_, row, says) => {
    const { status, stderr, came } = imported(`${row}\n`)
    expect(stderr).toMatch(says)
    expect({ status, came }).toEqual({ status: 1, came: false })
  })

  it('a key given twice is said, and the last one counts', () => {
    const { home, status, stderr } = imported(ROW.replace('{', '{"summary":"first",'))
    expect(status).toBe(0)
    expect(stderr).toContain('line 1: summary is given twice; the last one counts')
    expect(afterword(home, ['list']).stdout).not.toContain('first')
  })
})

describe('fault 23: a file too large, half or packed', () => {
  it('over the cap is refused before it is read, with the flag that takes more', () => {
    const { status, stderr, came } = imported(
      `${ROW}\n`.repeat(4000),
      'in.jsonl',
      '--max-size',
      '1',
    )
    expect(stderr).toMatch(/larger than 1 MB.*--max-size/)
    expect({ status, came }).toEqual({ status: 1, came: false })
  })

  it.each<[string, string | Buffer, string, RegExp]>([
    ['half a file', `${ROW}\n${ROW.slice(0, 90)}`, 'in.jsonl', /line 2: is not JSON/],
    ['half an array', `[${ROW},\n${ROW.slice(0, 90)}`, 'in.json', /line 2: is not finished/],
    ['gzip', gzipSync(ROW), 'in.jsonl.gz', /is compressed with gzip/],
    [
      'one line of 3 MB',
      `{"summary":"${'x'.repeat(3_000_000)}"}`,
      'in.jsonl',
      /longer than 1048576 characters/,
    ],
    ['a table of one line of 3 MB', 'x,'.repeat(1_500_000), 'in.csv', /longer|columns/],
  ])(
    '%s: nothing comes in',
    (_, bytes, name, says) => {
      const { status, stderr, came } = imported(bytes, name)
      expect(stderr).toMatch(says)
      expect(status).toBeGreaterThan(0)
      expect(came).toBe(false)
    },
    60_000,
  )

  it('the same file a second time: nothing new', () => {
    const { home, path } = imported(`${ROW}\n`)
    const before = readFileSync(join(home, 'journal/2026-11.json'))
    expect(afterword(home, ['import', path]).stderr).toContain(
      'Imported 0 entries. 1 known already.',
    )
    expect(readFileSync(join(home, 'journal/2026-11.json'))).toEqual(before)
  })
})

describe('fault 24: YAML', () => {
  const BOMB = [
    'a: &a [x]',
    ...'bcdefghi'
      .split('')
      .map((name, n) => `${name}: &${name} [${`*${'abcdefgh'[n]},`.repeat(9)}]`),
  ].join('\n')

  it('is never read: nothing that reads it is installed for the program', () => {
    const { dependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
    )
    expect(Object.keys(dependencies).filter((name) => /ya?ml/i.test(name))).toEqual([])
  })

  it('is refused clearly, a bomb at once', () => {
    const { status, stderr, came } = imported(BOMB, 'in.yaml')
    expect(stderr).toMatch(/YAML/)
    expect({ status, came }).toEqual({ status: 1, came: false })
  })
})
