import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import type { Reviews } from '../../src/model/review.ts'
import { aFolder } from '../afterword.ts'
import { aFullEntry } from '../full-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { FORMATS, REPORTS, runIn } from './every-report.ts'

const LINE = 'Private words and entries never to be shared are left out here.'

const DRAWER = {
  emotion: 'passionate',
  display: 'put-on',
  what: 'canary-what',
  soWhat: 'canary-so-what',
  note: 'canary-note',
  secondsToLog: 54_321,
} as const

/** The contact everybody may hear of, but for its drawer; it has what every report asks for. */
const open = (at: string, number: number) =>
  aFullEntry((field) => `told-${field}`, {
    id: idOf(number),
    at,
    recordedAt: at,
    customer: 'lantern-street',
    felt: { before: 'angry', after: 'grateful', basis: 'guess' },
    followUp: { status: 'planned', action: 'ring them', due: '2026-11-17', promised: true },
    share: undefined,
    private: DRAWER,
  })

/** The same, never to be shared: every free text of it is a canary. */
const never = (at: string, number: number, customer = 'canary-never-customer') =>
  aFullEntry((field) => `canary-never-${field}`, {
    id: idOf(number),
    at,
    recordedAt: at,
    customer,
    felt: { before: 'angry', after: 'upset' },
    followUp: {
      status: 'planned',
      action: 'canary-never-action',
      due: '2026-11-18',
      promised: true,
    },
    share: 'never',
    private: DRAWER,
  })

const unhappy = (over: Partial<Entry>): Entry =>
  anEntry({ felt: { before: 'angry', after: 'upset' }, ...over })

const entries: readonly Entry[] = [
  open('2026-11-12T10:00:00-06:00', 1),
  never('2026-11-12T11:00:00-06:00', 2),
  unhappy({
    id: idOf(3),
    at: '2026-11-13T10:00:00-06:00',
    share: 'never',
    customer: 'canary-never-unhappy',
  }),
  never('2026-11-13T11:00:00-06:00', 8, 'lantern-street'),
  open('2026-11-18T09:00:00-06:00', 4),
  never('2026-11-18T10:00:00-06:00', 5),
  open('2025-11-18T09:00:00-06:00', 6),
  never('2025-11-18T10:00:00-06:00', 7),
]

/** Enough plain contacts beside them for a week to be summed up. */
const enough = Array.from({ length: 12 }, (_, i) =>
  anEntry({ id: idOf(100 + i), at: `2026-11-${i % 2 ? '11' : '18'}T08:0${i % 10}:00-06:00` }),
)

const reviews: Reviews = {
  version: 1,
  days: ['2026-11-12', '2026-11-18'].map((date) => ({ date, emotion: 'miserable' as const })),
  weeks: ['2026-W45', '2026-W46', '2026-W47'].map((week) => ({
    week,
    best: 'canary-best',
    hard: 'canary-hard',
    tryNext: 'ask first',
    climate: -2,
  })),
}

/** What must never be read elsewhere: the drawer, the private parts of a review, and what is never shared. */
const CANARIES = [
  ...Object.values(DRAWER).map(String),
  'canary',
  'miserable',
  'climate',
  'How it left you',
  '"own"',
]

const found = (text: string) => CANARIES.filter((canary) => text.includes(canary))

/** Feelings quotes nobody: its figures are whole everywhere, and only its page says what pages always say. */
const linesIn = (report: string, format: string) =>
  report === 'feelings' && ['csv', 'json', 'plain'].includes(format) ? 0 : 1

const JOURNALS = [
  ['few', entries],
  ['enough', [...entries, ...enough]],
] as const

describe.each(JOURNALS)('with %s contacts', (_, journal) => {
  const world = { entries: journal, reviews }

  describe.each(REPORTS)('%s', (name, argv) => {
    it.each(FORMATS)(
      'as %s in a pipe tells nothing private, and says so',
      async (format, flags) => {
        const { code, out, err } = await runIn(world, [...argv, ...flags])
        expect([code, found(out + err)]).toEqual([0, []])
        expect((out + err).split(LINE)).toHaveLength(linesIn(name, format) + 1)
      },
    )

    it.each(FORMATS.filter(([format]) => format !== 'text'))(
      'as %s on a terminal tells nothing private either, and says so',
      async (format, flags) => {
        const { out, err } = await runIn({ ...world, terminal: true }, [...argv, ...flags])
        expect(found(out + err)).toEqual([])
        expect((out + err).split(LINE)).toHaveLength(linesIn(name, format) + 1)
      },
    )

    it.each(FORMATS)('as %s in a file, from a terminal, too', async (format, flags) => {
      const folder = aFolder()
      const line = [...argv, ...flags, '--out', `${folder}/`]
      const { code, out, err } = await runIn({ ...world, terminal: true }, line)
      const [file = 'none'] = readdirSync(folder)
      const text = readFileSync(join(folder, file), 'utf8')
      expect([code, out, found(text + err)]).toEqual([0, '', []])
      expect((text + err).split(LINE)).toHaveLength(linesIn(name, format) + 1)
    })
  })
})

/** What each report shows of it on the terminal, where R18 allows it. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  today: ['canary-never-customer', 'canary-never-action'],
  week: ['canary-so-what', 'canary-never-unhappy', 'canary-never-meaning.story.headline'],
  month: ['canary-so-what', 'canary-never-unhappy', 'canary-never-obstacles.learned'],
  followups: ['canary-never-unhappy', 'canary-never-customer', 'canary-never-action'],
  customer: ['canary-never-summary', 'canary-never-action'],
  feelings: [],
  stories: ['canary-never-meaning.story.headline', 'canary-never-care.inspiredBy'],
  blockers: ['canary-never-obstacles.note', 'canary-never-obstacles.supportWanted'],
  purpose: ['canary-never-contact.atStake', 'canary-never-meaning.values'],
  calendar: ['How it left you'],
}

it('somebody of whom nothing may be told is not named away from the terminal', async () => {
  const only = { entries: [never('2026-11-12T11:00:00-06:00', 2)] }
  for (const [, flags] of FORMATS) {
    const { code, out, err } = await runIn(only, ['customer', 'canary', ...flags])
    expect([code, out, found(err)]).toEqual([1, '', []])
    expect(err).toContain('marked share: never')
  }
  const { code, out } = await runIn({ ...only, terminal: true }, ['customer', 'canary'])
  expect([code, out.split('\n')[0]]).toEqual([0, 'canary-never-customer'])
})

describe('on the terminal', () => {
  it.each(REPORTS)('%s quotes all of it, and no line says otherwise', async (name, argv) => {
    const world = { entries: [...entries, ...enough], reviews, terminal: true }
    const { out, err } = await runIn(world, argv)
    for (const canary of SEEN[name] ?? ['no row']) expect(out).toContain(canary)
    expect(out + err).not.toContain(LINE)
  })

  it.each([
    [['show', 'last', '--json']],
    [['list', '--json']],
    [['list']],
    [['edit', 'last', '--tag', 'later', '--json']],
    [['done', 'lantern', '--json']],
    [['later', 'lantern', 'fri', '--json']],
    [['drop', 'lantern', 'moved', 'away', '--json']],
    [
      [
        'log',
        'x',
        ...'-w x -c phone -f neu:neu -e resolved --set private.note=canary --json'.split(' '),
      ],
    ],
    [['export', '--format', 'jsonl']],
    [['export', '--format', 'csv']],
  ])('%j opens no drawer, and says so where it prints one', async (argv) => {
    const only = { entries: entries.slice(0, 1) }
    for (const terminal of [false, true]) {
      const { code, out, err } = await runIn({ ...only, terminal }, argv)
      expect([code, found(out + err)]).toEqual([0, []])
      if (argv.includes('--json'))
        expect(err).toContain('What is private is shown on a terminal only')
    }
  })

  it('show opens the drawer; in a pipe it says that it does not', async () => {
    const only = { entries: entries.slice(0, 1) }
    const { out } = await runIn({ ...only, terminal: true }, ['show', 'last'])
    for (const canary of Object.values(DRAWER)) expect(out).toContain(String(canary))
    const piped = await runIn(only, ['show', 'last'])
    expect(found(piped.out)).toEqual([])
    expect(piped.out).toContain('told-contact.atStake')
    expect(piped.err).toContain('on a terminal only')
  })
})
