import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aFolder, aHome, aJournal } from './store-folder.ts'

const one = anEntry({ id: idOf(1) })
const two = anEntry({ id: idOf(2), at: '2026-11-12T11:00:00-06:00' })
const REMEDY = 'Fix it or run: afterword doctor --repair'
const LABEL = 'journal/2026-11.json'

function homeWith(content: string | Buffer, name = '2026-11.json') {
  const home = aHome()
  mkdirSync(home.journal)
  const path = join(home.journal, name)
  writeFileSync(path, content)
  return { home, path, journal: aJournal(home) }
}

const ours = renderMonth({ month: '2026-11', entries: [one, two] }).bytes.toString()
const handmade = (over: object, entries: unknown[] = [one]) =>
  JSON.stringify({ format: 'afterword', version: 1, month: '2026-11', entries, ...over })

describe('the format of a month file', () => {
  it('has a first line with the sum, then one entry a line', async () => {
    const home = aHome()
    await aJournal(home).change('log', [{ add: two }, { add: one }])
    const text = readFileSync(join(home.journal, '2026-11.json'), 'utf8')
    expect(text).toBe(ours)
    const [head, first, second, last] = text.split('\n')
    expect(head).toMatch(
      /^\{"format":"afterword","version":1,"month":"2026-11","sum":"sha256:[0-9a-f]{64}","entries":\[$/,
    )
    expect([first, second, last]).toEqual([`${JSON.stringify(one)},`, JSON.stringify(two), ']}'])
    expect(JSON.parse(text).entries).toEqual([one, two])
  })

  it('is valid JSON with no entry left', async () => {
    const { path, journal } = homeWith(ours)
    await journal.change('remove', [{ remove: one }, { remove: two }])
    expect(JSON.parse(readFileSync(path, 'utf8')).entries).toEqual([])
    expect(await journal.read()).toEqual([])
  })
})

describe('a month that is accepted', () => {
  it.each<[string, string | Buffer, string[]]>([
    ['our own', ours, []],
    ['with a byte order mark', `\uFEFF${ours}`, []],
    ['with CRLF line ends', ours.replaceAll('\n', '\r\n'), []],
    ['by hand, without a sum', handmade({}, [one, two]), []],
    [
      'by hand, in another layout and order',
      JSON.stringify(JSON.parse(handmade({}, [two, one])), null, 4),
      [],
    ],
    [
      'with keys in another order',
      handmade({}, [Object.fromEntries(Object.entries(one).reverse()), two]),
      [],
    ],
    ['edited by hand', ours.replace('wet splitter', 'dry splitter'), [LABEL]],
    ['with a sum of no kind', handmade({ sum: 12 }, [one, two]), [LABEL]],
  ])('%s', async (what, content, notices) => {
    const { path, journal } = homeWith(content)
    const entries = await journal.read()
    expect(entries.map(({ id }) => id)).toEqual([one.id, two.id])
    expect(Object.keys(entries[0] ?? {})).toEqual(Object.keys(one))
    await journal.read()
    expect(journal.notices().map((notice) => notice.split(' ')[0])).toEqual(notices)
    expect(readFileSync(path)).toEqual(Buffer.from(content))
    await journal.change('log', [{ add: anEntry({ id: idOf(3) }) }])
    const again = await journal.read()
    expect(again).toHaveLength(3)
    expect(what === 'edited by hand').toBe(JSON.stringify(again).includes('dry splitter'))
  })

  it('any mode, and gets ours at the next change', async () => {
    const { path, journal } = homeWith(handmade({}))
    execFileSync('chmod', ['666', path])
    await journal.change('log', [{ add: two }])
    expect(lstatSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toBe(ours)
  })
})

describe('fault 11: a month that is damaged', () => {
  const broken = (entry: object) =>
    renderMonth({ month: '2026-11', entries: [one, entry as Entry] })
      .bytes.toString()
      .replace(/"sum":"[^"]+"/, '"sum":"x"')
  const merge = ours.replace(
    JSON.stringify(two),
    `<<<<<<< ours\n${JSON.stringify(two)}\n=======\n{}\n>>>>>>> theirs`,
  )
  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'is empty'],
    ['only white space', ' \n', 'is empty'],
    ['null', 'null', 'is not a month of entries'],
    ['0', '0', 'is not a month of entries'],
    ['[]', '[]', 'is not a month of entries'],
    ['{}', '{}', 'format is missing, not "afterword"'],
    ['"x"', '"x"', 'is not a month of entries'],
    ['NULs', Buffer.alloc(64), 'is not the JSON of a month'],
    ['half a file', ours.slice(0, ours.length / 2), 'line 2: is not the JSON'],
    ['a file without its end', ours.slice(0, -4), 'line 3: is not the JSON'],
    [
      'a bad character in a line',
      ours.replace(/(\n.*\n\{)"id"/, '$1id"'),
      'line 3: is not the JSON',
    ],
    ['two sides of a merge', merge, 'line 3: holds both sides of an unfinished merge'],
    ['UTF-16', Buffer.from(`\uFEFF${ours}`, 'utf16le'), 'is not UTF-8 text'],
    ['Latin-1', Buffer.from(ours.replace('wet', 'w\u00e9t'), 'latin1'), 'is not UTF-8 text'],
    ['no version', handmade({ version: undefined }), 'version is missing, not a whole number'],
    ['version "1"', handmade({ version: '1' }), 'version is "1", not a whole number'],
    ['version 0', handmade({ version: 0 }), 'version is 0, not a whole number'],
    ['version 1.5', handmade({ version: 1.5 }), 'version is 1.5, not a whole number'],
    ['another format', handmade({ format: 'diary' }), 'format is "diary", not "afterword"'],
    ['another month', handmade({ month: '2026-10' }), 'month is "2026-10", not "2026-11"'],
    ['no entries', handmade({ entries: undefined }), 'entries is missing, not a list'],
    ['entries that are no list', handmade({ entries: {} }), 'entries is a group, not a list'],
    ['a field of its own', handmade({ note: 'x' }), 'note is not a field afterword knows'],
    ['an entry that is none', handmade({}, [one, 7]), 'the entry is 7, not a group of fields'],
    [
      'a word off the list',
      broken({ ...two, felt: { before: 'upset', after: 'cross' } }),
      'line 3: felt.after is "cross", not a word on the list',
    ],
    [
      'an unknown field in an entry',
      broken({ ...two, mood: 1 }),
      'line 3: mood is not a field afterword knows',
    ],
    ['a missing field', broken({ ...two, customer: undefined }), 'line 3: customer is missing'],
    [
      'two faults',
      broken({ ...two, rep: '', channel: 'pigeon' }),
      'line 3: rep is empty (and 1 more)',
    ],
    [
      'a day that does not exist',
      broken({ ...two, at: '2026-11-31T10:00:00Z' }),
      'line 3: at is "2026-11-31T10:00:00Z"',
    ],
    [
      '24:00',
      broken({ ...two, at: '2026-11-30T24:00:00Z' }),
      'line 3: at is "2026-11-30T24:00:00Z"',
    ],
    [
      'an entry of another month',
      broken({ ...two, at: '2026-10-31T10:00:00Z' }),
      'line 3: at is 2026-10-31T10:00:00Z, which is not in 2026-11',
    ],
    [
      'the same id twice',
      broken({ ...two, id: one.id }),
      `line 3: id is ${one.id}, which the entry on line 2 has too`,
    ],
    [
      'half a character',
      broken({ ...two, summary: '\ud800' }),
      'line 3: summary holds half a character',
    ],
    [
      'a key that reaches a prototype',
      broken(two).replace('{"id":"000000000002"', '{"constructor":1,"id":"000000000002"'),
      'constructor is a name afterword refuses',
    ],
    [
      '__proto__',
      broken(two).replace('{"id":"000000000002"', '{"__proto__":{},"id":"000000000002"'),
      '__proto__ is a name afterword refuses',
    ],
    [
      'a line fault in another layout',
      JSON.stringify(JSON.parse(handmade({}, [one, { ...two, rep: 1 }])), null, 1),
      'line 23: rep is 1, not text',
    ],
  ])('%s is named, left as it is, and never taken for empty', async (_what, content, says) => {
    const { home, path, journal } = homeWith(content)
    writeFileSync(
      join(home.journal, '2026-10.json'),
      renderMonth({ month: '2026-10', entries: [] }).bytes,
    )
    const before = readFileSync(path)
    const colon = says.startsWith('line') ? ' ' : ''
    for (const touch of [
      () => journal.read(),
      () => journal.read({ from: '2026-11-30' }),
      () => journal.newest(1),
      () => journal.open(),
      () => journal.change('log', [{ add: anEntry({ id: idOf(3) }) }]),
      () => journal.change('remove', [{ remove: one }]),
    ]) {
      const touching = touch()
      await expect(touching).rejects.toThrow(`${LABEL}${colon}`)
      await expect(touching).rejects.toThrow(says)
      await expect(touching).rejects.toThrow(REMEDY)
    }
    expect(readFileSync(path)).toEqual(before)
    expect(await journal.read({ to: '2026-10-31' })).toEqual([])
    await journal.change('log', [{ add: anEntry({ id: idOf(4), at: '2026-10-12T10:00:00Z' }) }])
    expect(await journal.read({ to: '2026-10-31' })).toHaveLength(1)
  })
})

it('fault 13: a newer format is refused with both version numbers, and not a byte changes', async () => {
  const { path, journal } = homeWith(handmade({ version: 2 }))
  const before = readFileSync(path)
  for (const touch of [journal.read(), journal.change('log', [{ add: two }])])
    await expect(touch).rejects.toThrow(
      /newer afterword: its format is version 2, this one knows 1/,
    )
  expect(readFileSync(path)).toEqual(before)
})

describe('fault 12: something else in the place of a month', () => {
  const place = () => {
    const home = aHome()
    mkdirSync(home.journal)
    return { home, path: join(home.journal, '2026-11.json'), journal: aJournal(home) }
  }

  it.each<[string, (path: string) => void, string]>([
    ['a folder', (path) => mkdirSync(path), 'is a folder, not a file'],
    ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'is a pipe or a device'],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path), 'is a link out of its folder'],
    [
      'a link to itself',
      (path) => symlinkSync(path, path),
      'is a link that goes round in a circle',
    ],
    [
      'a link to nothing',
      (path) => symlinkSync('gone.json', path),
      'is a link that points at nothing',
    ],
    [
      'a link to a folder here',
      (path) => {
        mkdirSync(join(path, '..', 'sub'))
        symlinkSync('sub', path)
      },
      'is a folder, not a file',
    ],
  ])('%s is refused at once, by name', async (_what, make, says) => {
    const { path, journal } = place()
    make(path)
    for (const touch of [journal.read(), journal.change('log', [{ add: one }])]) {
      await expect(touch).rejects.toThrow(LABEL)
      await expect(touch).rejects.toThrow(says)
    }
  })

  it('a link out of the journal is refused and its target untouched', async () => {
    const { path, journal } = place()
    const elsewhere = join(aFolder(), 'elsewhere.json')
    writeFileSync(elsewhere, ours)
    symlinkSync(elsewhere, path)
    await expect(journal.read()).rejects.toThrow('is a link out of its folder')
    await expect(journal.change('log', [{ add: one }])).rejects.toThrow(
      'is a link out of its folder',
    )
    expect(readFileSync(elsewhere, 'utf8')).toBe(ours)
  })

  it('a link that stays in the journal is followed, and still a link after a change', async () => {
    const { home, path, journal } = place()
    writeFileSync(
      join(home.journal, 'real'),
      renderMonth({ month: '2026-11', entries: [one] }).bytes,
    )
    symlinkSync('real', path)
    await journal.change('log', [{ add: two }])
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(home.journal, 'real'), 'utf8')).toBe(ours)
  })

  it('the journal folder may be a link, but not one that points at nothing', async () => {
    const home = aHome()
    symlinkSync(join(home.data, 'drive'), home.journal)
    await expect(aJournal(home).read()).rejects.toThrow(/is a link that points at nothing/)
    await expect(aJournal(home).change('log', [{ add: one }])).rejects.toThrow(home.journal)
    mkdirSync(join(home.data, 'drive'), { mode: 0o755 })
    await aJournal(home).change('log', [{ add: one }])
    expect(await aJournal(home).read()).toEqual([one])
    expect(lstatSync(join(home.data, 'drive')).mode & 0o777).toBe(0o755)
  })

  it('a file where the journal folder should be is named', async () => {
    const home = aHome()
    writeFileSync(home.journal, '')
    await expect(aJournal(home).read()).rejects.toThrow(home.journal)
    await expect(aJournal(home).change('log', [{ add: one }])).rejects.toThrow(home.journal)
  })
})

it('copies made by sync tools are noticed once and not read', async () => {
  const { home, journal } = homeWith(ours)
  const copies = [
    '2026-11 (conflicted copy 2026-11-12 101010).json',
    "2026-11 (laptop's conflicted copy 2026-11-12).json",
    '2026-11.sync-conflict-20261112-101010-ABCDEFG.json',
    '2026-11 2.json',
    '2026-11-LAPTOP.json',
    '2026-11.json.orig',
    '2026-13.json',
  ]
  const others = ['.DS_Store', 'README.md', '.2026-11.json.swp', '.stfolder']
  for (const name of [...copies, ...others]) writeFileSync(join(home.journal, name), handmade({}))
  expect(await journal.read()).toHaveLength(2)
  await journal.newest(1)
  const noticed = journal.notices().map((notice) => notice.replace(/ is not a month.*/, ''))
  expect(noticed.sort()).toEqual(copies.map((name) => `journal/${name}`).sort())
})
