import { parse } from 'csv-parse/sync'
import fastStringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import type { Reviews } from '../../src/model/review.ts'
import type { Settings } from '../../src/model/settings.ts'
import { aFullEntry } from '../full-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { judgeBy, schemaFor } from '../json-schema.ts'
import { LIVE } from '../render/hostile.ts'
import type { WorldOptions } from '../world.ts'
import { canTell, FORMATS, REPORTS, runIn } from './every-report.ts'

const TODAY = '2026-11-18T09:00:00-06:00'
const SCRIPTS = [
  '山田商店の回線が夜だけ切れる',
  'مكتب البريد שלום 12',
  '🦊👩‍🚒 fox 🇸🇪',
  'x'.repeat(40),
  '__proto__',
] as const
const MARKUP = [
  '<script>alert(1)</script>',
  '"><img onerror=alert(1) src=x>',
  '=HYPERLINK("evil","x")',
] as const

/** Returns so many entries, each on its own minute, half of them of this week and half of the one before. */
function many(count: number, over: (i: number) => Partial<Entry>): Entry[] {
  return Array.from({ length: count }, (_, i) => {
    const day = i % 2 ? '18' : String(9 + (i % 5)).padStart(2, '0')
    const minute = String(i % 60).padStart(2, '0')
    const at = `2026-11-${day}T${i % 2 ? '09' : '10'}:${minute}:00-06:00`
    return anEntry({ id: idOf(i), at, recordedAt: at, ...over(i) })
  })
}

/** Returns the fullest entries, of today, of last week and of a year ago, with the texts in turn in every free field, and reviews and settings like them. */
function everywhere(...texts: readonly [string, ...string[]]): WorldOptions {
  let turn = 0
  const next = () => texts[turn++ % texts.length] ?? texts[0]
  const full = (id: number, at: string, over: Partial<Entry>) =>
    aFullEntry(next, { id: idOf(id), at, recordedAt: at, share: undefined, ...over })
  const due = (day: string) => ({
    followUp: {
      status: 'planned',
      action: next(),
      due: day,
      promised: true,
      note: next(),
    } as const,
  })
  const handoff = { to: next(), reason: 'skill', checkBackDue: '2026-11-13' } as const
  const angry = { felt: { before: 'angry', after: 'upset' } } as const
  const glad = { felt: { before: 'angry', after: 'grateful' } } as const
  const weeks = ['2026-W45', '2026-W46', '2026-W47'].map((week) => ({
    week,
    tryNext: next(),
    tried: 'partly' as const,
    triedNote: next(),
    best: next(),
    hard: next(),
    question: next(),
    answer: next(),
  }))
  const reviews: Reviews = { version: 1, days: [], weeks }
  const settings: Settings = {
    rep: next(),
    purpose: { line: next(), own: [{ text: next(), since: '2026-01-01' }] },
    values: [...texts],
  }
  const days = ['2026-11-12T09:00:00-06:00', TODAY, '2025-11-18T09:00:00-06:00']
  const entries = days.flatMap((at, i) => [
    full(10 * i + 1, at, { ...glad, ...due('2026-11-13') }),
    full(10 * i + 2, at, { ...angry, followUp: { status: 'not-needed' }, handoff: undefined }),
    full(10 * i + 3, at, { ...glad, ...due('2026-11-18'), handoff }),
    full(10 * i + 4, at, { ...angry, ...due('2026-11-19'), handoff }),
    full(10 * i + 5, at, { ...glad, ...due('2026-12-01'), handoff }),
  ])
  return { entries, reviews, settings }
}

const OFFSETS = ['+05:30', '-05:00', 'Z'] as const

const JOURNALS: readonly (readonly [string, WorldOptions])[] = [
  ['an empty journal', {}],
  ['one entry', { entries: [anEntry({ at: TODAY })] }],
  [
    'every feeling unknown',
    { entries: many(30, () => ({ felt: { before: 'unknown', after: 'unknown' } })) },
  ],
  [
    'three time zones',
    {
      entries: many(30, (i) => ({
        at: `2026-11-${9 + (i % 10)}T23:30:00${OFFSETS[i % 3]}`.replace('-9T', '-09T'),
      })),
    },
  ],
  [
    '200 entries, half of them of nobody',
    {
      entries: many(200, (i) => ({
        customer: i % 4 < 2 ? 'anon' : `customer-${i}`,
        felt: { before: i % 3 ? 'angry' : 'neutral', after: i % 5 ? 'grateful' : 'upset' },
      })),
    },
  ],
  ['names and words of every script', everywhere(...SCRIPTS)],
  ['markup and formulas everywhere', everywhere(...MARKUP)],
  [
    'a private note of 2,000 characters',
    {
      entries: many(12, (i) => ({
        private: { note: `${'n'.repeat(1990)}${i}`, soWhat: 'w'.repeat(600) },
      })),
    },
  ],
]

/** What no reader should meet: a value that was never turned into words. */
const UNTOLD = /undefined|\bNaN\b|\bnull\b|\[object|Infinity/
const LONG = 'n'.repeat(100)

/** Returns a report without the control characters that belong to its format. */
function withoutOwnSigns(format: string, out: string): string {
  if (format === 'csv') return out.replaceAll('\r\n', '\n')
  return format === 'plain' ? out.replaceAll('\t', ' ') : out
}

/** What must hold of a report's text in each format, whatever the journal holds. */
const READS_WELL: Readonly<
  Record<string, (out: string, judge: (value: unknown) => string[]) => void>
> = {
  text: (out) => {
    expect(out).toMatch(/^\S.*\n$/s)
    const wide = out.split('\n').filter((line) => fastStringWidth(line) > 80)
    expect(wide).toEqual([])
  },
  markdown: (out) => {
    expect(out).toMatch(/^# \S/)
    // What stands between backticks is code to type, shown as it is.
    expect(out.replace(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)<(script|img)/)
  },
  html: (out) => {
    expect(out).toMatch(/^<!doctype html>/i)
    expect(out).not.toMatch(/<script|<img|<pre|https?:/)
    expect(out).toMatch(/<\/html>\s*$/)
  },
  csv: (out) => {
    const rows = parse(out) as string[][]
    expect(rows[0]).toEqual(['report', 'figure', 'group', 'k', 'n', 'low', 'high', 'note'])
    for (const row of rows) {
      expect(row).toHaveLength(8)
      for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]/)
    }
  },
  plain: (out) => {
    const widths = out
      .split('\n')
      .filter(Boolean)
      .map((row) => row.split('\t').length)
    expect(new Set(widths).size).toBeLessThanOrEqual(1)
  },
  json: (out, judge) => {
    expect(judge(JSON.parse(out))).toEqual([])
  },
}

describe.each(REPORTS)('%s', async (name, argv) => {
  const judge = judgeBy(await schemaFor('--report', name))

  const told = JOURNALS.filter(([, { entries }]) => canTell(argv, entries))

  describe.each(told)('of %s', (_, journal) => {
    it.each(FORMATS)('reads well as %s and lets nothing through', async (format, flags) => {
      // Only the text is another one on a terminal.
      for (const terminal of format === 'text' ? [false, true] : [false]) {
        const { code, out, err } = await runIn({ ...journal, terminal }, [...argv, ...flags])
        expect([code, err.includes('fault')]).toEqual([0, false])
        READS_WELL[format]?.(out, judge)
        expect(withoutOwnSigns(format, out)).not.toMatch(LIVE)
        if (format !== 'json' && format !== 'html') expect(out).not.toMatch(UNTOLD)
        expect(out + err).not.toContain(LONG)
      }
    })
  })
})

describe('a customer', () => {
  it.each([
    ['never seen', 'nobody', 'Nobody called "nobody"'],
    ['who is nobody', 'anon', 'anon is nobody'],
    ['meant by a beginning of two', 'lan', '"lan" fits 2 customers'],
  ])('%s has no history', async (_, typed, says) => {
    const entries = ['lantern-street', 'lane-end', 'anon'].map((customer, i) =>
      anEntry({ id: idOf(i), customer }),
    )
    const { code, out, err } = await runIn({ entries }, ['customer', typed])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(says)
  })
})

describe('a period', () => {
  const across = ['2026-12-29', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map(
    (day, i) => anEntry({ id: idOf(i), at: `${day}T10:00:00-06:00`, customer: `day-${day}` }),
  )

  it.each([
    ['2026-W53', 'Week 53, 28 Dec-3 Jan', 4],
    ['2027-W01', 'Week 1, 4-10 Jan', 1],
  ])('%s holds the days of its week across the year', async (week, days, entries) => {
    const world = { entries: across, now: '2027-01-20T12:00:00-06:00' }
    const { out } = await runIn(world, ['week', week, '--json'])
    expect(JSON.parse(out)).toMatchObject({ period: { name: week }, entries })
    const text = (await runIn(world, ['week', week])).out
    expect(text.split('\n')[0]).toContain(days)
  })

  it('across two months is one week', async () => {
    const entries = ['2026-11-30', '2026-12-01', '2026-12-06'].map((day, i) =>
      anEntry({ id: idOf(i), at: `${day}T10:00:00-06:00` }),
    )
    const { out } = await runIn({ entries, now: '2026-12-10T12:00:00-06:00' }, [
      'week',
      'last',
      '--json',
    ])
    expect(JSON.parse(out)).toMatchObject({ period: { name: '2026-W49' }, entries: 3 })
  })

  it.each(FORMATS)('in the future is empty and no fault, as %s', async (format, flags) => {
    const { code, out } = await runIn({ entries: across }, ['week', '2030-W10', ...flags])
    expect(code).toBe(0)
    if (format === 'json')
      expect(JSON.parse(out)).toMatchObject({ entries: 0, noticing: [expect.any(String)] })
    if (format === 'text') expect(out).toMatch(/^Week 10, 4-10 Mar 2030/)
  })

  it.each(['2026-W54', '2027-W53', '2026-W00', '2026-13', 'sometime'])(
    '%s does not exist and is refused',
    async (typed) => {
      const { code, out, err } = await runIn({}, ['week', typed])
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(typed)
    },
  )
})
