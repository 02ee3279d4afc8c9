import { describe, expect, it } from 'vitest'
import { entryOf } from '../../src/exchange/csv-entry.ts'
import { type Candidate, readCandidates } from '../../src/exchange/csv-map.ts'
import { mapColumns, mapPreset } from '../../src/exchange/csv-mapping.ts'
import { PRESETS, type Preset } from '../../src/exchange/csv-presets.ts'
import { openCsv } from '../../src/exchange/csv-table.ts'
import { readTime } from '../../src/exchange/csv-time.ts'
import { formatRejected, type Reading } from '../../src/exchange/reading.ts'
import { all, inChunks } from './streams.ts'

const ZONE = '+01:00'
const defaults = { rep: 'me', now: '2026-11-13T08:00:00+01:00', channel: 'ticket' } as const

async function candidates(csv: string, map: string, zone = ZONE) {
  const table = await openCsv(inChunks(csv))
  return all(readCandidates(table, mapColumns(map, table.header), zone))
}

async function preset(name: string, csv: string): Promise<Reading<Candidate>[]> {
  const table = await openCsv(inChunks(csv))
  return all(readCandidates(table, mapPreset(PRESETS.get(name) as Preset, table.header), ZONE))
}

describe('a mapping', () => {
  const header = ['Requester', 'Created', 'Created, UTC', 'Topic', 'Topic2', 'Topic2']

  it('finds columns by name, case aside, commas in a name included', () => {
    const mapping = mapColumns('who=requester, at=Created, UTC,summary=Topic', header)
    expect(mapping.map(({ field, at }) => [field.name, at])).toEqual([
      ['customer', 0],
      ['at', 2],
      ['summary', 3],
    ])
  })

  it.each([
    [
      'who=Kunde,at=When',
      'no columns Kunde, When. It has: Requester, Created, Created, UTC, Topic',
    ],
    ['who=Kunde', 'no column Kunde.'],
    ['mood=Topic', '"mood" is not a field a column can fill'],
    ['id=Topic', '"id" is not a field a column can fill'],
    ['who', '"who" is not NAME=COLUMN'],
    ['who=', '"who=" is not NAME=COLUMN'],
    ['__proto__=Topic', '"__proto__" is not'],
    ['who=Topic,customer=Requester', 'fills customer from two columns'],
    ['summary=Topic2', 'two columns called "Topic2"'],
  ])('refuses %j', (typed, reason) => {
    expect(() => mapColumns(typed, header)).toThrow(reason)
    expect(() => mapColumns(typed, header)).toThrow(expect.objectContaining({ exitCode: 2 }))
  })

  it('refuses a preset whose columns are not there', () => {
    expect(() => mapPreset(PRESETS.get('zendesk') as Preset, ['Id', 'Subject'])).toThrow(
      'no columns Requester, Created at or Requested. It has: Id, Subject.',
    )
  })
})

describe('a time in a cell', () => {
  it.each([
    ['2026-11-12T10:00:00+01:00', '2026-11-12T10:00:00+01:00'],
    ['2026-11-12T23:30:00Z', '2026-11-13T00:30:00+01:00'],
    ['2026-11-12T09:00:00.123Z', '2026-11-12T10:00:00+01:00'],
    ['2026-11-12 09:00:00 UTC', '2026-11-12T10:00:00+01:00'],
    ['2026-11-12 09:00 -0600', '2026-11-12T16:00:00+01:00'],
    ['2026-11-12 16:40', '2026-11-12T16:40:00+01:00'],
    ['2026-11-12 9:05', '2026-11-12T09:05:00+01:00'],
    [' 2026-11-12T16:40:05 ', '2026-11-12T16:40:05+01:00'],
    ['2026-11-12', '2026-11-12T00:00:00+01:00'],
  ])('reads %j', (cell, at) => {
    expect(readTime(cell, ZONE)).toMatchObject({ at })
  })

  it.each([
    ['2026-02-30 10:00'],
    ['2026-11-12 24:00'],
    ['2026-11-12 10:61'],
    ['0000-01-01'],
    ['11/12/2026 10:00'],
    ['2026-11-12T10:00+99:00'],
    ['yesterday'],
    ['2026-11-12 10:00 please'],
  ])('refuses %j and never rolls over', (cell) => {
    expect(typeof readTime(cell, ZONE)).toBe('string')
  })

  it('takes the offset in force on the day, and refuses an hour the clocks skip', () => {
    expect(readTime('2026-07-01 10:00', 'Europe/Stockholm')).toMatchObject({
      at: '2026-07-01T10:00:00+02:00',
    })
    expect(readTime('2026-03-29 02:30', 'Europe/Stockholm')).toContain('does not exist')
  })
})

describe('rows by a mapping', () => {
  const csv = [
    'Requester;Created;Topic;Via;Mood;No',
    'lan;2026-11-12 10:00;"two\r\nlines";On Site;furious;17',
    ';2026-11-12 11:00;;fax;surprised;18',
    'lan;2026-11-12',
  ].join('\r\n')
  const map = 'who=Requester,at=Created,summary=Topic,channel=Via,before=Mood,ref=No'

  it('say what is known, what is missing and what does not fit', async () => {
    const [first, second, third] = await candidates(csv, map)
    expect(first).toMatchObject({
      ok: true,
      where: 'line 2',
      value: { missing: ['felt.after', 'disposition'], faults: [] },
    })
    expect(first?.ok && Object.fromEntries(first.value.known)).toEqual({
      customer: 'lan',
      at: '2026-11-12T10:00:00+01:00',
      summary: 'two\r\nlines',
      channel: 'on-site',
      'felt.before': 'angry',
      'contact.caseRef': '17',
    })
    expect(second?.ok && second.value.missing).toEqual([
      'customer',
      'channel',
      'summary',
      'felt.before',
      'felt.after',
      'disposition',
    ])
    expect(second?.ok && second.value.faults).toEqual([
      expect.stringContaining('channel is "fax", not one of: phone'),
      expect.stringContaining('felt.before is "surprised", not a word on the list'),
    ])
    expect(third).toMatchObject({ ok: false, where: 'line 5' })
  })

  it('make entries: feelings unknown, a nameless customer anon, nothing promised', async () => {
    const rows = await candidates(
      'When,What\n2026-11-12 10:00,Sold a lamp\n',
      'at=When,summary=What',
    )
    const made = entryOf(rows[0] as Reading<Candidate>, { ...defaults, disposition: 'resolved' })
    expect(made).toMatchObject({
      ok: true,
      value: {
        at: '2026-11-12T10:00:00+01:00',
        recordedAt: defaults.now,
        customer: 'anon',
        channel: 'ticket',
        felt: { before: 'unknown', after: 'unknown' },
        followUp: { status: 'not-needed' },
        disposition: 'resolved',
      },
    })
  })

  it.each([
    ['no ending', 'When,What\n2026-11-12 10:00,x\n', {}, 'disposition is missing'],
    [
      'no summary',
      'When,What\n2026-11-12 10:00,\n',
      { disposition: 'resolved' },
      'summary is missing',
    ],
    [
      'a time to come',
      'When,What\n2026-11-14 10:00,x\n',
      { disposition: 'resolved' },
      'still to come',
    ],
    [
      'a summary over its limit',
      `When,What\n2026-11-12 10:00,${'x'.repeat(281)}\n`,
      { disposition: 'resolved' },
      'summary has 281 characters; the limit is 280',
    ],
    [
      'a broken time',
      'When,What\n2026-02-30,x\n',
      { disposition: 'resolved' },
      'at is "2026-02-30"',
    ],
  ] as const)('make no entry of a row with %s', async (_name, text, over, reason) => {
    const [row] = await candidates(text, 'at=When,summary=What')
    const made = entryOf(row as Reading<Candidate>, { ...defaults, ...over })
    expect(made.ok ? '' : formatRejected(made)).toMatch(/^line 2: /)
    expect(made.ok ? '' : formatRejected(made)).toContain(reason)
  })

  it('get the same id again: by case number and time, else by who, when and what, in any zone', async () => {
    const idsOf = async (text: string, map: string, zone = ZONE) =>
      (await candidates(text, map, zone)).flatMap((row) => (row.ok ? [row.value.id] : []))
    const byRef = 'ref=No,at=When,summary=What'
    const [once, later] = await idsOf(
      'No,When,What\n1,2026-11-12 10:00,a\n1,2026-11-13 10:00,a\n',
      byRef,
    )
    expect(once).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
    expect(later).not.toBe(once)
    expect(await idsOf('No,When,What\n1,2026-11-12 10:00,reworded\n', byRef, '-06:00')).toEqual([
      once,
    ])
    const bare = 'at=When,summary=What'
    const [a, b] = await idsOf('When,What\n2026-11-12 10:00,a\n2026-11-12 10:00,b\n', bare)
    expect(a).not.toBe(b)
    expect(await idsOf('What,When\na,2026-11-12 10:00\n', bare, '-06:00')).toEqual([a])
  })
})

describe('presets', () => {
  it('read a Zendesk ticket export', async () => {
    const [row] = await preset(
      'zendesk',
      [
        '"Summation column","Id","Requester","Requester email","Subject","Tags","Status","Priority","Via","Created at","Solved at"',
        '"1","4821","Lantern Street","x@y.example","Line drops at dusk","wet_splitter roof","Solved","High","Mail","2026-11-12 10:04","2026-11-12 12:00"',
      ].join('\r\n'),
    )
    expect(row?.ok && Object.fromEntries(row.value.known)).toEqual({
      customer: 'Lantern Street',
      at: '2026-11-12T10:04:00+01:00',
      summary: 'Line drops at dusk',
      'contact.caseRef': '4821',
      tags: ['wet_splitter', 'roof'],
      disposition: 'resolved',
      channel: 'email',
    })
  })

  it('read a HubSpot ticket export, and leave addresses behind', async () => {
    const [row, bare] = await preset(
      'hubspot',
      [
        'Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Ticket owner,Source,Associated Contact',
        '991,Invoice twice,Support,Waiting on contact,2026-11-12 15:17,Me,Form,"Jo Field (jo@x.example);Ann (a@y.example)"',
        '992,Invoice again,Support,Triage,2026-11-12 15:20,Me,Phone,',
      ].join('\n'),
    )
    expect(row?.ok && Object.fromEntries(row.value.known)).toEqual({
      customer: 'Jo Field',
      at: '2026-11-12T15:17:00+01:00',
      summary: 'Invoice twice',
      'contact.caseRef': '991',
      disposition: 'pending-customer',
      channel: 'ticket',
    })
    expect(bare?.ok && bare.value.missing).toContain('customer')
    expect(bare?.ok && bare.value.faults).toEqual([
      expect.stringContaining('disposition is "Triage"'),
    ])
  })
})
