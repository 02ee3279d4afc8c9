import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { ENCRYPTED } from '../encrypted.ts'
import { anyEntry } from '../exchange/any-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'

const line = (over: object) => `${JSON.stringify({ ...anEntry(), ...over })}\n`

async function imported(input: string, ...argv: string[]) {
  const world = await aWorld({ input, entries: [anEntry({ id: idOf(50) })] })
  const code = await world.run('import', '-', ...argv)
  const entries = (await world.journal.read()).filter(({ id }) => id !== idOf(50))
  return { code, entries, out: world.out(), err: world.err(), world }
}

const TICKETS = [
  'Requester;Created;Subject;No;Via',
  'ada;2026-11-12 09:30;"Cannot log in;\nagain";17;Phone',
  'björn;2026-11-13 10:00;Two bills;18;email',
].join('\r\n')
const MAP = [
  '--map',
  'who=Requester,at=Created,summary=Subject,ref=No,channel=Via',
  '-e',
  'resolved',
]

describe('import of JSON', () => {
  it('takes lines, and says what came in and how to undo it', async () => {
    const { code, entries, err, world } = await imported(
      line({ id: idOf(1) }) + line({ id: idOf(2) }),
    )
    expect({ code, ids: entries.map(({ id }) => id) }).toEqual({ code: 0, ids: [idOf(1), idOf(2)] })
    expect(err).toBe('Imported 2 entries.   undo: afterword undo\n')
    expect(await world.run('undo')).toBe(0)
    expect(await world.journal.read()).toHaveLength(1)
  })

  it('takes an array, and entries that say only what another program knows', async () => {
    const { id: _id, rep: _rep, recordedAt: _at, ...bare } = anEntry()
    const { code, entries } = await imported(
      JSON.stringify([bare, { ...bare, customer: 'ada' }], null, 2),
    )
    expect(code).toBe(0)
    expect(entries.map(({ customer, rep }) => [customer, rep])).toEqual(
      expect.arrayContaining([
        ['lantern-street', 'me'],
        ['ada', 'me'],
      ]),
    )
  })

  it('takes nothing where one row is refused, and names each by its line', async () => {
    const cross = { felt: { before: 'cross', after: 'neutral' } }
    const { code, entries, err } = await imported(
      `${line({ id: idOf(1) }) + line({ id: idOf(2), ...cross })}{"id":\n`,
    )
    expect({ code, entries }).toEqual({ code: 1, entries: [] })
    expect(err).toContain('2 of 3 rows cannot be taken, so nothing was imported:')
    expect(err).toMatch(/ {2}line 2: felt\.before is "cross"/)
    expect(err).toMatch(/ {2}line 3: is not JSON/)
  })

  it('lists the first twenty refused rows and counts the others', async () => {
    const { err } = await imported('{"x":1}\n'.repeat(33))
    expect(err.match(/^ {2}line \d+:/gm)).toHaveLength(20)
    expect(err).toContain('  and 13 more\n')
  })

  it('takes nothing twice, and says what differs', async () => {
    const first = line({ id: idOf(1) }) + line({ id: idOf(2) })
    const world = await aWorld({ input: first })
    await world.run('import', '-')
    const again = await aWorld({
      entries: await world.journal.read(),
      input: first + line({ id: idOf(1) }) + line({ id: idOf(3) }),
    })
    await again.run('import', '-')
    expect(again.err()).toBe('Imported 1 entry. 3 known already.   undo: afterword undo\n')
    const other = await aWorld({
      entries: await world.journal.read(),
      input: line({ id: idOf(2), summary: 'other words' }),
    })
    expect(await other.run('import', '-')).toBe(0)
    expect(other.err()).toContain(
      'Imported 0 entries. 1 in the journal with other words, left as they are there (line 1).',
    )
    expect((await other.journal.read()).map(({ summary }) => summary)).not.toContain('other words')
  })

  it('writes nothing with --dry-run, and counts in JSON with --json', async () => {
    const dry = await imported(line({ id: idOf(1) }), '--dry-run', '--json')
    expect(dry.entries).toEqual([])
    expect(dry.err).toBe('1 entry would come in. Nothing was written.\n')
    expect(JSON.parse(dry.out)).toEqual({
      import: 'stdin',
      dryRun: true,
      read: 1,
      added: 1,
      known: 0,
      differing: 0,
      notTaken: 0,
      rejected: 0,
      faults: [],
    })
    const bad = await imported('{"x":1}\n', '--json')
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toMatchObject({
      added: 0,
      rejected: 1,
      faults: [{ where: 'line 1' }],
    })
  })

  it.each([
    ['nothing', '', 0, /stdin is empty/],
    ['half a file', line({ id: idOf(1) }).slice(0, 90), 1, /line 1: is not JSON/],
    ['half an array', '[{"id":"1"},\n{"id":', 1, /is not finished/],
    [
      'a key that reaches a prototype',
      '{"__proto__":{"x":1}}',
      1,
      /__proto__ is a name afterword refuses/,
    ],
    ['a deep one', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 1, /nested more than 20/],
    [
      'a month of a journal',
      '{"format":"afterword","version":1,"entries":[]}',
      1,
      /is a month of a journal/,
    ],
    ['a handover', '{\n  "format": "afterword-handover"}', 1, /afterword team add/],
    ['binary', '\u0000\u0001\u0002', 2, /What the columns mean is not known/],
  ])('%s', async (_name, input, code, says) => {
    const result = await imported(input)
    expect(result.err).toMatch(says)
    expect({ code: result.code, entries: result.entries }).toEqual({ code, entries: [] })
  })

  it.each([
    [['--map', 'who=X'], /are for CSV, and this is JSON/],
    [['--max-size', 'big'], /--max-size "big" is not a whole number of MB/],
  ])('%j ends with 2', async (argv, says) => {
    const { code, err } = await imported(line({ id: idOf(1) }), ...argv)
    expect(code).toBe(2)
    expect(err).toMatch(says)
  })
})

describe('import of CSV', () => {
  it('takes the columns as told, and remembers them by the header', async () => {
    const { code, entries, world } = await imported(`\uFEFF${TICKETS}`, ...MAP)
    expect(code).toBe(0)
    expect(entries).toMatchObject([
      {
        at: '2026-11-12T09:30:00-06:00',
        customer: 'ada',
        channel: 'phone',
        contact: { caseRef: '17' },
      },
      {
        at: '2026-11-13T10:00:00-06:00',
        customer: 'björn',
        channel: 'email',
        felt: { before: 'unknown' },
      },
    ])
    expect(entries[0]?.summary).toBe('Cannot log in;\nagain')
    expect(await world.run('import', '-', '-e', 'resolved')).toBe(0)
    expect(world.err()).toBe(
      'The columns as last time: --map "who=Requester,at=Created,summary=Subject,ref=No,channel=Via"\nImported 0 entries. 2 known already.\n',
    )
  })

  it('still knows a row when the clock has moved on, and leaves one that was changed since', async () => {
    const { entries } = await imported(TICKETS, ...MAP)
    const [first, second] = entries
    const world = await aWorld({
      now: '2026-12-24T12:00:00-06:00',
      input: TICKETS,
      entries: [first, { ...second, felt: { before: 'angry', after: 'relieved' } }] as never,
    })
    await world.run('import', '-', ...MAP)
    expect(world.err()).toContain(
      'Imported 0 entries. 1 known already. 1 in the journal with other words',
    )
  })

  it('gives what was passed on a day to look back at', async () => {
    const { entries } = await imported(TICKETS, ...MAP.slice(0, 2), '-e', 'escalated')
    expect(entries.map(({ handoff }) => handoff)).toEqual([
      { to: 'unknown', reason: 'other', checkBackDue: '2026-11-13' },
      { to: 'unknown', reason: 'other', checkBackDue: '2026-11-16' },
    ])
  })

  it.each([
    [
      'zendesk',
      'Id,Subject,Requester,Created at,Status,Via\n7,Cannot log in,Ada,2026-11-12 09:30,Solved,Web form\n',
      { channel: 'ticket', disposition: 'resolved', contact: { caseRef: '7' } },
    ],
    [
      'hubspot',
      'Ticket ID,Ticket name,Create date,Ticket status,Associated Contact\n7,Cannot log in,2026-11-12 09:30,Waiting on us,Ada (ada@example.org)\n',
      { channel: 'ticket', disposition: 'pending-us', customer: 'Ada' },
    ],
  ])('knows the columns of %s', async (preset, input, expected) => {
    const { code, entries } = await imported(input, '--preset', preset)
    expect(code).toBe(0)
    expect(entries).toMatchObject([expected])
    const guess = await imported(input)
    expect(guess.err).toContain(`--preset ${preset}`)
  })

  it.each([
    [
      'no word on the columns',
      TICKETS,
      [],
      2,
      /What the columns mean is not known: Requester, Created, Subject, No, Via\./,
    ],
    ['a missing column', TICKETS, ['--map', 'who=Requester,at=When'], 2, /no column When/],
    [
      'columns that say too little',
      TICKETS,
      ['--map', 'who=Requester'],
      2,
      /do not say: when it was .*; what happened .*; the channel .*; how it ended/,
    ],
    [
      'both ways',
      TICKETS,
      ['--map', 'who=Requester', '--preset', 'zendesk'],
      2,
      /give one of them/,
    ],
    ['an unknown preset', TICKETS, ['--preset', 'pigeon'], 2, /not one of: zendesk, hubspot/],
    [
      'a row to come',
      TICKETS.replace('11-13', '12-13'),
      MAP,
      1,
      /line 4: at is 2026-12-13T10:00:00-06:00, which is still to come/,
    ],
    [
      'a channel off the list',
      TICKETS.replace('email', 'pigeon'),
      MAP,
      1,
      /line 4: channel is "pigeon"/,
    ],
    ['half a file', TICKETS.slice(0, -9), MAP, 1, /line 4: has 3 cells where the header has 5/],
    ['an open quote', `${TICKETS}\r\nx;"y`, MAP, 1, /line 5: opens a quote that is never closed/],
    ['our own without columns', 'id,felt.before\n1,angry\n', [], 1, /The CSV has no columns at, /],
  ])('%s', async (_name, input, argv, code, says) => {
    const result = await imported(input, ...argv)
    expect(result.err).toMatch(says)
    expect({ code: result.code, entries: result.entries }).toEqual({ code, entries: [] })
  })
})

describe("import of jrnl's JSON", () => {
  const jrnl = JSON.stringify({
    tags: { '@farm': 1 },
    entries: [
      {
        title: 'The mare went to the vet.',
        body: 'By wire.',
        date: '2026-11-12',
        time: '16:40',
        tags: ['@farm', '@vet'],
        starred: false,
      },
      {
        title: 'A quiet day.',
        body: '',
        date: '2026-07-01',
        time: '09:00',
        tags: [],
        starred: true,
      },
    ],
  })

  it('comes in with tags and dates right, and its star is mentioned', async () => {
    const world = await aWorld({ input: jrnl })
    expect(await world.run('import', '-')).toBe(0)
    expect(await world.journal.read()).toMatchObject([
      { at: '2026-07-01T09:00:00-06:00', summary: 'A quiet day.' },
      { at: '2026-11-12T16:40:00-06:00', tags: ['farm', 'vet'], private: { note: 'By wire.' } },
    ])
    expect(world.err()).toContain('entry 2: its star has no place here')
    await world.run('import', '-')
    expect(world.err()).toContain('Imported 0 entries. 2 known already.')
  })

  it('keeps the hour of the wall clock in the zone of the settings', async () => {
    const [home, path] = [aFolder(), join(aFolder(), 'jrnl.json')]
    writeFileSync(path, jrnl)
    afterword(home, ['config', 'timeZone', 'Europe/Stockholm'])
    expect(afterword(home, ['import', path]).status).toBe(0)
    const times = JSON.parse(afterword(home, ['list', '--json']).stdout).map(
      ({ at }: { at: string }) => at,
    )
    expect(times).toEqual(['2026-07-01T09:00:00+02:00', '2026-11-12T16:40:00+01:00'])
  })

  it('refuses a body that is too long rather than cut it', async () => {
    const { code, err } = await imported(
      JSON.stringify({
        entries: [
          { title: 't', body: 'x'.repeat(2001), date: '2026-11-12', time: '16:40', tags: [] },
        ],
      }),
    )
    expect(code).toBe(1)
    expect(err).toMatch(/entry 1: private\.note has 2001 characters/)
  })
})

describe('the round trip', () => {
  it.each(['jsonl', 'csv'])('of %s is byte-identical', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 6 }),
        async (entries) => {
          const from = await aWorld({ entries })
          await from.run('export', '--format', format)
          const out = from.out()
          const to = await aWorld({ input: out })
          expect(await to.run('import', '-'), to.err()).toBe(0)
          await to.run('export', '--format', format)
          expect(to.out()).toBe(out)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('holds between two journals on disk, through a pipe and a file', () => {
    const [home, folder] = [aFolder(), aFolder()]
    afterword(home, CONTACT)
    afterword(home, [
      'log',
      '=1+1 "quoted"',
      '-w',
      'björn',
      '-c',
      'phone',
      '-f',
      'neu:sat',
      '-e',
      'resolved',
      '--tag',
      'a;b',
    ])
    for (const name of ['a.jsonl', 'a.csv']) {
      const [other, path] = [aFolder(), join(folder, name)]
      afterword(home, ['export', '--out', path])
      expect(afterword(other, ['import', path]).stderr).toContain('Imported 2 entries.')
      const format = name.slice(2)
      expect(afterword(other, ['export', '--format', format]).stdout).toBe(
        readFileSync(path, 'utf8'),
      )
      expect(
        afterword(home, ['import', '-'], { input: readFileSync(path, 'utf8') }).stderr,
      ).toContain('Imported 0 entries. 2 known already.')
    }
  })
})

it('does not bring back who was forgotten', () => {
  const [home, folder] = [aFolder(), aFolder()]
  const path = join(folder, 'a.jsonl')
  afterword(home, CONTACT)
  afterword(home, ['export', '--out', path])
  const later = { AFTERWORD_NOW: '2026-11-19T12:00:00-06:00' }
  expect(afterword(home, ['forget', 'lantern-street', '--yes'], { env: later }).status).toBe(0)
  const { status, stderr } = afterword(home, ['import', path], { env: later })
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: 'Imported 0 entries. 1 not taken, of somebody who was forgotten.\n',
  })
  expect(afterword(home, ['list', '--json']).stdout).toBe('[]\n')
})

describe('files that cannot come in', () => {
  it.each([
    ['a folder', 'there', /is a folder/],
    ['no file', 'nowhere.csv', /There is no file .*nowhere\.csv/],
    ['a packed file', 'packed.gz', /is compressed with gzip/],
    ['a file that is too large', 'large.csv', /larger than 1 MB.*--max-size/],
  ])('%s', (_name, file, says) => {
    const [home, folder] = [aFolder(), aFolder()]
    mkdirSync(join(folder, 'there'))
    writeFileSync(join(folder, 'packed.gz'), Buffer.from([0x1f, 0x8b, 8, 0]))
    writeFileSync(join(folder, 'large.csv'), 'a,b\n'.repeat(300_000))
    const { status, stderr } = afterword(home, ['import', join(folder, file), '--max-size', '1'])
    expect(stderr).toMatch(says)
    expect(status).toBe(1)
    expect(existsSync(join(home, 'journal'))).toBe(false)
  })

  it('reads Latin-1 and says so', () => {
    const [home, path] = [aFolder(), join(aFolder(), 'latin.csv')]
    writeFileSync(path, Buffer.from(TICKETS, 'latin1'))
    const { status, stderr } = afterword(home, ['import', path, ...MAP])
    expect(status).toBe(0)
    expect(stderr).toContain('was read as Latin-1')
    expect(afterword(home, ['list', '--who', 'björn', '--json']).stdout).toContain('Two bills')
  })

  it.skipIf(ENCRYPTED)('leaves nothing behind but the journal and what undoes it', () => {
    const [home, path] = [aFolder(), join(aFolder(), 'tickets.csv')]
    writeFileSync(path, TICKETS)
    afterword(home, ['import', path, ...MAP])
    const found = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort()
    expect(found).toEqual([
      'journal',
      'journal/2026-11.json',
      'state',
      'state/columns.json',
      'state/history.jsonl',
      'state/status',
    ])
  })
})
