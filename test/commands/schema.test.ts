import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fortnight } from '../../src/demo/fortnight.ts'
import { checkEntry, type Entry } from '../../src/model/entry.ts'
import { fieldNames } from '../../src/model/fields-of-entry.ts'
import { labelOf } from '../../src/pages/labels.ts'
import { NOW } from '../afterword.ts'
import { aFullEntry } from '../full-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { changedAt, groupsIn, judgeBy, schemaFor } from '../json-schema.ts'
import { days, journals, RUNS, SEED } from '../reports/random-journal.ts'
import { aWorld, type WorldOptions } from '../world.ts'
import { canTell, REPORTS, runIn } from './every-report.ts'

const full = aFullEntry((field) => `words for ${field}`)
describe('schema of an entry', async () => {
  const schema = await schemaFor()
  const judge = judgeBy(schema)

  it('takes the barest entry, the fullest one, and the demo', () => {
    for (const entry of [anEntry(), full, ...fortnight(NOW).entries])
      expect(judge(entry)).toEqual([])
  })

  it.each(groupsIn(full).map((path) => [path.join('.') || 'the entry', path]))(
    'refuses a field it does not know in %s',
    (_, path) => {
      const more = changedAt(full, path as string[], (group) => Object.assign(group, { x: 1 }))
      expect(judge(more)).toEqual([expect.stringContaining('additional')])
    },
  )

  it.each(Object.keys(anEntry()))('refuses an entry without %s', (key) => {
    const { [key as keyof Entry]: _, ...rest } = anEntry()
    expect(judge(rest)).toEqual([expect.stringContaining(key)])
  })

  it('names every field in the words people read', () => {
    const text = JSON.stringify(schema)
    const labels = fieldNames().filter((name) => labelOf(name) !== name)
    expect(labels.length).toBeGreaterThan(60)
    for (const name of labels)
      expect(text).toContain(`"description":${JSON.stringify(labelOf(name))}`)
    expect(schema).toMatchObject({
      properties: { felt: { properties: { before: { description: 'Came in' } } } },
    })
  })

  it.each<[string, unknown, boolean]>([
    ['280 characters outside the basic plane', { summary: '𝒶'.repeat(280) }, true],
    ['281 of them', { summary: '𝒶'.repeat(281) }, false],
    ['an empty text', { summary: '' }, false],
    ['a text of spaces', { summary: ' \u00a0\t' }, false],
    ['a word off the list', { channel: 'pigeon' }, false],
    ['a day that does not exist', { followUp: { status: 'planned', due: '2026-02-30' } }, false],
    ['a time without seconds', { at: '2026-11-12T10:00-06:00' }, false],
    ['a time with a fraction', { at: '2026-11-12T10:00:00.5-06:00' }, false],
    ['an id with a letter it has not', { id: '7k3q0000000u' }, false],
    ['a number over its limit', { contact: { effort: 8 } }, false],
    ['half a minute', { contact: { minutes: 0.5 } }, false],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }, false],
    ['an empty list', { care: { extraSteps: [] } }, true],
    ['a status off the list', { followUp: { status: 'waiting' } }, false],
    ['share: always', { share: 'always' }, false],
    ['thanks without a name', { meaning: { recognition: [{ direction: 'given' }] } }, false],
  ])('agrees with the check about %s', (_, over, fits) => {
    const entry = { ...anEntry(), ...(over as Partial<Entry>) }
    expect([checkEntry(entry).ok, judge(entry).length === 0]).toEqual([fits, fits])
  })

  it(`agrees with the check about random entries (seed ${SEED})`, () => {
    fc.assert(
      fc.property(journals, (journal) => {
        for (const entry of journal)
          expect([entry, judge(entry).length === 0]).toEqual([entry, checkEntry(entry).ok])
      }),
      RUNS,
    )
  })
})

const demo = fortnight(NOW)
const purpose = {
  line: 'Nobody waits alone',
  own: [{ text: 'I fix what holds', since: '2026-01-01' }],
}
const { share: _never, ...shareable } = full
const JOURNALS: readonly (readonly [string, WorldOptions])[] = [
  ['an empty journal', {}],
  ['one entry', { entries: [anEntry()] }],
  ['the fullest entry', { entries: [full, { ...shareable, id: idOf(1) }], settings: { purpose } }],
  ['the demo', demo],
]

describe.each(REPORTS)('schema --report %s', async (name, argv) => {
  const judge = judgeBy(await schemaFor('--report', name))
  const figuresOf = async (options: WorldOptions, line = argv) => {
    const { code, out, err } = await runIn(options, [...line, '--json'])
    expect([code, err]).toEqual([0, expect.not.stringContaining('afterword:')])
    return JSON.parse(out)
  }

  const told = JOURNALS.filter(([, { entries }]) => canTell(argv, entries))

  it.each(told)('fits what is printed of %s', async (_, options) => {
    expect(judge(await figuresOf(options))).toEqual([])
  })

  it(`fits what is printed of random journals (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(journals, days, async (entries, today) => {
        const options = { entries, now: `${today}T12:00:00-06:00` }
        fc.pre(canTell(argv, entries))
        expect(judge(await figuresOf(options))).toEqual([])
      }),
      RUNS,
    )
  })

  it('refuses a key more, wherever it stands, and a key less', async () => {
    const figures = await figuresOf(demo)
    const groups = groupsIn(figures)
    expect(groups.length).toBeGreaterThan(0)
    for (const path of groups) {
      const more = changedAt(figures, path, (group) => Object.assign(group, { x: 'extra' }))
      expect([path, judge(more)]).not.toEqual([path, []])
    }
    const [first = []] = groups
    const needed = keysOf(figures, first).filter((key) => !OPTIONAL.has(key))
    for (const key of needed) {
      const less = changedAt(figures, first, (group) => Reflect.deleteProperty(group, key))
      expect([key, judge(less)]).toEqual([key, [expect.stringContaining(key)]])
    }
  })
})

const OPTIONAL = new Set(
  'purpose intention listed change finding trend best yearAgo grid line own triedBefore from to due action'.split(
    ' ',
  ),
)

function keysOf(value: unknown, path: readonly string[]): string[] {
  return Object.keys(
    path.reduce((at, key) => (at as Record<string, object>)[key] as object, value as object),
  )
}

it('names the reports it knows when it does not know one', async () => {
  for (const typed of ['wek', '__proto__', 'toString']) {
    const world = await aWorld()
    expect(await world.run('schema', '--report', typed)).toBe(2)
    expect(world.err()).toContain(
      `"${typed}" is not one of: today, week, month, followups, customer, feelings, stories, blockers, purpose, calendar, team`,
    )
    expect(world.out()).toBe('')
  }
})
