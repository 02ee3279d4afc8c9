import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/model/entry.ts'
import { FEELINGS } from '../../../src/reports/feelings.ts'
import { WEEKS } from '../../../src/reports/trend.ts'
import { diskOf } from '../../../src/store/disk.ts'
import { FileJournal } from '../../../src/store/file-journal.ts'
import { Shelf } from '../../../src/store/index-shelf.ts'
import { identityOf, thisMachine } from '../../../src/store/machine.ts'
import { renderMonth } from '../../../src/store/month-text.ts'
import { anEntry, idOf } from '../../helpers.ts'
import { aStoredWorld, type StoredWorld } from '../../stored-world.ts'

const one = anEntry({ id: idOf(1) })
const two = anEntry({ id: idOf(2), at: '2026-11-12T11:00:00-06:00', customer: 'blue-gate' })
const three = anEntry({ id: idOf(3), at: '2026-11-13T11:00:00-06:00', customer: 'red-jacket' })
const monthFile = (entries: Entry[]) => renderMonth({ month: '2026-11', entries }).bytes

async function aWorldWith(...entries: Entry[]): Promise<StoredWorld & { path: string }> {
  const world = await aStoredWorld()
  for (const add of entries) await world.ctx.journal.change('log', [{ add }])
  return { ...world, path: join(world.home.journal, '2026-11.json') }
}

async function doctor(world: StoredWorld, ...flags: string[]) {
  const exitCode = await world.run('doctor', '--json', ...flags)
  return { exitCode, ...JSON.parse(world.out()) }
}

const foundBy = (result: { findings: { kind: string; file: string; line?: number }[] }) =>
  result.findings.map(({ kind, file, line }) => [kind, file, ...(line ? [line] : [])])

describe('a healthy home', () => {
  it('may hold what was noted and counted of its months', async () => {
    const world = await aWorldWith(one, two)
    await setTimeout(60)
    const disk = diskOf(world.home, world.ctx.files)
    const journal = new FileJournal(disk, new Shelf(disk, 0))
    for (const counting of [FEELINGS, WEEKS]) await journal.counts(counting)
    const kept = (await disk.files.list(world.home.state)).join(' ')
    for (const name of ['index', 'counts.feelings', 'counts.weeks']) expect(kept).toContain(name)
    expect(foundBy(await doctor(world))).toEqual([])
  })

  it.each<[string, Entry[]]>([
    ['that is empty', []],
    ['with entries', [one, two]],
  ])('%s: exit 0, and every folder is named', async (_what, entries) => {
    const world = await aWorldWith(...entries)
    expect(await world.run('doctor')).toBe(0)
    const text = world.out()
    expect(text).toMatch(/^Healthy\n/)
    const { configFolder, data, journal, state, drafts } = world.home
    for (const folder of [configFolder, data, journal, state, drafts])
      expect(text).toContain(folder)
    expect(text).not.toContain('--repair')
    expect(await doctor(world)).toMatchObject({ exitCode: 0, healthy: true, findings: [] })
  })

  it('with a month edited by hand, a draft and hidden files: exit 0, each worth a line', async () => {
    const world = await aWorldWith(one, two)
    writeFileSync(world.path, readFileSync(world.path, 'utf8').replace('wet splitter', 'old cable'))
    const path = await world.ctx.drafts.save({ id: 'd1', savedAt: one.at, answers: { who: 'x' } })
    writeFileSync(join(world.home.journal, '.DS_Store'), '')
    const result = await doctor(world)
    expect([result.exitCode, result.findings]).toEqual([0, []])
    expect(result.remarks.map(({ file }: { file: string }) => file)).toEqual([
      'journal/2026-11.json',
      'state/drafts/d1.json',
    ])
    expect(path).toContain('d1.json')
    await doctor(world, '--repair', '--yes')
    expect(readFileSync(world.path, 'utf8')).toContain('old cable')
  })
})

describe('what is found', () => {
  const merge = (sides: string[]) =>
    `${monthFile([one]).toString().split('\n')[0]}\n${sides.join('\n')}\n]}\n`
  it.each<[string, (world: StoredWorld & { path: string }) => void, unknown[]]>([
    ['an empty month', ({ path }) => writeFileSync(path, ''), ['damaged', 'journal/2026-11.json']],
    [
      'half a month',
      ({ path }) => writeFileSync(path, readFileSync(path).subarray(0, -60)),
      ['damaged', 'journal/2026-11.json', 3],
    ],
    [
      'an unfinished merge',
      ({ path }) => writeFileSync(path, merge(['<<<<<<< a', '=======', '>>>>>>> b'])),
      ['damaged', 'journal/2026-11.json', 2],
    ],
    [
      'a month of a newer afterword',
      ({ path }) =>
        writeFileSync(path, '{"format":"afterword","version":2,"month":"2026-11","entries":[]}'),
      ['newer', 'journal/2026-11.json'],
    ],
    [
      'a folder for a month',
      ({ home }) => mkdirSync(join(home.journal, '2026-12.json')),
      ['foreign', 'journal/2026-12.json'],
    ],
    [
      'a month that is a link out of the folder',
      ({ home }) => symlinkSync('/etc/hostname', join(home.journal, '2026-12.json')),
      ['foreign', 'journal/2026-12.json'],
    ],
    [
      'a file of somebody else’s in the journal',
      ({ home }) => writeFileSync(join(home.journal, 'notes.txt'), 'x', { mode: 0o600 }),
      ['foreign', 'journal/notes.txt'],
    ],
    [
      'a stray file in the state folder',
      ({ home }) => writeFileSync(join(home.state, 'other'), 'x', { mode: 0o600 }),
      ['foreign', 'state/other'],
    ],
    [
      'a copy of the reviews',
      ({ home }) =>
        writeFileSync(join(home.data, 'reviews (conflicted copy).json'), '{}', { mode: 0o600 }),
      ['foreign', 'reviews (conflicted copy).json'],
    ],
    [
      'reviews that are no JSON',
      ({ home }) => writeFileSync(home.reviews, '{\n"version":1,\n?', { mode: 0o600 }),
      ['damaged', 'reviews.json', 3],
    ],
    [
      'settings with an unknown key',
      ({ home }) => writeFileSync(home.config, '{"colour":"red"}', { mode: 0o600 }),
      ['damaged', 'config.json'],
    ],
    [
      'a line of the history that is none',
      ({ home }) => {
        writeFileSync(home.history, `nonsense\n${readFileSync(home.history, 'utf8')}`)
      },
      ['damaged', 'state/history.jsonl', 1],
    ],
    [
      'a draft that is none',
      ({ home }) => {
        mkdirSync(home.drafts, { mode: 0o700 })
        writeFileSync(join(home.drafts, 'd2.json'), '{', { mode: 0o600 })
      },
      ['damaged', 'state/drafts/d2.json'],
    ],
    [
      'a month open to the group',
      ({ path }) => chmodSync(path, 0o640),
      ['open', 'journal/2026-11.json'],
    ],
    [
      'a journal folder open to others',
      ({ home }) => chmodSync(home.journal, 0o755),
      ['open', 'journal'],
    ],
    [
      'a temporary file of a dead writer',
      ({ home }) =>
        writeFileSync(join(home.journal, '.2026-11.json.0123456789ab.tmp'), 'x', { mode: 0o600 }),
      ['left-over', 'journal/.2026-11.json.0123456789ab.tmp'],
    ],
    [
      'the ticket of a dead process',
      ({ home }) => {
        const ticket = { ...identityOf(thisMachine()), pid: 2 ** 22 + 1 }
        writeFileSync(join(home.state, 'lock.4194305.0123456789ab'), JSON.stringify(ticket), {
          mode: 0o600,
        })
      },
      ['left-over', 'state/lock.4194305.0123456789ab'],
    ],
  ])('%s is named, with exit 1 and nothing changed', async (_what, harm, finding) => {
    const world = await aWorldWith(one, two)
    harm(world)
    const before = readdirSync(world.home.data, { recursive: true }).sort()
    const result = await doctor(world)
    expect(result.exitCode).toBe(1)
    expect(foundBy(result)).toContainEqual(finding)
    expect(result.findings).toHaveLength(1)
    expect(await world.run('doctor')).toBe(1)
    expect(world.out().replace(/\s+/g, ' ')).toContain(
      `${finding[1]}${finding[2] ? ` line ${finding[2]}` : ''}: `,
    )
    expect(readdirSync(world.home.data, { recursive: true }).sort()).toEqual(before)
  })

  it.runIf(process.getuid?.() === 0)(
    'a file that belongs to another user, and how to get it back',
    async () => {
      const world = await aWorldWith(one)
      chownSync(world.path, 65534, 65534)
      const result = await doctor(world)
      expect(foundBy(result)).toEqual([['owner', 'journal/2026-11.json']])
      expect(result.findings[0].says).toContain('sudo chown 0')
    },
  )

  it('but not a temporary file of a writer that is still at it', async () => {
    const world = await aWorldWith(one)
    const temp = join(world.home.journal, '.2026-11.json.0123456789ab.tmp')
    writeFileSync(temp, 'x', { mode: 0o600 })
    writeFileSync(world.home.lock, JSON.stringify(identityOf(thisMachine())), { mode: 0o600 })
    expect(foundBy(await doctor(world))).toEqual([])
    const old = Date.now() / 1000 - 120
    utimesSync(temp, old, old)
    expect(foundBy(await doctor(world))).toEqual([
      ['left-over', `journal/.2026-11.json.0123456789ab.tmp`],
    ])
    rmSync(world.home.lock)
  })
})

describe('what --repair mends', () => {
  it('a damaged month: the original is kept aside and named, and the rest is untouched', async () => {
    const world = await aWorldWith(one, two, three)
    const whole = readFileSync(world.path)
    const half = whole.subarray(0, whole.length >> 1)
    writeFileSync(world.path, half)
    const { exitCode, done } = await doctor(world, '--repair')
    expect(exitCode).toBe(0)
    expect(readFileSync(world.path)).toEqual(whole)
    const [aside = ''] = readdirSync(world.home.aside)
    expect(aside).toMatch(/^2026-11\.damaged-20\d\d-.*\.json$/)
    expect(done[0]).toContain(`The original: state/aside/${aside}`)
    expect(done[0]).toContain('2 of them given back by the history; it is as it was last saved')
    expect(readFileSync(join(world.home.aside, aside))).toEqual(half)
    expect(await doctor(world)).toMatchObject({ exitCode: 0, healthy: true })
  })

  it('what no history knows: every entry that can be read is kept, and it says that it cannot prove more', async () => {
    const world = await aWorldWith()
    mkdirSync(world.home.journal, { mode: 0o700 })
    const text = monthFile([one, two, three]).toString()
    writeFileSync(world.path, text.replace('"customer":"blue-gate"', '"customer:"blue-gate"'), {
      mode: 0o600,
    })
    const { done, exitCode } = await doctor(world, '--repair')
    expect(exitCode).toBe(0)
    expect(done[0]).toContain('no sum proves that it is all')
    expect((await world.ctx.journal.read()).map(({ id }) => +id)).toEqual([1, 3])
  })

  it('litter, modes, and lines of the history that cannot be read', async () => {
    const world = await aWorldWith(one, two)
    writeFileSync(join(world.home.journal, '.2026-11.json.0123456789ab.tmp'), 'x', { mode: 0o600 })
    writeFileSync(join(world.home.state, 'lock.9.0123456789ab'), '{}', { mode: 0o600 })
    utimesSync(join(world.home.state, 'lock.9.0123456789ab'), 1, 1)
    chmodSync(world.path, 0o666)
    chmodSync(world.home.journal, 0o777)
    const history = readFileSync(world.home.history, 'utf8')
    writeFileSync(world.home.history, history.replace('\n', '\n{"half\n'))
    expect((await doctor(world)).findings).toHaveLength(5)
    expect(await doctor(world, '--repair')).toMatchObject({ exitCode: 0, findings: [] })
    expect(readFileSync(world.home.history, 'utf8')).toBe(history)
    expect(readdirSync(world.home.journal)).toEqual(['2026-11.json'])
    await world.ctx.journal.undo()
    expect(await world.ctx.journal.read()).toHaveLength(1)
  })

  it('a torn end of the history is worth a line and the next change cuts it', async () => {
    const world = await aWorldWith(one)
    appendFileSync(world.home.history, '{"at":"2026')
    const result = await doctor(world)
    expect([result.exitCode, result.remarks.length]).toEqual([0, 1])
  })
})

const COPIES = [
  ['Dropbox', '2026-11 (laptop’s conflicted copy 2026-11-12).json'],
  ['Nextcloud', '2026-11 (conflicted copy 2026-11-12 101010).json'],
  ['Syncthing', '2026-11.sync-conflict-20261112-101010-ABCDEFG.json'],
  ['iCloud', '2026-11 2.json'],
  ['OneDrive', '2026-11-LAPTOP.json'],
  ['a merge', '2026-11.json.orig'],
]

describe('fault 14: the copy that a sync tool makes after a conflict', () => {
  it.each(COPIES)(
    'of %s is united: both edits stay, the newer of two versions stands',
    async (_tool, name) => {
      const world = await aWorldWith(one, two)
      const edited = { ...one, updatedAt: '2026-11-14T09:00:00Z', tags: ['newer'] }
      const older = { ...two, updatedAt: '2026-11-11T09:00:00Z', summary: 'an older one' }
      const [of] = await world.ctx.journal.read()
      await world.ctx.journal.change('edit', [
        {
          of: of as Entry,
          to: (entry) => ({ ...entry, updatedAt: '2026-11-13T09:00:00Z', tags: ['older'] }),
        },
      ])
      writeFileSync(join(world.home.journal, name), monthFile([edited, older, three]), {
        mode: 0o600,
      })
      await world.run('list', '--json')
      expect(world.ctx.journal.notices().join()).toContain(`journal/${name}`)
      expect(foundBy(await doctor(world))).toEqual([['copy', `journal/${name}`]])
      expect((await doctor(world, '--repair')).exitCode).toBe(0)
      expect(await world.ctx.journal.read()).toEqual([edited, two, three])
      expect(readdirSync(world.home.journal)).toEqual(['2026-11.json'])
      expect(readdirSync(world.home.aside)).toHaveLength(1)
      await world.ctx.journal.undo()
      expect((await world.ctx.journal.read()).map(({ tags }) => tags)).toEqual([
        ['older'],
        undefined,
      ])
    },
  )

  it('keeps both of two versions that are equally new, the second under an id of its own, once', async () => {
    const world = await aWorldWith(one, two)
    const other = { ...one, summary: 'Told on the other laptop' }
    const copy = join(world.home.journal, '2026-11 2.json')
    for (const times of ['once', 'twice']) {
      writeFileSync(copy, monthFile([other, two]), { mode: 0o600 })
      const { done } = await doctor(world, '--repair')
      const entries = await world.ctx.journal.read()
      expect(entries.map(({ summary }) => summary).sort(), times).toEqual(
        [one.summary, two.summary, other.summary].sort(),
      )
      const second = entries.find(({ summary }) => summary === other.summary)
      expect(second).toMatchObject({ customer: one.customer, tags: ['two-versions'] })
      if (times === 'once') expect(done.join()).toContain(`the second is ${second?.id.slice(0, 4)}`)
    }
  })

  it('does not bring back what was removed or changed here since', async () => {
    const world = await aWorldWith(one, two)
    await world.ctx.journal.change('remove', [{ remove: two }])
    await world.ctx.journal.change('edit', [
      { of: one, to: (entry) => ({ ...entry, tags: ['now'] }) },
    ])
    writeFileSync(join(world.home.journal, '2026-11 2.json'), monthFile([one, two]), {
      mode: 0o600,
    })
    await doctor(world, '--repair')
    expect(await world.ctx.journal.read()).toMatchObject([{ id: one.id, tags: ['now'] }])
  })
})

describe('fault 15: the markers that a merge of two laptops leaves', () => {
  const merged = (ours: Entry[], theirs: Entry[]) => {
    const [head, ...rest] = monthFile([one]).toString().trimEnd().split('\n')
    const lines = (entries: Entry[]) => entries.map((entry) => `${JSON.stringify(entry)},`)
    const sides = ['<<<<<<< HEAD', ...lines(ours), '=======', ...lines(theirs), '>>>>>>> laptop']
    return [head, ...sides, ...rest, ''].join('\n')
  }

  it('is reported with the file’s name, and both sides are united by id', async () => {
    const world = await aWorldWith(one, two)
    const newer = { ...two, updatedAt: '2026-11-15T09:00:00Z', tags: ['theirs'] }
    writeFileSync(world.path, merged([two], [newer, three]))
    await expect(world.ctx.journal.read()).rejects.toThrow(
      /journal\/2026-11.json line 2: holds both sides/,
    )
    expect((await doctor(world, '--repair')).exitCode).toBe(0)
    expect(await world.ctx.journal.read()).toEqual([one, newer, three])
  })

  it('keeps both of two sides that are equally new', async () => {
    const world = await aWorldWith(one, two)
    writeFileSync(world.path, merged([two], [{ ...two, summary: 'theirs' }]))
    const { done } = await doctor(world, '--repair')
    expect((await world.ctx.journal.read()).map(({ summary }) => summary).sort()).toEqual(
      [one.summary, two.summary, 'theirs'].sort(),
    )
    expect(done.join()).toContain('both are kept')
  })

  it('lets stay removed what was removed here and not touched there', async () => {
    const world = await aWorldWith(one, two)
    await world.ctx.journal.change('remove', [{ remove: two }])
    writeFileSync(world.path, merged([], [two, three]))
    await doctor(world, '--repair')
    expect(await world.ctx.journal.read()).toEqual([one, three])
  })
})

describe('fault 17: an older version put back by a sync tool', () => {
  async function withOlder() {
    const world = await aWorldWith(one, two)
    const older = readFileSync(world.path)
    await world.ctx.journal.change('log', [{ add: three }])
    const to = (entry: Entry) => ({ ...entry, tags: ['edited'] })
    await world.ctx.journal.change('edit', [{ of: two, to }])
    const newest = readFileSync(world.path)
    writeFileSync(world.path, older)
    return { world, newest }
  }

  it('is told entry by entry; without a terminal nothing is put back unless --yes', async () => {
    const { world, newest } = await withOlder()
    const result = await doctor(world)
    expect(foundBy(result).sort()).toEqual([
      ['lacking', 'journal/2026-11.json'],
      ['older', 'journal/2026-11.json'],
    ])
    expect(JSON.stringify(result.findings)).toContain('lacks red-jacket, 2026-11-13 (0000)')
    expect((await doctor(world, '--repair')).exitCode).toBe(1)
    expect(world.err()).toContain('--yes')
    expect((await doctor(world, '--repair', '--yes')).exitCode).toBe(0)
    expect(readFileSync(world.path)).toEqual(newest)
  })

  it('asks on a terminal, and No leaves it as it is', async () => {
    const { world, newest } = await withOlder()
    const before = readFileSync(world.path)
    for (const [typing, after] of [
      ['n', before],
      ['y', newest],
    ] as const) {
      const asked = await aStoredWorld({ folder: world.home.data, typing: [typing] })
      await asked.run('doctor', '--repair')
      expect(asked.asked).toEqual(['Put these 2 back?'])
      expect(readFileSync(world.path)).toEqual(after)
    }
  })

  it('a whole month that has gone is lacking, too', async () => {
    const world = await aWorldWith(one, two)
    const before = readFileSync(world.path)
    rmSync(world.path)
    expect((await doctor(world)).findings).toHaveLength(2)
    await doctor(world, '--repair', '--yes')
    expect(readFileSync(world.path)).toEqual(before)
  })
})
