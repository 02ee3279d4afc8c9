import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Counts, countEntries } from '../../src/model/counts.ts'
import type { Entry } from '../../src/model/entry.ts'
import { select } from '../../src/queries/filter.ts'
import { FEELINGS } from '../../src/reports/feelings.ts'
import { WEEKS } from '../../src/reports/trend.ts'
import { diskOf } from '../../src/store/disk.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import { forget } from '../../src/store/forget/forget.ts'
import type { Home } from '../../src/store/home.ts'
import { Shelf } from '../../src/store/index-shelf.ts'
import { countsPath } from '../../src/store/month-counts.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aHome } from './store-folder.ts'

/** Longer than a file system's tick: what changed since was noted. */
const SETTLED_MS = 60
const STEPS = process.env.AFTERWORD_TEST_LONG ? 500 : 12
const RANGE = { from: '2026-02-10', to: '2026-03-05' }

/** A journal that keeps its index however small it is, as a new process opens it. */
function indexed(home: Home): FileJournal {
  const disk = diskOf(home)
  return new FileJournal(disk, new Shelf(disk, 0))
}

/** A journal whose index and counts can be neither read nor written. */
function withoutIndex(home: Home): FileJournal {
  const nowhere = (name: string) => join(home.state, 'nowhere', name)
  return new FileJournal(diskOf({ ...home, index: nowhere('index'), counts: nowhere('counts') }))
}

const NEEDLES = ['ÉCLAIR', 'eclair', 'ON THE', 'kit', 'ice', 'back\\slash', '"on']
const BEGINNINGS = ['B', 'kit', 'É', 'Lan']

/** Returns counts in an order of their own. */
function sorted(counts: Counts): (readonly [string, number])[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Returns everything a journal answers, refusals too. */
async function answersOf(journal: FileJournal): Promise<string> {
  const asked: [string, () => Promise<unknown>][] = [
    ['open', () => journal.open()],
    ['due', () => journal.due(RANGE)],
    ['read', () => journal.read()],
    ['range', () => journal.read(RANGE)],
    ['counts', async () => sorted(await journal.counts(FEELINGS))],
    ['counts in range', async () => sorted(await journal.counts(FEELINGS, RANGE))],
    ['weeks', async () => sorted(await journal.counts(WEEKS))],
    ['weeks in range', async () => sorted(await journal.counts(WEEKS, RANGE))],
    ...NEEDLES.map((text): [string, () => Promise<unknown>] => [
      `text ${text}`,
      async () => select(await journal.read({}, { text }), { text }),
    ]),
    ...BEGINNINGS.map((who): [string, () => Promise<unknown>] => [
      `who ${who}`,
      async () => select(await journal.read({}, { customer: who }), { who }),
    ]),
    ['newest', () => journal.newest(3)],
    ['last', () => journal.lastRecorded()],
    ['first', () => journal.firstDay()],
  ]
  const answers: unknown[] = []
  for (const [name, ask] of asked)
    answers.push([name, await ask().catch((error: Error) => `refused: ${error.message}`)])
  return JSON.stringify(answers, null, 1)
}

/** A source of numbers below a limit that depends on the seed alone. */
function chanceOf(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * limit)
  }
}

const OFFSETS = ['-06:00', '+13:00', 'Z']
const NAMES = ['blue-gate', 'Bakery', '\u00A0lantern', 'école', '\u212Aitchen', '\tKit "two"']
const SUMMARIES = [
  'New fuse',
  'Said ","felt":{"before":"angry"}',
  'An éclair "on the house"',
  'E\u0301CLAIR again',
  'Back\\slash',
  'An \u212Ait, and İce\nKit',
]

function someEntry(chance: (limit: number) => number, number: number): Entry {
  const pick = <T>(list: readonly T[]) => list[chance(list.length)] as T
  const day = `2026-0${1 + chance(4)}-${pick(['01', '14', '28'])}`
  const at = `${day}T${pick(['00', '11', '23'])}:30:00${pick(OFFSETS)}`
  const due = `2026-0${1 + chance(4)}-${pick(['03', '20'])}`
  return anEntry({
    id: idOf(number),
    at,
    recordedAt: at,
    customer: pick(NAMES),
    summary: pick(SUMMARIES),
    felt: { before: 'neutral', after: pick(['angry', 'happy']) },
    followUp: pick<Entry['followUp']>([
      { status: 'planned', due },
      { status: 'done', due },
      { status: 'not-needed' },
    ]),
  })
}

/** What people, sync tools and bad luck do to the files. */
function outsideSteps(home: Home, chance: (limit: number) => number) {
  const kept = [home.index, countsPath(home, FEELINGS), countsPath(home, WEEKS)]
  const copies: { name: string; bytes: Buffer; times: [Date, Date] }[] = []
  const months = () => (existsSync(home.journal) ? readdirSync(home.journal) : [])
  const some = () => {
    const names = months()
    return join(home.journal, names[chance(names.length)] ?? '2026-01.json')
  }
  const edit = (change: (text: string) => string) => () => {
    const path = some()
    if (!existsSync(path)) return
    try {
      writeFileSync(path, change(readFileSync(path, 'utf8')))
    } catch {
      // Cut short before: else nothing could be asked of this journal ever after.
      rmSync(path)
    }
  }
  const rewrite = (entries: (all: Entry[]) => Entry[]) =>
    edit((text) => {
      const month = JSON.parse(text)
      return renderMonth({ month: month.month, entries: entries(month.entries) }).bytes.toString()
    })
  return {
    'an edit by hand of the same length': edit((text) =>
      text
        .replace('"planned"', '"xlanned"')
        .replace('New fuse', 'Old fuse')
        .replace('"xlanned"', '"planned"'),
    ),
    'a feeling changed by hand': edit((text) => text.replace('"after":"happy"', '"after":"angry"')),
    'another layout': edit((text) => JSON.stringify(JSON.parse(text), null, 2)),
    'an entry taken out by a tool that knows the sum': rewrite((all) => all.slice(1)),
    'a follow-up turned by a tool that knows the sum': rewrite((all) =>
      all.map((entry) => ({ ...entry, felt: { before: 'neutral', after: 'angry' } })),
    ),
    'the order turned by a tool that knows the sum': rewrite((all) => all.toReversed()),
    'a copy put aside': () => {
      const path = some()
      if (!existsSync(path)) return
      const { atime, mtime } = statSync(path)
      copies.push({ name: path, bytes: readFileSync(path), times: [atime, mtime] })
    },
    'an older copy put back with its times': () => {
      const copy = copies[chance(copies.length)]
      if (!copy) return
      writeFileSync(copy.name, copy.bytes)
      utimesSync(copy.name, ...copy.times)
    },
    'an older copy renamed into place': () => {
      const copy = copies[chance(copies.length)]
      if (!copy) return
      writeFileSync(`${copy.name}.new`, copy.bytes)
      renameSync(`${copy.name}.new`, copy.name)
    },
    'a month deleted': () => rmSync(some(), { force: true }),
    'a month cut short': edit((text) => (chance(3) === 0 ? text.slice(0, -20) : text)),
    'the index deleted': () => rmSync(home.index, { force: true }),
    'the counts deleted': () => rmSync(countsPath(home, FEELINGS), { force: true }),
    'the index or counts cut short': () => {
      const path = kept[chance(kept.length)] ?? ''
      if (existsSync(path)) writeFileSync(path, readFileSync(path).subarray(0, chance(400)))
    },
    'a digit of the counts turned': () => {
      const path = countsPath(home, FEELINGS)
      if (existsSync(path))
        writeFileSync(path, readFileSync(path, 'utf8').replace(/1(?=[,\]])/, '2'))
    },
    'an index or counts of another day': () => {
      for (const name of kept)
        if (existsSync(name))
          copies.push({ name, bytes: readFileSync(name), times: [new Date(), new Date()] })
    },
  }
}

describe('the index', () => {
  it(`changes no answer, whatever happens to the files (${STEPS} steps)`, async () => {
    const seed = Number(process.env.AFTERWORD_TEST_SEED ?? Date.now() % 1_000_000)
    const chance = chanceOf(seed)
    const home = aHome()
    const longLived = indexed(home)
    const outside = Object.entries(outsideSteps(home, chance))
    const done: string[] = []
    for (let step = 0; step < STEPS; step++) {
      const [name, happen] = outside[chance(outside.length)] ?? []
      if (chance(2) === 0) await someChange(home, chance, step, done)
      else {
        happen?.()
        done.push(name ?? '')
      }
      await wait(SETTLED_MS)
      const [plain, first, second] = [withoutIndex(home), indexed(home), indexed(home)]
      const expected = await answersOf(plain)
      const told = `seed ${seed}, step ${step}, after ${done.slice(-5).join('; ')}`
      // The second has what the first has noted.
      expect(await answersOf(first), told).toBe(expected)
      expect(await answersOf(second), told).toBe(expected)
      expect(await answersOf(longLived), told).toBe(expected)
      await expectCountsOfEntries(indexed(home), told)
      expect([...second.notices()].sort(), told).toEqual([...plain.notices()].sort())
    }
  }, 600_000)

  it('is kept where it saves time, and holds no word of an entry', async () => {
    const home = aHome()
    const entries = ['2026-01-14', '2026-02-14'].map((day, index) =>
      anEntry({
        id: idOf(index),
        at: `${day}T10:00:00Z`,
        summary: 'Heliotrope',
        customer: 'blue-gate',
      }),
    )
    await indexed(home).change(
      'log',
      entries.map((add) => ({ add })),
    )
    await wait(SETTLED_MS)
    await new FileJournal(diskOf(home)).open()
    expect(existsSync(home.index)).toBe(false)
    await indexed(home).open()
    expect(readFileSync(home.index, 'utf8')).toMatch(/"2026-02".*"firstDay":"2026-02-14"/)
    expect(readFileSync(home.index, 'utf8')).not.toMatch(/heliotrope|blue-gate/i)
  })

  it('saves the reading of months that hold nothing of it', async () => {
    const home = aHome()
    const planned = { status: 'planned', due: '2026-01-20' } as const
    await indexed(home).change('log', [
      { add: anEntry({ id: idOf(1), at: '2026-01-14T10:00:00Z', followUp: planned }) },
      { add: anEntry({ id: idOf(2), at: '2026-02-14T10:00:00Z' }) },
    ])
    await wait(SETTLED_MS)
    await indexed(home).open()
    const read: string[] = []
    const { files, ...disk } = diskOf(home)
    const watched = {
      ...files,
      read: (path: string) => {
        read.push(path)
        return files.read(path)
      },
    }
    const found = await new FileJournal({ ...disk, files: watched }).open()
    expect(found.map(({ id }) => id)).toEqual([idOf(1)])
    expect(read.filter((path) => path.startsWith(home.journal))).toEqual([
      join(home.journal, '2026-01.json'),
    ])
  })
})

describe('what is counted of months', () => {
  const blue = anEntry({ id: idOf(1), at: '2026-01-14T10:00:00Z', customer: 'blue-gate' })
  const other = anEntry({ id: idOf(2), at: '2026-02-14T10:00:00Z', summary: 'Heliotrope' })
  const third = anEntry({ id: idOf(3), at: '2026-02-15T10:00:00Z', tags: ['larkspur'] })

  async function counted(): Promise<Home> {
    const home = aHome()
    await indexed(home).change(
      'log',
      [blue, other, third].map((add) => ({ add })),
    )
    await wait(SETTLED_MS)
    await indexed(home).counts(FEELINGS)
    return home
  }

  /** Opens the journal anew, and writes down which months are read. */
  function watched(home: Home) {
    const read: string[] = []
    const { files, ...disk } = diskOf(home)
    const watching = {
      ...files,
      read: (path: string) => {
        if (path.startsWith(home.journal)) read.push(path.slice(home.journal.length + 1))
        return files.read(path)
      },
    }
    return { journal: new FileJournal({ ...disk, files: watching }), read }
  }

  it('is kept where it saves time, and holds no word that anybody typed', async () => {
    const home = await counted()
    const path = countsPath(home, FEELINGS)
    expect(readFileSync(path, 'utf8')).toContain('"2026-02"')
    expect(readFileSync(path, 'utf8')).not.toMatch(/heliotrope|blue-gate|larkspur/i)
    rmSync(path)
    await new FileJournal(diskOf(home)).counts(FEELINGS)
    expect(existsSync(path)).toBe(false)
  })

  it('spares the reading of every month that has not changed since', async () => {
    const home = await counted()
    const before = watched(home)
    expect((await before.journal.counts(FEELINGS)).get('contact')).toBe(3)
    expect(before.read).toEqual([])
    await indexed(home).change('remove', [{ remove: third }])
    const after = watched(home)
    expect((await after.journal.counts(FEELINGS)).get('contact')).toBe(2)
    expect(after.read).toEqual(['2026-02.json'])
  })

  it('is taken of the months that a range holds whole, and its edges are read', async () => {
    const home = await counted()
    const { journal, read } = watched(home)
    const counts = await journal.counts(FEELINGS, { from: '2026-01-01', to: '2026-02-14' })
    expect(counts.get('contact')).toBe(2)
    expect(read).toEqual(['2026-02.json'])
  })

  it('is counted anew where it was counted in another way', async () => {
    const home = await counted()
    const { journal, read } = watched(home)
    const other = { ...FEELINGS, version: FEELINGS.version + 1, namesOf: () => ['other'] }
    expect([...(await journal.counts(other))]).toEqual([['other', 3]])
    expect(read).toEqual(['2026-01.json', '2026-02.json'])
  })

  it('never counts a customer who was forgotten, not in an old copy either', async () => {
    const home = await counted()
    const [january] = ['2026-01.json'].map((name) => join(home.journal, name)) as [string]
    const [old, oldCounts] = [january, countsPath(home, FEELINGS)].map((path) => ({
      path,
      bytes: readFileSync(path),
    }))
    await forget(diskOf(home), 'blue-gate', '2026-03-01T10:00:00Z')
    for (const copy of [old, oldCounts]) if (copy) writeFileSync(copy.path, copy.bytes)
    await wait(SETTLED_MS)
    for (const round of [1, 2])
      expect((await indexed(home).counts(FEELINGS)).get('contact'), `round ${round}`).toBe(2)
  })
})

async function expectCountsOfEntries(journal: FileJournal, told: string): Promise<void> {
  const entries = await journal.read().catch(() => undefined)
  if (entries === undefined) return
  for (const counting of [FEELINGS, WEEKS])
    expect(sorted(await journal.counts(counting)), told).toEqual(
      sorted(countEntries(entries, counting)),
    )
}

async function someChange(
  home: Home,
  chance: (limit: number) => number,
  step: number,
  done: string[],
): Promise<void> {
  const journal = indexed(home)
  try {
    const entries = await journal.read()
    const entry = entries[chance(entries.length)]
    const kind = entry === undefined ? 0 : chance(4)
    done.push(['log', 'edit', 'remove', 'undo'][kind] ?? '')
    if (kind === 3) await journal.undo()
    else if (kind === 2 && entry) await journal.change('remove', [{ remove: entry }])
    else if (kind === 1 && entry) {
      const { at, felt, followUp } = someEntry(chance, 0)
      await journal.change('edit', [{ of: entry, to: (now) => ({ ...now, at, felt, followUp }) }])
    } else await journal.change('log', [{ add: someEntry(chance, step + 1) }])
  } catch (error) {
    // A damaged month refuses every change; what the answers are then is the question.
    done.push(`refused (${error instanceof Error ? error.message.slice(0, 40) : error})`)
  }
}
