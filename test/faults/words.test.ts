import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { aFolder, afterword, CONTACT } from '../afterword.ts'

const listed = (home: string, ...filter: string[]): Entry[] =>
  JSON.parse(afterword(home, ['list', ...filter, '--json']).stdout)

const FLAGS = ['-c', 'phone', '-f', 'neu:sat', '-e', 'resolved']
const log = (home: string, summary: string, who = 'blue-gate', ...more: string[]) =>
  afterword(home, ['log', ...FLAGS, '-w', who, ...more, '--', summary])

/** What another program knows of a contact. */
const ROW = {
  customer: 'x',
  channel: 'phone',
  at: '2026-11-12T10:00:00Z',
  disposition: 'resolved',
  followUp: { status: 'not-needed' },
  felt: { before: 'neutral', after: 'neutral' },
}

describe('fault 18: the clock', () => {
  const at = (home: string, now: string, ...more: string[]) =>
    afterword(home, [...CONTACT, ...more], { env: { AFTERWORD_NOW: now } })

  it('set back a year, on a leap day, in the hour that comes twice, in the last year: unique ids, in order', () => {
    const home = aFolder()
    const clocks = [
      '2026-11-18T12:00:00-06:00',
      '2025-11-18T12:00:00-06:00',
      '2028-02-29T12:00:00-06:00',
      '2026-11-01T01:30:00-05:00',
      '2026-11-01T01:30:00-06:00',
      '9999-12-31T23:59:59Z',
    ]
    for (const now of clocks) expect(at(home, now).status).toBe(0)
    const entries = listed(home)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(clocks.length)
    const instants = entries.map(({ at: moment }) => Date.parse(moment))
    expect(instants).toEqual(instants.toSorted((one, other) => one - other))
    expect(instants).toEqual(clocks.map((now) => Date.parse(now)).toSorted((a, b) => a - b))
    const last = { env: { AFTERWORD_NOW: '9999-12-31T23:59:59Z' } }
    for (const args of [['week'], ['month'], ['report', 'calendar'], ['followups'], ['doctor']])
      expect([args, afterword(home, args, last).status]).toEqual([args, 0])
  })

  it.each([
    '2026-02-30',
    '2026-11-17T24:00',
    '2025-02-29',
    '0000-01-01',
    '2026-13-01',
    '2026-11-17 24:00',
    '-1',
  ])('%s is refused, never rolled over', (day) => {
    const home = aFolder()
    const { status, stderr } = at(home, '2026-11-18T12:00:00-06:00', `--at=${day}`)
    expect(status).toBe(2)
    expect(stderr).toContain(day)
    expect(listed(home)).toEqual([])
  })

  it.each([
    '0000-01-01T00:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-11-18',
    'now',
    '10000-01-01T00:00:00Z',
  ])('AFTERWORD_NOW=%s is named, and nothing is saved', (now) => {
    const home = aFolder()
    const { status, stderr } = at(home, now)
    expect(status).toBeGreaterThan(0)
    expect(stderr).toContain('AFTERWORD_NOW')
    expect(listed(home)).toEqual([])
  })
})

describe('fault 20: long and strange text', () => {
  it('is one row an entry in a list, and comes back as it was typed', () => {
    const home = aFolder()
    const texts = ['one\ntwo\tthree', '👩‍🚒 e\u0301 🇸🇪', 'ｗｉｄｅ 山田', 'a'.repeat(280)]
    for (const text of texts) expect(log(home, text)).toMatchObject({ status: 0 })
    expect(
      listed(home)
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual([...texts].sort())
    expect(afterword(home, ['list']).stdout.trimEnd().split('\n')).toHaveLength(texts.length)
  })

  it.each<[string, string[], RegExp]>([
    ['a summary of 281', ['--', 'x'.repeat(281)], /summary has 281 characters; the limit is 280/],
    [
      'a note of 2001',
      ['--set', `private.note=${'x'.repeat(2001)}`, '--', 'x'],
      /the limit is 2000/,
    ],
    [
      '21 tags',
      [...Array.from({ length: 21 }, (_, n) => `--tag=t${n}`), '--', 'x'],
      /tags has 21 items; the limit is 20/,
    ],
    [
      'a name of 65',
      ['-w', 'x'.repeat(65), '--', 'x'],
      /customer has 65 characters; the limit is 64/,
    ],
  ])('%s is refused with its limit', (_, args, says) => {
    const home = aFolder()
    const { status, stderr } = afterword(home, ['log', '-w', 'x', ...FLAGS, ...args])
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
    expect(listed(home)).toEqual([])
  })

  it('of 1 MB, 10,000 tags or with half a character is refused with its limit when it comes in', () => {
    const home = aFolder()
    const rows = [
      { ...ROW, summary: 'x'.repeat(1_000_000) },
      { ...ROW, summary: 'x', tags: Array.from({ length: 10_000 }, (_, n) => `t${n}`) },
    ].map((row) => JSON.stringify(row))
    rows.push(JSON.stringify({ ...ROW, summary: 'half' }).replace('half', '\\ud83d'))
    const { status, stderr } = afterword(home, ['import', '-'], { input: rows.join('\n') })
    expect(status).toBe(1)
    expect(stderr).toMatch(/line 1: .*the limit is 280/)
    expect(stderr).toMatch(/line 2: tags has 10000 items; the limit is 20/)
    expect(stderr).toMatch(/line 3: .*half a character/)
    expect(listed(home)).toEqual([])
  })
})

describe('fault 21: a customer called like a part of JavaScript', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a name like any',
    (name) => {
      const home = aFolder()
      for (const summary of ['first', 'second'])
        expect(log(home, summary, name, '-n', 'fri! ring')).toMatchObject({ status: 0 })
      expect(listed(home, '--who', name)).toHaveLength(2)
      for (const args of [
        ['week'],
        ['week', '--json'],
        ['followups'],
        ['customer', name],
        ['month', '--json'],
        ['list', '--text', name],
      ])
        expect(afterword(home, args)).toMatchObject({
          status: 0,
          stdout: expect.stringContaining(args[0] === 'month' ? '"entries": 2' : name),
        })
      expect(afterword(home, ['export', '--who', name]).stdout.trimEnd().split('\n')).toHaveLength(
        2,
      )
      expect(afterword(home, ['forget', name, '--yes']).status).toBe(0)
      expect(listed(home)).toEqual([])
    },
  )
})

describe('fault 25: a search', () => {
  it.each([['(a+)+$'], ['('], ['[z-'], ['a'.repeat(10_000)], ['.*'], ['\\']])(
    'for %j is literal',
    (text) => {
      const home = aFolder()
      log(home, `${'a'.repeat(100)}!`)
      expect(listed(home, `--text=${text}`)).toEqual([])
      log(home, `so ${text}`.slice(0, 280))
      expect(listed(home, `--text=${text.slice(0, 200)}`).length).toBeGreaterThan(0)
    },
  )

  it('for nothing finds everything', () => {
    const home = aFolder()
    log(home, 'one')
    expect(listed(home, '--text', '')).toHaveLength(1)
  })
})

describe('fault 26: a name like a path or a flag', () => {
  const NAMES = ['../../etc/x', '/abs', 'CON', '.', '-rf', '--help', 'C:\\x', '$(id)', "it's", '*']

  it('is kept as typed and never becomes a path', () => {
    const home = aFolder()
    for (const name of [...NAMES, 'x'.repeat(64)])
      expect(
        afterword(home, ['log', ...FLAGS, `--who=${name}`, '--', '-rf is the summary']),
      ).toMatchObject({ status: 0 })
    const entries = listed(home)
    expect(entries.map(({ customer }) => customer).sort()).toEqual(
      [...NAMES, 'x'.repeat(64)].sort(),
    )
    expect(new Set(entries.map(({ summary }) => summary))).toEqual(new Set(['-rf is the summary']))
    expect(afterword(home, ['customer', '--', '-rf']).stdout).toContain('-rf')
    expect(afterword(home, ['customer', '../..']).stdout).toContain('../../etc/x')
    expect(afterword(home, ['forget', '--yes', '--', '--help']).status).toBe(0)
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort()
    expect(files).toEqual([
      'journal',
      'journal/2026-11.json',
      'state',
      'state/erased.json',
      'state/history.jsonl',
    ])
  })

  it('with a NUL comes in as it is and is shown harmlessly', () => {
    const home = aFolder()
    const row = JSON.stringify({ ...ROW, customer: 'a\0b', summary: 'x' })
    expect(afterword(home, ['import', '-'], { input: row }).status).toBe(0)
    expect(listed(home)).toMatchObject([{ customer: 'a\0b' }])
    expect(afterword(home, ['list']).stdout).toContain('a␀b')
  })

  it('of 300 characters is refused with the limit', () => {
    const { status, stderr } = log(aFolder(), 'x', 'x'.repeat(300))
    expect(status).toBe(2)
    expect(stderr).toContain('customer has 300 characters; the limit is 64')
  })
})
