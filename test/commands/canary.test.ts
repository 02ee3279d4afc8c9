import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { aFolder, afterword } from '../afterword.ts'
import { aFullEntry } from '../handover/samples.ts'
import { anEntry, idOf } from '../helpers.ts'

// Every private field and every word of a contact that is never to be shared holds a canary. The built program is run
// through every exit there is; nothing that it prints or writes outside of its own store may hold one.

const PRIVATE = {
  emotion: 'miserable',
  display: 'put-on',
  what: 'CANARY-what',
  soWhat: 'CANARY-so-what',
  note: 'CANARY-note',
  secondsToLog: 54_321,
} as const
const CANARY = /CANARY|miserable|put-on|54,?321|climate/i

/** What a scrub has to find: an e-mail, a phone number, a card and an IBAN. */
const DIRT = 'leak@lane.example, 555-867-5309, 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00'
const SCRUBBED = /leak@lane|867-5309|4111 1111|DE89/
const SHORT_DIRT = 'leak@lane.example 555-867-5309'

function openEntry(number: number): Entry {
  return aFullEntry((field) => (/to$|helpedBy|inspiredBy|caseRef/i.test(field) ? 'desk' : 'told'), {
    id: idOf(number),
    at: `2026-11-1${number}T10:00:00-06:00`,
    recordedAt: `2026-11-1${number}T10:05:00-06:00`,
    summary: DIRT,
    tags: [SHORT_DIRT],
    contact: { moment: 'repair', customerWords: DIRT, atStake: DIRT },
    followUp: { status: 'planned', due: '2026-11-16', action: DIRT, note: DIRT, promised: true },
    private: PRIVATE,
    share: undefined,
  })
}

const never = (number: number) =>
  aFullEntry((field) => `CANARY ${field}`.slice(0, 60), {
    id: idOf(number),
    at: `2026-11-1${number - 4}T11:00:00-06:00`,
    customer: 'CANARY-customer',
    followUp: { status: 'planned', due: '2026-11-16', action: 'CANARY action', promised: true },
    private: PRIVATE,
    share: 'never',
  })

const entries = [
  ...[0, 1, 2, 3, 4].map(openEntry),
  ...[5, 6, 7].map(never),
  ...Array.from({ length: 6 }, (_, at) =>
    anEntry({ id: idOf(20 + at), at: '2026-11-13T09:00:00-06:00' }),
  ),
]

function aHome(of: readonly object[]): string {
  const home = aFolder()
  mkdirSync(join(home, 'journal'))
  const month = { format: 'afterword', version: 1, month: '2026-11', entries: of }
  writeFileSync(join(home, 'journal/2026-11.json'), JSON.stringify(month))
  writeFileSync(join(home, 'config.json'), JSON.stringify({ rep: 'alex', neverSay: ['Ann Lane'] }))
  const week = { week: '2026-W46', best: 'CANARY-best', hard: 'CANARY-hard', climate: -2 }
  const day = { date: '2026-11-13', helped: 'CANARY-helped', emotion: 'miserable' }
  writeFileSync(
    join(home, 'reviews.json'),
    JSON.stringify({ version: 1, days: [day], weeks: [week] }),
  )
  return home
}

/** Returns every byte of every file under a folder. */
function allOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'))
    .join('\n')
}

const FORMATS = ['text', 'markdown', 'html', 'csv', 'json'] as const
const REPORTS: readonly (readonly string[])[] = [
  ['today'],
  ['week', '2026-W46'],
  ['month', '2026-11'],
  ['followups'],
  ['customer', 'lantern-street'],
  ...['feelings', 'stories', 'blockers', 'purpose', 'calendar'].map((name) => ['report', name]),
]

/** What leaves by each exit: what is printed, what is said, and every file it writes. */
function left(of: readonly object[], lines: readonly (readonly string[])[]) {
  const [home, out] = [aHome(of), aFolder()]
  const ran = lines.map((argv) =>
    afterword(
      home,
      argv.map((part) => part.replace('OUT', out)),
    ),
  )
  const said = ran.flatMap(({ stdout, stderr }) => [stdout, stderr]).join('\n')
  return { statuses: ran.map(({ status }) => status), said, files: allOf(out) }
}

const EXITS: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ...REPORTS.map(
    (argv) =>
      [
        `${argv.join(' ')}, in five formats to a file and in a pipe`,
        FORMATS.flatMap((format) => [
          [...argv, '--format', format, '--out', `OUT/${format}`],
          ...(format === 'json'
            ? [
                [...argv, '--format', format],
                [...argv, '--plain'],
              ]
            : []),
        ]),
      ] as const,
  ),
  ...['jsonl', 'csv', 'ics'].map(
    (format) =>
      [`export as ${format}`, [['export', '--format', format, '--out', 'OUT/x']]] as const,
  ),
  [
    'show in a pipe',
    [
      ['show', idOf(1)],
      ['show', idOf(1), '--json'],
    ],
  ],
  ['status', [['status'], ['status', '--json']]],
  ['doctor', [['doctor', '--repair'], ['doctor']]],
]

describe('no private word leaves by', () => {
  it.each(EXITS)(
    '%s',
    (_, lines) => {
      const { statuses, said, files } = left(entries, lines)
      expect(statuses.filter((status) => status !== 0)).toEqual([])
      expect(said + files).not.toMatch(CANARY)
    },
    120_000,
  )

  it.each([
    ['handover', '--include', 'private.note'],
    ['edit', idOf(1), '--set', `private.emotion=CANARY`],
    ['edit', idOf(1), '--set', `private.note=${'CANARY '.repeat(400)}`],
    ['show', idOf(5).slice(0, 4), '--debug'],
    ['done', 'nobody', '--debug'],
  ])('an error: %s %s', (...argv) => {
    const { statuses, said } = left(entries, [argv])
    expect(statuses).not.toEqual([0])
    expect(said.replaceAll(argv.join(' '), '')).not.toMatch(/CANARY[- ](?!CANARY)|54,?321/)
  })

  it('an error about a damaged drawer', () => {
    const damaged = { ...openEntry(1), private: { ...PRIVATE, secondsToLog: 'CANARY' } }
    const { statuses, said } = left(
      [damaged],
      [['week', '2026-W46'], ['doctor'], ['list', '--debug']],
    )
    expect(statuses).toEqual([1, 1, 1])
    expect(said).not.toMatch(CANARY)
  })
})

describe('a pack', () => {
  const made = () => {
    const tickable = /Those to tick: (.*)\./.exec(
      left(entries, [['handover', '--include', 'x']]).said,
    )
    const include = tickable?.[1]?.replaceAll(' ', '') ?? ''
    return left(entries, [['handover', '2026-W46', '--yes', '--include', include, '--out', 'OUT']])
  }

  it('holds no private word, as JSON or for people', () => {
    const { statuses, files } = made()
    expect(statuses).toEqual([0])
    expect(files).toContain('afterword-handover')
    expect(files).toContain('# Handover of alex')
    expect(files).not.toMatch(CANARY)
  })

  it('holds summary, action, notes, tags and the customer’s words without what points at somebody', () => {
    const { files } = made()
    for (const field of ['summary', '"action"', '"note"', '"tags"', 'customerWords'])
      expect(files).toContain(field)
    expect(files).toContain('[e-mail], [phone], [card], [iban]')
    expect(files).not.toMatch(SCRUBBED)
  })
})
