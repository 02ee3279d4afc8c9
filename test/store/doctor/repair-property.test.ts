import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/model/entry.ts'
import { inspect } from '../../../src/store/doctor/inspect.ts'
import { repair } from '../../../src/store/doctor/repair.ts'
import type { Home } from '../../../src/store/home.ts'
import { anEntry, idOf } from '../../helpers.ts'
import { aDisk, aFolder, aHome, aJournal, MEMORY } from '../store-folder.ts'

const RUNS = process.env.AFTERWORD_TEST_LONG === '1' ? 100 : 10
const MONTH = '2026-11'
const pathOf = (home: Home) => join(home.journal, `${MONTH}.json`)

type Act =
  | { readonly act: 'add'; readonly day: number; readonly text: string }
  | { readonly act: 'edit' | 'remove' | 'move' | 'undo'; readonly which: number }

const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: addition() },
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constantFrom('edit' as const, 'remove' as const, 'move' as const, 'undo' as const),
        which: fc.nat(99),
      }),
    },
  ),
  { minLength: 2, maxLength: 18 },
)

function addition() {
  return fc.record({
    act: fc.constant('add' as const),
    day: fc.integer({ min: 1, max: 28 }),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `x${text}`),
  })
}

/** Lives through the history and returns the home; November ends with at least two entries. */
async function lived(history: readonly Act[]): Promise<Home> {
  const home = aHome(aFolder(MEMORY))
  const journal = aJournal(home)
  let number = 0
  const add = (day: number, summary: string) => {
    const at = `${MONTH}-${String(day).padStart(2, '0')}T10:00:00Z`
    return journal.change('log', [
      { add: anEntry({ id: idOf(++number), at, recordedAt: at, summary }) },
    ])
  }
  for (const step of history)
    if (step.act === 'add') await add(step.day, step.text)
    else await alter(step.act, step.which)
  await add(3, 'always there')
  await add(20, 'always there, too')
  return home

  async function alter(act: 'edit' | 'remove' | 'move' | 'undo', which: number) {
    const entries = await journal.read()
    const of = entries[which % Math.max(1, entries.length)]
    if (of === undefined) return
    if (act === 'undo') return void (await journal.undo())
    if (act === 'remove') return void (await journal.change('remove', [{ remove: of }]))
    const to = (entry: Entry): Entry =>
      act === 'move'
        ? { ...entry, at: entry.at.replace('-11-', '-10-') }
        : { ...entry, updatedAt: '2026-11-29T10:00:00Z', tags: [`n${which}`] }
    await journal.change('edit', [{ of, to }])
  }
}

type Damage = (bytes: Buffer, seed: number) => Buffer

const linesOf = (bytes: Buffer) => bytes.toString('utf8').split('\n')

const DAMAGES: [string, Damage][] = [
  [
    'a flipped bit',
    (bytes, seed) => {
      const damaged = Buffer.from(bytes)
      const bit = seed % (bytes.length * 8)
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return damaged
    },
  ],
  [
    'a deleted line',
    (bytes, seed) => {
      const lines = linesOf(bytes)
      return Buffer.from(lines.toSpliced(seed % (lines.length - 1), 1).join('\n'))
    },
  ],
  ['half its bytes', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['its second half', (bytes) => bytes.subarray(bytes.length >> 1)],
  ['nothing but zeros', (bytes) => Buffer.alloc(bytes.length)],
  [
    'conflict markers around both sides',
    (bytes, seed) => {
      const lines = linesOf(bytes)
      const from = 1 + (seed % (lines.length - 3))
      const side = lines.slice(from, -2)
      const both = ['<<<<<<< HEAD', ...side, '=======', ...side.slice(1), '>>>>>>> laptop']
      return Buffer.from([...lines.slice(0, from), ...both, ...lines.slice(-2)].join('\n'))
    },
  ],
  [
    'conflict markers, the first line among what differs',
    (bytes) => {
      const [head = '', ...rest] = linesOf(bytes)
      const other = head.replace(/sha256:[0-9a-f]{8}/, 'sha256:00000000')
      const both = ['<<<<<<< HEAD', head, '||||||| base', '{}', '=======', other, '>>>>>>> laptop']
      return Buffer.from([...both, ...rest].join('\n'))
    },
  ],
]

describe('doctor --repair gives back the month of the day before', () => {
  it.each(DAMAGES)('after %s, byte for byte', async (_name, damage) => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(1_000_000), async (history, seed) => {
        const home = await lived(history)
        const before = readFileSync(pathOf(home))
        const damaged = damage(before, seed)
        writeFileSync(pathOf(home), damaged)
        const disk = aDisk({ home })
        const found = await inspect(disk)
        expect(found.findings.map(({ file }) => file)).toContain(`journal/${MONTH}.json`)
        await repair(disk, found, true)
        expect(readFileSync(pathOf(home), 'utf8')).toBe(before.toString('utf8'))
        expect((await inspect(disk)).findings).toEqual([])
      }),
      { numRuns: RUNS, verbose: true },
    )
  })
})
