import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import type { Files } from '../../src/store/files.ts'
import type { Home } from '../../src/store/home.ts'
import { thisMachine } from '../../src/store/machine.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'
import { systemError, traced, wrapped } from './faulty-files.ts'
import { aDisk, aHome, aJournal } from './store-folder.ts'

const NOVEMBER = '2026-11-12T10:00:00Z'
const OCTOBER = '2026-10-12T10:00:00Z'
const entry = (number: number, at = NOVEMBER) => anEntry({ id: idOf(number), at })
const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => +id)
const readIds = async (home: Home) => idsOf(await aJournal(home).read())
const historyOf = (home: Home) => readFileSync(home.history, 'utf8')
const linesOf = (home: Home) =>
  historyOf(home)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

async function homeWith(...entries: Entry[]): Promise<Home> {
  const home = aHome()
  for (const add of entries) await aJournal(home).change('log', [{ add }])
  return home
}

/** Does something as a process that dies right before a call: nothing it would do after that happens. */
async function dyingAt(
  home: Home,
  isLast: (call: string, nth: number) => boolean,
  work: (journal: FileJournal) => Promise<unknown>,
): Promise<void> {
  let [isDead, nth] = [false, 0]
  const files: Files = wrapped(({ call, file }, proceed) => {
    isDead ||= isLast(`${call} ${file}`, nth++)
    if (isDead) throw systemError('EDEAD')
    return proceed()
  })
  await work(new FileJournal(aDisk({ home, files }))).catch(() => undefined)
  expect(isDead).toBe(true)
  rmSync(home.lock, { force: true })
}

describe('a line of the history', () => {
  it('holds the change, its word, the month and its sums, and every entry before and after', async () => {
    const home = await homeWith(entry(1), entry(2))
    const [first, done, second] = linesOf(home)
    expect(Object.keys(first)).toEqual([
      'at',
      'change',
      'word',
      'part',
      'of',
      'month',
      'oldSum',
      'newSum',
      'pairs',
    ])
    expect(first).toMatchObject({ word: 'log', part: 1, of: 1, month: '2026-11', oldSum: null })
    expect(first.pairs).toEqual([{ after: entry(1) }])
    expect(done).toEqual({ done: first.change })
    expect(second.oldSum).toBe(first.newSum)
    const month = JSON.parse(readFileSync(join(home.journal, '2026-11.json'), 'utf8'))
    expect(second.newSum).toBe(month.sum)
  })

  it('stands for one month: a move is two lines of one change, the new month first', async () => {
    const home = await homeWith(entry(1))
    const { files, traces } = traced()
    const move = (of: Entry) => ({ ...of, at: OCTOBER })
    await new FileJournal(aDisk({ home, files })).change('edit', [{ of: entry(1), to: move }])
    const [, , to, from] = linesOf(home)
    expect([to.month, to.part, to.of, to.pairs]).toEqual([
      '2026-10',
      1,
      2,
      [{ after: entry(1, OCTOBER) }],
    ])
    expect([from.month, from.part, from.of, from.pairs]).toEqual([
      '2026-11',
      2,
      2,
      [{ before: entry(1) }],
    ])
    expect(from.change).toBe(to.change)
    const renamed = traces.filter(({ call }) => call === 'rename').map(({ file }) => file)
    expect(renamed).toEqual(['2026-10.json', '2026-11.json'])
  })

  it('is one for a whole import of a month', async () => {
    const home = aHome()
    const edits = Array.from({ length: 500 }, (_, index) => ({ add: entry(index) }))
    await aJournal(home).change('import', edits)
    expect(linesOf(home)).toHaveLength(2)
    expect(await readIds(home)).toEqual(Array.from({ length: 500 }, (_, index) => index))
  })

  it('is not written for a change that changes nothing', async () => {
    const home = await homeWith(entry(1))
    const before = historyOf(home)
    expect(await aJournal(home).change('edit', [{ of: entry(1), to: (same) => same }])).toEqual([])
    expect(await aJournal(home).change('edit', [])).toEqual([])
    expect(historyOf(home)).toBe(before)
  })
})

describe('a writer that dies', () => {
  it.each([
    ['before the rename', 'rename 2026-11.json', [1]],
    ['after the rename', 'syncFolder journal', [1, 2]],
    ['before the history', 'append history.jsonl', [1]],
  ])('%s leaves a history that the next writer puts right', async (_when, call, ids) => {
    const home = await homeWith(entry(1))
    await dyingAt(
      home,
      (name) => name === call,
      (journal) => journal.change('log', [{ add: entry(2) }]),
    )
    expect(await readIds(home)).toEqual(ids)
    await aJournal(home).change('log', [{ add: entry(3) }])
    expect(historyOf(home).includes(idOf(2))).toBe(ids.length === 2)
    await aJournal(home).undo()
    expect(await readIds(home)).toEqual(ids)
  })

  it('at any call of a change of three months leaves none of it or all of it to the next reader and writer', async () => {
    const edits = [
      { remove: entry(1) },
      { of: entry(2), to: (of: Entry) => ({ ...of, at: OCTOBER }) },
      { add: entry(4, '2026-09-12T10:00:00Z') },
    ]
    const whole = await homeWith(entry(1), entry(2), entry(3))
    const { files, traces } = traced()
    await new FileJournal(aDisk({ home: whole, files })).change('edit', edits)
    const seen = new Set<string>()
    for (let last = 0; last < traces.length; last++) {
      const home = await homeWith(entry(1), entry(2), entry(3))
      await dyingAt(
        home,
        (_name, nth) => nth === last,
        (journal) => journal.change('edit', edits),
      )
      const read = String(await readIds(home))
      await aJournal(home).change('log', [{ add: entry(9) }])
      const settled = String((await readIds(home)).filter((id) => id !== 9))
      expect(['1,2,3', '4,2,3']).toContain(settled)
      expect(read, `died at call ${last}`).toBe(settled)
      seen.add(settled)
    }
    expect([...seen]).toEqual(['1,2,3', '4,2,3'])
  })

  it.each([
    ['half a line', '{"at":"2026-11-12T10:00:00Z","change":"x","pai'],
    ['zeros', '\0\0\0\0\0\0\0\0'],
    ['half a note that a change is done', '{"do'],
  ])('at the history leaves %s, which the next writer cuts off', async (_what, torn) => {
    const home = await homeWith(entry(1))
    const whole = historyOf(home)
    appendFileSync(home.history, torn)
    await aJournal(home).change('log', [{ add: entry(2) }])
    expect(historyOf(home).startsWith(`${whole}{"at"`)).toBe(true)
    expect(linesOf(home)).toHaveLength(4)
    await aJournal(home).undo()
    expect(await readIds(home)).toEqual([1])
  })

  it('between two lines of a change leaves a change that never happened', async () => {
    const home = await homeWith(entry(1))
    const move = (of: Entry) => ({ ...of, at: OCTOBER })
    await dyingAt(
      home,
      (name) => name === 'rename 2026-10.json',
      (journal) => journal.change('edit', [{ of: entry(1), to: move }]),
    )
    const lines = historyOf(home).trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    writeFileSync(home.history, `${lines.slice(0, 3).join('\n')}\n`)
    await aJournal(home).change('log', [{ add: entry(2) }])
    expect(historyOf(home)).not.toContain(OCTOBER)
    expect(await readIds(home)).toEqual([1, 2])
  })
})

describe('the end of the history', () => {
  it('may lack its newline: the next line is one of its own', async () => {
    const home = await homeWith(entry(1))
    writeFileSync(home.history, historyOf(home).trimEnd())
    await aJournal(home).change('log', [{ add: entry(2) }])
    expect(linesOf(home)).toHaveLength(4)
  })

  it('may have lost the note that the change is done: the sums tell', async () => {
    const home = await homeWith(entry(1))
    writeFileSync(home.history, historyOf(home).replace(/\{"done".*\n$/, ''))
    await aJournal(home).change('log', [{ add: entry(2) }])
    expect(linesOf(home).filter((line) => line.word)).toHaveLength(2)
  })

  it('is not taken for void when a sync tool puts an older month back', async () => {
    const home = await homeWith(entry(1))
    const path = join(home.journal, '2026-11.json')
    const older = readFileSync(path)
    await aJournal(home).change('log', [{ add: entry(2) }])
    writeFileSync(path, older)
    await aJournal(home).change('log', [{ add: entry(3) }])
    expect(historyOf(home)).toContain(idOf(2))
  })

  it('survives an unreadable line in its middle', async () => {
    const home = await homeWith(entry(1))
    appendFileSync(home.history, 'no JSON\n')
    await aJournal(home).change('log', [{ add: entry(2) }])
    await aJournal(home).undo()
    expect(await readIds(home)).toEqual([1])
    expect(historyOf(home)).toContain('no JSON\n')
  })
})

describe('the rotation', () => {
  it('sets a history of 5 MB aside, and undo still finds what is in it', async () => {
    const home = await homeWith(entry(1))
    const padding = `${JSON.stringify({ note: 'x'.repeat(1000) })}\n`.repeat(5000)
    writeFileSync(home.history, padding + historyOf(home))
    await aJournal(home).change('log', [{ add: entry(2) }])
    expect(linesOf(home)).toHaveLength(2)
    expect(statSync(home.olderHistory).size).toBeGreaterThan(5_000_000)
    rmSync(home.history)
    await aJournal(home).change('remove', [{ remove: entry(2) }])
    rmSync(home.history)
    expect((await aJournal(home).undo()).changes).toEqual([{ before: entry(1) }])
  })

  it.each([
    [89, false],
    [91, true],
  ])('sets a history that began %i days ago aside: %s', async (days, isAside) => {
    const home = await homeWith(entry(1))
    const machine = { ...thisMachine(), now: () => Date.now() + days * 86_400_000 }
    await new FileJournal(aDisk({ home, machine })).change('log', [{ add: entry(2) }])
    expect(existsSync(home.olderHistory)).toBe(isAside)
    expect(linesOf(home)).toHaveLength(isAside ? 2 : 4)
  })
})

describe('undo', () => {
  it.each([
    [
      'changed by hand',
      [{ ...entry(1), tags: ['by hand'] }],
      /lantern-street \(0000\) has been changed since/,
    ],
    ['removed by hand', [], /lantern-street \(0000\) has gone from the journal since/],
  ])('refuses when the entry was %s since, and changes nothing', async (_what, entries, says) => {
    const home = await homeWith(entry(1))
    const path = join(home.journal, '2026-11.json')
    writeFileSync(path, renderMonth({ month: '2026-11', entries }).bytes)
    await expect(aJournal(home).undo()).rejects.toThrow(says)
    expect(JSON.parse(readFileSync(path, 'utf8')).entries).toEqual(entries)
    expect(historyOf(home)).not.toContain('"word":"undo"')
  })

  it('brings back an entry that was removed, though another one was added by hand since', async () => {
    const home = await homeWith(entry(1))
    await aJournal(home).change('remove', [{ remove: entry(1) }])
    const entries = [entry(5)]
    writeFileSync(
      join(home.journal, '2026-11.json'),
      renderMonth({ month: '2026-11', entries }).bytes,
    )
    expect((await aJournal(home).undo()).changes).toEqual([{ after: entry(1) }])
    expect(await readIds(home)).toEqual([1, 5])
  })

  it('goes back and forth, seven times', async () => {
    const home = await homeWith(entry(1), entry(2))
    for (let times = 1; times <= 7; times++) {
      await aJournal(home).undo()
      expect(await readIds(home)).toEqual(times % 2 ? [1] : [1, 2])
    }
  })
})
