import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import { countEntries } from '../../src/model/counts.ts'
import { dayOf } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { Journal } from '../../src/store/journal.ts'
import { MemoryJournal } from '../../src/store/memory-journal.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aJournal } from './store-folder.ts'

const ADAPTERS: [string, () => Journal][] = [
  ['the journal in files', () => aJournal()],
  ['the journal in memory', () => new MemoryJournal()],
]

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => +id)
const on = (number: number, at: string, over: Partial<Entry> = {}) =>
  anEntry({ id: idOf(number), at, recordedAt: at, ...over })

async function* stream(...entries: Entry[]): AsyncGenerator<Entry> {
  yield* entries
}

async function filled(make: () => Journal, ...entries: Entry[]): Promise<Journal> {
  const journal = make()
  await journal.change(
    'log',
    entries.map((add) => ({ add })),
  )
  return journal
}

describe.each(ADAPTERS)('%s', (_name, make) => {
  it('is empty at first', async () => {
    const journal = make()
    expect(await journal.read()).toEqual([])
    expect(await journal.open()).toEqual([])
    expect(await journal.due({})).toEqual([])
    expect(await journal.newest(5)).toEqual([])
    expect(await journal.firstDay()).toBeUndefined()
    expect(await journal.lastRecorded()).toBeUndefined()
    expect(journal.notices()).toEqual([])
    await expect(journal.undo()).rejects.toThrow(/^Nothing to undo/)
  })

  it('reads by the day of the stored offset, oldest instant first, then by id', async () => {
    const journal = await filled(
      make,
      on(4, '2026-12-01T00:30:00+13:00'),
      on(3, '2026-11-30T23:30:00-06:00'),
      on(2, '2026-11-12T10:00:00Z'),
      on(1, '2026-11-12T11:00:00+01:00'),
      on(5, '2025-01-01T08:00:00Z'),
    )
    expect(idsOf(await journal.read())).toEqual([5, 1, 2, 4, 3])
    expect(idsOf(await journal.read({ from: '2026-11-13' }))).toEqual([4, 3])
    expect(idsOf(await journal.read({ from: '2026-11-01', to: '2026-11-30' }))).toEqual([1, 2, 3])
    expect(idsOf(await journal.read({ to: '2026-11-12' }))).toEqual([5, 1, 2])
    expect(idsOf(await journal.read({ from: '2026-12-01', to: '2026-12-01' }))).toEqual([4])
    expect(await journal.read({ from: '2027-01-01' })).toEqual([])
    expect(await journal.firstDay()).toBe('2025-01-01')
  })

  it.each([
    [0, []],
    [1, [3]],
    [2, [4, 3]],
    [3, [2, 4, 3]],
    [9, [5, 1, 2, 4, 3]],
  ])('returns the newest %i across the edges of months', async (count, ids) => {
    const journal = await filled(
      make,
      on(4, '2026-12-01T00:30:00+13:00'),
      on(3, '2026-11-30T23:30:00-06:00'),
      on(2, '2026-11-12T10:00:00Z'),
      on(1, '2026-11-12T11:00:00+01:00'),
      on(5, '2025-01-01T08:00:00Z'),
    )
    expect(idsOf(await journal.newest(count))).toEqual(ids)
  })

  it('knows the entry written down last, whenever it happened', async () => {
    const journal = await filled(
      make,
      on(1, '2026-11-12T10:00:00Z'),
      on(2, '2026-08-01T10:00:00Z', { recordedAt: '2026-11-12T12:00:00+01:00' }),
    )
    expect((await journal.lastRecorded())?.id).toBe(idOf(2))
  })

  it.each([
    [{}, [5, 1, 2, 4, 3, 6]],
    [{ from: '2026-11-13' }, [4, 3, 6]],
    [{ to: '2026-11-30' }, [5, 1, 2, 3]],
  ])('yields the same entries in parts as it reads: %j', async (range, ids) => {
    const journal = await filled(
      make,
      on(4, '2026-12-01T00:30:00+13:00'),
      on(3, '2026-11-30T23:30:00-06:00'),
      on(2, '2026-11-12T10:00:00Z'),
      on(1, '2026-11-12T11:00:00+01:00'),
      on(5, '2025-01-01T08:00:00Z'),
      on(6, '2026-12-24T08:00:00Z'),
    )
    const found: Entry[] = []
    for await (const part of journal.parts(range)) found.push(...part)
    expect(idsOf(found)).toEqual(ids)
    expect(found).toEqual(await journal.read(range))
    const days = { name: 'days', version: 1, namesOf: ({ at }: Entry) => ['all', dayOf(at)] }
    expect(await journal.counts(days, range)).toEqual(countEntries(found, days))
  })

  it('adds very many as one change, nothing twice, and undo takes all of it back', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'))
    const [kept] = await journal.read()
    const coming = [
      on(1, '2026-11-12T10:00:00Z', { summary: 'other words' }),
      on(2, '2026-11-13T10:00:00Z'),
      on(3, '2026-10-01T10:00:00Z'),
      on(2, '2026-09-13T10:00:00Z'),
    ]
    expect(await journal.addAll('import', stream(...coming))).toBe(2)
    expect(await journal.read()).toEqual([coming[2], kept, coming[1]])
    expect(await journal.addAll('import', stream(...coming))).toBe(0)
    const { word, changes } = await journal.undo()
    expect({ word, count: changes.length }).toEqual({ word: 'import', count: 2 })
    expect(await journal.read()).toEqual([kept])
    await journal.undo()
    expect(idsOf(await journal.read())).toEqual([3, 1, 2])
  })

  it('adds nothing where the source fails half-way', async () => {
    const journal = make()
    async function* failing() {
      yield on(1, '2026-11-12T10:00:00Z')
      throw new Refusal('line 2: no')
    }
    await expect(journal.addAll('import', failing())).rejects.toThrow('line 2: no')
    expect(await journal.read()).toEqual([])
    await expect(journal.undo()).rejects.toThrow(/^Nothing to undo/)
  })

  it('finds what is open and what falls due, however long ago it happened', async () => {
    const planned = { status: 'planned', action: 'call', due: '2026-11-20' } as const
    const handoff = { to: 'field team', reason: 'parts', checkBackDue: '2026-11-19' } as const
    const journal = await filled(
      make,
      on(1, '2019-03-01T10:00:00Z', { followUp: planned }),
      on(2, '2026-11-01T10:00:00Z', {
        followUp: { ...planned, status: 'done', completedAt: '2026-11-19T09:00:00Z' },
      }),
      on(3, '2026-11-02T10:00:00Z', { disposition: 'transferred', handoff }),
      on(4, '2026-11-03T10:00:00Z', { felt: { before: 'upset', after: 'upset' } }),
      on(5, '2026-11-04T10:00:00Z'),
    )
    expect(idsOf(await journal.open())).toEqual([1, 3, 4])
    expect(idsOf(await journal.due({ from: '2026-11-20', to: '2026-11-20' }))).toEqual([1, 2])
    expect(await journal.due({ from: '2026-11-21' })).toEqual([])
  })

  it('returns what really changed and stores keys in the order of the schema', async () => {
    const journal = make()
    const { id, at, ...rest } = on(1, '2026-11-12T10:00:00Z')
    const changes = await journal.change('log', [{ add: { ...rest, at, id } as Entry }])
    expect(changes).toEqual([{ after: { id, at, ...rest } }])
    const [stored] = await journal.read()
    expect(Object.keys(stored ?? {}).slice(0, 2)).toEqual(['id', 'at'])
  })

  it('hands an edit the entry as it is now, which may be newer than the one it was read as', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'))
    const [of] = (await journal.read()) as [Entry]
    await journal.change('edit', [{ of, to: (entry) => ({ ...entry, tags: ['first'] }) }])
    const [change] = await journal.change('edit', [
      { of, to: (entry) => ({ ...entry, tags: [...(entry.tags ?? []), 'second'] }) },
    ])
    expect(change?.before?.tags).toEqual(['first'])
    expect((await journal.read())[0]?.tags).toEqual(['first', 'second'])
  })

  it('does every edit of a change or none of them', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'), on(2, '2026-10-12T10:00:00Z'))
    const [first, second] = (await journal.read()) as [Entry, Entry]
    const edits = [
      { remove: first },
      { of: second, to: (entry: Entry) => ({ ...entry, summary: 'x'.repeat(281) }) },
    ]
    await expect(journal.change('edit', edits)).rejects.toThrow(
      'summary has 281 characters; the limit is 280. Nothing changed.',
    )
    expect(await journal.read()).toEqual([first, second])
  })

  it('refuses to change what has been removed meanwhile, and names it', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'))
    const [of] = (await journal.read()) as [Entry]
    await journal.change('remove', [{ remove: of }])
    const late = journal.change('done', [{ of, to: (entry) => entry }])
    await expect(late).rejects.toThrow(Refusal)
    await expect(late).rejects.toThrow(/^lantern-street \(0000\) is no longer in the journal/)
    await expect(journal.change('remove', [{ remove: of }])).rejects.toThrow(/no longer/)
  })

  it('takes the same entry twice for one, and another of the same id for a mistake', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'))
    const again = on(1, '2026-11-12T10:00:00Z')
    expect(await journal.change('log', [{ add: again }])).toEqual([])
    await expect(journal.change('log', [{ add: { ...again, summary: 'other' } }])).rejects.toThrow(
      /belongs to another entry/,
    )
    expect(await journal.read()).toHaveLength(1)
  })

  it('moves an entry whose day is changed, and finds it there again', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'), on(2, '2026-11-13T10:00:00Z'))
    const [of] = (await journal.read()) as [Entry]
    await journal.change('edit', [
      { of, to: (entry) => ({ ...entry, at: '2026-10-01T10:00:00Z' }) },
    ])
    expect(idsOf(await journal.read({ to: '2026-10-31' }))).toEqual([1])
    expect(idsOf(await journal.read({ from: '2026-11-01' }))).toEqual([2])
    await journal.change('edit', [{ of, to: (entry) => ({ ...entry, tags: ['moved'] }) }])
    expect((await journal.read())[0]?.tags).toEqual(['moved'])
  })

  it('undoes the last change, and an undo too, over any number of months', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'), on(2, '2026-10-12T10:00:00Z'))
    const before = await journal.read()
    const [second, first] = before as [Entry, Entry]
    await journal.change('edit', [
      { remove: second },
      { of: first, to: (entry) => ({ ...entry, at: '2026-09-01T10:00:00Z' }) },
      { add: on(3, '2026-12-01T10:00:00Z') },
    ])
    const after = await journal.read()
    expect(idsOf(after)).toEqual([1, 3])
    expect((await journal.undo()).word).toBe('edit')
    expect(await journal.read()).toEqual(before)
    expect((await journal.undo()).word).toBe('undo')
    expect(await journal.read()).toEqual(after)
    const undone = await journal.undo()
    expect(undone.word).toBe('undo')
    expect(undone.changes).toHaveLength(3)
    expect(await journal.read()).toEqual(before)
  })

  it('hands out copies: what a caller does to them changes nothing', async () => {
    const journal = await filled(make, on(1, '2026-11-12T10:00:00Z'))
    const [entry] = (await journal.read()) as [Entry]
    entry.summary = 'spoilt'
    await journal.change('edit', [
      {
        of: entry,
        to: (current) => {
          current.felt.after = 'upset'
          return { ...current, felt: { before: 'upset', after: 'happy' } }
        },
      },
    ])
    const { changes } = await journal.undo()
    expect(changes[0]?.after?.felt).toEqual({ before: 'neutral', after: 'satisfied' })
    expect((await journal.read())[0]?.summary).not.toBe('spoilt')
  })

  it('stores any customer name and any text as it was typed', async () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      '../../etc/x',
      'CON',
      '日本',
      '👩‍🚀',
      '-rf',
      '.',
    ]
    const texts = ['\u001b[2J', 'a\r\nb\u2028c', '"quoted\\', '<script>', '\u202e', ' padded ']
    const entries = names.map((customer, index) =>
      on(index, '2026-11-12T10:00:00Z', { customer, summary: texts[index % texts.length] ?? '' }),
    )
    const journal = await filled(make, ...entries)
    expect(await journal.read()).toEqual(entries)
  })
})
