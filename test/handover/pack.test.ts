import { describe, expect, it } from 'vitest'
import { readInclude } from '../../src/handover/classes.ts'
import { contactHash } from '../../src/handover/codes.ts'
import { makePack, NOT_FOR, type Pack } from '../../src/handover/pack.ts'
import { checksum, formatPack, packName } from '../../src/handover/pack-file.ts'
import { preview } from '../../src/handover/preview.ts'
import { readPack } from '../../src/handover/read-pack.ts'
import { readable } from '../../src/handover/readable.ts'
import type { Entry } from '../../src/model/entry.ts'
import { monthPeriod } from '../../src/model/period.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aFullEntry, aHandover, SECRET } from './samples.ts'

const ID = '7k3q0000000a'

/** Everything that leaves for these entries, as one text. */
function exits(entries: Parameters<typeof aHandover>[0], over = {}): string {
  const handover = aHandover(entries, { due: entries, ...over })
  const pack = makePack(handover)
  return formatPack(pack) + readable(pack)
}

describe('what never leaves', () => {
  const canary = (field: string) => `CANARY-${field}`

  it('is every private field, whatever is ticked', () => {
    const entry = aFullEntry(canary)
    const text = exits([entry])
    expect(text).toContain('CANARY-summary')
    expect(text).not.toMatch(/CANARY-private|miserable|put-on|8642|felt-unpleasant/)
    for (const time of [entry.id, 'T10:00', 'T10:05', 'T11:00', 'T09:00', 'T09:30', 'recordedAt'])
      expect(text).not.toContain(time)
  })

  it('is everything in an entry marked share: never, its counts too', () => {
    const refused = aFullEntry(canary, {
      share: 'never',
      felt: { before: 'angry', after: 'upset' },
    })
    const handover = aHandover([refused], { due: [refused] })
    expect(exits([refused])).not.toContain('CANARY')
    expect(makePack(handover).counts[0]).toEqual({
      week: '2026-W46',
      entries: 0,
      leftUnhappyNothingPlanned: 0,
      outOfSight: 0,
      followUps: { due: 0, onTime: 0, late: 0, overdue: 0 },
    })
    expect(preview(handover).refused).toEqual([{ id: ID, day: '2026-11-12' }])
    expect(JSON.stringify(preview(handover))).not.toContain('CANARY')
  })

  it.each([undefined, 'private' as const])('is a story for %s', (share) => {
    const entry = aFullEntry(canary)
    const story = { headline: 'CANARY-told', lesson: 'CANARY-learnt', ...(share && { share }) }
    const meaning = { ...entry.meaning, story }
    expect(exits([{ ...entry, meaning }])).not.toMatch(/CANARY-(told|learnt)/)
  })

  it('is what no class was given to, should a file hold it', () => {
    const entry = { ...anEntry(), mood: 'CANARY', care: { mood: 'CANARY' } } as Entry
    expect(exits([entry])).not.toContain('CANARY')
  })

  it('is what was not ticked: the coded fields alone say no word of it', () => {
    const text = exits([aFullEntry(canary)], { include: [] })
    const told = [...text.matchAll(/CANARY-([\w.]+)/g)].map(([, field]) => field)
    expect(new Set(told)).toEqual(
      new Set([
        'handoff.to',
        'obstacles.supportWanted',
        'meaning.story.headline',
        'meaning.story.lesson',
      ]),
    )
    expect(text).not.toMatch(/lantern/i)
  })

  const DIRT =
    'ann@canary.example 555-867-5309 4111 1111 1111 1111 DE89 3704 0044 0532 0130 00 Ann Berg'
  it('is an address, a number or a name in any text of the entry', () => {
    const text = exits([aFullEntry(() => DIRT)], { neverSay: ['Ann Berg'] })
    expect(text).toContain('[e-mail]')
    expect(text).not.toMatch(/canary\.example|867|4111|DE89|3704|Ann|Berg/)
  })

  it('is the name of a customer, in the texts too', () => {
    const entry = aFullEntry(() => 'Lantern Street called again')
    expect(exits([entry])).not.toMatch(/lantern/i)
    expect(makePack(aHandover([entry])).entries[0]?.summary).toBe('[customer] called again')
  })
})

describe('a pack', () => {
  const entries = [
    anEntry({ id: idOf(1), customer: 'lantern-street' }),
    anEntry({ id: idOf(2), customer: 'anon' }),
    anEntry({ id: idOf(3), customer: 'deck-jo' }),
    anEntry({ id: idOf(4), customer: 'lantern-street' }),
  ]

  it('numbers customers in order of appearance, and nobody stays nobody', () => {
    const codes = makePack(aHandover(entries)).entries.map(({ customer }) => customer)
    expect(codes).toEqual(['C1', 'anon', 'C2', 'C1'])
  })

  it('follows a customer over weeks with keyed codes that no other rep shares', () => {
    const codesOf = (secret: string) =>
      makePack(aHandover(entries, { codes: 'keyed', secret })).entries.map((each) => each.customer)
    expect(codesOf(SECRET)[0]).toMatch(/^K[0-9a-f]{16}$/)
    expect(codesOf(SECRET)).toEqual(codesOf(SECRET))
    expect(codesOf(SECRET)[0]).toBe(codesOf(SECRET)[3])
    expect(codesOf('f'.repeat(32))[0]).not.toBe(codesOf(SECRET)[0])
  })

  it('gives one contact one hash in every pack of the rep', () => {
    const other = makePack(
      aHandover(entries, { exportId: idOf(9), period: monthPeriod('2026-11-12') }),
    )
    const hashes = makePack(aHandover(entries)).entries.map(({ hash }) => hash)
    expect(other.entries.map(({ hash }) => hash)).toEqual(hashes)
    expect(hashes[0]).toBe(contactHash(idOf(1), SECRET))
    expect(hashes[0]).not.toBe(contactHash(idOf(1), 'f'.repeat(32)))
  })

  it('refuses to work without a secret', () => {
    expect(() => makePack(aHandover(entries, { secret: 'short' }))).toThrow(/secret/)
  })

  it('holds whole weeks: a month is the weeks whose Thursday lies in it', () => {
    const pack = makePack(aHandover(entries, { period: monthPeriod('2026-11-12') }))
    expect(pack.period).toEqual({ name: '2026-11', from: '2026-11-02', to: '2026-11-29' })
    expect(pack.counts.map(({ week }) => week)).toEqual([
      '2026-W45',
      '2026-W46',
      '2026-W47',
      '2026-W48',
    ])
  })

  it('refuses a day', () => {
    const day = { name: '2026-11-12', from: '2026-11-12', to: '2026-11-12' }
    expect(() => makePack(aHandover(entries, { period: day }))).toThrow(/whole weeks/)
  })

  it('counts what only the journal can tell', () => {
    const planned = { status: 'planned', due: '2026-11-13' } as const
    const done = { status: 'done', due: '2026-11-13' } as const
    const unhappy = { before: 'angry', after: 'angry' } as const
    const week = [
      anEntry({ id: idOf(1), felt: unhappy }),
      anEntry({ id: idOf(2), felt: unhappy, followUp: planned }),
      anEntry({ id: idOf(3), followUp: { ...done, completedAt: '2026-11-13T23:00:00-06:00' } }),
      anEntry({ id: idOf(4), followUp: { ...done, completedAt: '2026-11-14T01:00:00-06:00' } }),
      anEntry({
        id: idOf(5),
        handoff: { to: 'tier two', reason: 'skill', checkBackDue: '2026-11-13' },
      }),
    ]
    const before = anEntry({ id: idOf(6), at: '2026-11-02T10:00:00Z', followUp: planned })
    const [counts] = makePack(aHandover(week, { due: [...week, before] })).counts
    expect(counts).toEqual({
      week: '2026-W46',
      entries: 5,
      leftUnhappyNothingPlanned: 1,
      outOfSight: 1,
      followUps: { due: 4, onTime: 1, late: 1, overdue: 2 },
    })
  })

  it.each([
    ['alex', 'handover-alex-2026-W46'],
    ['../../etc/x', 'handover-etc-x-2026-W46'],
    ['Åsa Öst', 'handover-Åsa-Öst-2026-W46'],
    ['..', 'handover-rep-2026-W46'],
  ])('of %j has a file name of its own', (rep, name) => {
    expect(packName(makePack(aHandover(entries, { rep })))).toBe(name)
  })

  it('holds what closing a week led to, scrubbed, only where that is ticked', () => {
    const tryNext = [{ week: '2026-W46', text: 'Ring ann@example.com first' }]
    const entries = [anEntry({ at: '2026-11-12T10:00:00-06:00' })]
    const made = makePack(aHandover(entries, { tryNext }))
    expect(made.tryNext).toEqual([{ week: '2026-W46', text: 'Ring [e-mail] first' }])
    expect(readPack(formatPack(made), 'x.json')).toEqual(made)
    expect(readable(made)).toContain('> 2026-W46, to try next: Ring \\[e-mail\\] first')
    expect(makePack(aHandover(entries, { tryNext, include: [] }))).not.toHaveProperty('tryNext')
  })

  it('says what it is not for, for people to read too', () => {
    const pack = makePack(aHandover([aFullEntry((field) => `<b>${field}</b> [x](y)`)]))
    expect(pack.notice).toBe(NOT_FOR)
    expect(readable(pack)).toContain(NOT_FOR)
    expect(readable(pack)).toContain('\\<b\\>summary\\</b\\> \\[x\\](y)')
  })
})

describe('reading a pack', () => {
  const pack = makePack(aHandover([aFullEntry((field) => field), anEntry({ id: idOf(2) })]))
  const text = formatPack(pack)

  it('returns what was made', () => expect(readPack(text, 'x.json')).toEqual(pack))

  it('takes it laid out anew', () => {
    expect(readPack(JSON.stringify(JSON.parse(text), null, 2), 'x.json')).toEqual(pack)
  })

  it.each([
    ['another word', text.replace('grateful', 'happy'), /checksum does not fit/],
    ['half a file', text.slice(0, -200), /x\.json is not taken: .*JSON/],
    ['nothing', '', /JSON/],
    ['null', 'null', /no handover/],
    ['a list', '[]', /no handover/],
    ['another file', '{"format":"afterword","version":1}', /no handover/],
    ['a newer pack', text.replace('"version":1', '"version":2'), /newer afterword \(version 2/],
    ['a key that reaches a prototype', text.replace('"rep":"alex"', '"__proto__":{}'), /refuses/],
  ])('refuses %s', (_, content, message) => {
    expect(() => readPack(content, 'x.json')).toThrow(message)
  })

  it('refuses 200 MB unread', () => {
    expect(() => readPack(' '.repeat(200 * 1024 * 1024), 'x.json')).toThrow(/200 MB/)
  })

  it.each<[what: string, path: string, value: unknown, message: RegExp]>([
    ['a private field', 'entries.0.private', { note: 'x' }, /entry 1: private/],
    ['an empty private drawer', 'entries.0.private', {}, /entry 1: private/],
    ['an id', 'entries.0.id', idOf(1), /entry 1: id/],
    ['a time', 'entries.0.at', '2026-11-12T10:00:00Z', /entry 1: at/],
    ['a word off the list', 'entries.1.channel', 'pigeon', /entry 2: channel/],
    ['a name for a customer', 'entries.0.customer', 'Ann', /entry 1: customer/],
    ['an entry that was to stay', 'entries.0.share', 'never', /share/],
    ['a missing feeling', 'entries.0.felt', undefined, /felt/],
    ['a contact twice', 'entries.1.hash', pack.entries[0]?.hash, /twice/],
    ['another week', 'entries.0.at', '2026-11-20', /outside its period/],
    ['other counts', 'counts.0.entries', 7, /do not fit/],
    ['counts of other weeks', 'counts.0.week', '2026-W47', /other weeks/],
    ['a period that fits nothing', 'period.to', '2026-11-16', /period/],
    ['an extra field', 'rank', 1, /rank/],
    ['no rep', 'rep', '', /rep/],
  ])('refuses %s, even under a good checksum', (_, path, value, message) => {
    const { sha256, ...body } = changed(pack, path, value)
    expect(sha256).toBe(pack.sha256)
    const content = JSON.stringify({ ...body, sha256: checksum(body) })
    expect(() => readPack(content, 'x.json')).toThrow(message)
  })
})

/** Returns the pack with one value changed by its dotted path. */
function changed(pack: Pack, path: string, value: unknown): Pack {
  const copy = JSON.parse(JSON.stringify(pack))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const group = steps.reduce((inner, step) => inner[step], copy)
  group[last] = value
  return JSON.parse(JSON.stringify(copy))
}

describe('the preview', () => {
  const entry = aFullEntry((field) => `${field} ann@example.com`)
  const shown = preview(aHandover([entry], { include: readInclude(['summary', 'customer']) }))

  it('shows every text in full, as written and as scrubbed, and whether it leaves', () => {
    expect(shown.texts[0]).toEqual({
      id: ID,
      day: '2026-11-12',
      field: 'summary',
      written: 'summary ann@example.com',
      scrubbed: 'summary [e-mail]',
      replaced: [{ kind: 'e-mail', written: 'ann@example.com', put: '[e-mail]' }],
      leaves: true,
    })
    expect(shown.texts.find(({ field }) => field === 'contact.atStake')?.leaves).toBe(false)
  })

  it('holds every word of the pack', () => {
    const all = aHandover([entry])
    const words = preview(all)
      .texts.filter(({ leaves }) => leaves)
      .map(({ scrubbed }) => scrubbed)
    for (const [text] of JSON.stringify(makePack(all).entries).matchAll(/"[^"]*\[e-mail\]"/g))
      expect(words).toContain(JSON.parse(text))
  })

  it('has the coded fields as a table, customers in disguise', () => {
    const { columns, rows } = shown.coded
    expect(columns.slice(0, 5)).toEqual(['at', 'customer', 'channel', 'felt.before', 'felt.after'])
    expect(rows[0]?.slice(0, 5)).toEqual(['2026-11-12', 'C1', 'phone', 'angry', 'grateful'])
    expect(rows[0]?.[columns.indexOf('handoff.reason')]).toBe('other')
  })

  it('shows what closing the week led to, and whether it leaves', () => {
    const tryNext = [{ week: '2026-W46', text: 'Ring ann@example.com first' }]
    const { texts } = preview(aHandover([entry], { tryNext, include: [] }))
    expect(texts.at(-1)).toMatchObject({
      day: '2026-11-15',
      field: 'review.tryNext',
      scrubbed: 'Ring [e-mail] first',
      leaves: false,
    })
  })

  it('names what stays without repeating it', () => {
    expect(shown.dropped).toContainEqual({ field: 'private.note', entries: 1, why: 'never' })
    expect(shown.dropped).toContainEqual({
      field: 'contact.atStake',
      entries: 1,
      why: 'not ticked',
    })
    expect(JSON.stringify(shown)).not.toContain('private.note ann')
  })
})
