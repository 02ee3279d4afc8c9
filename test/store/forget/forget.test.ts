import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { handoverLog } from '../../../src/flows/handover-log.ts'
import type { Entry } from '../../../src/model/entry.ts'
import { FEELINGS } from '../../../src/reports/feelings.ts'
import { WEEKS } from '../../../src/reports/trend.ts'
import { countsPath } from '../../../src/store/month-counts.ts'
import { renderMonth } from '../../../src/store/month-text.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { anEntry, idOf } from '../../helpers.ts'
import { aStoredWorld, type StoredWorld } from '../../stored-world.ts'

const NAME = 'lantern-street'
const theirs = anEntry({ id: idOf(1), customer: NAME })
const before = anEntry({
  id: idOf(2),
  customer: NAME,
  at: '2026-10-02T09:00:00Z',
  recordedAt: '2026-10-02T09:00:00Z',
})
const other = anEntry({ id: idOf(3), customer: 'blue-gate', at: '2026-11-13T10:00:00Z' })
const telling = anEntry({
  id: idOf(4),
  customer: 'red-jacket',
  at: '2026-11-14T10:00:00Z',
  summary: 'Same splitter as at Lantern-Street. Replaced it.',
  tags: ['splitter', NAME],
  handoff: { to: NAME, reason: 'parts', checkBackDue: '2026-11-20' },
  care: { helpedBy: [NAME, 'deck-jo'], tailored: 'as for lantern-street' },
  meaning: {
    recognition: [
      { direction: 'given', fromTo: NAME, for: 'waiting' },
      { direction: 'given', fromTo: 'deck-jo', for: 'the tip. And for lantern-street too!' },
    ],
  },
  private: { note: 'I was short with lantern-street.' },
})
const only = anEntry({
  id: idOf(5),
  customer: 'grey-hat',
  summary: 'Asked after lantern-street',
  at: '2026-11-15T10:00:00Z',
})

const grep = (world: StoredWorld, name = NAME) =>
  spawnSync('grep', ['-rilF', name, world.home.data], { encoding: 'utf8' }).stdout

function pack(entries: object[]): string {
  const body = { format: 'afterword-handover', version: 1, rep: 'ash', entries }
  const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  return JSON.stringify({ ...body, sha256 })
}

async function aFullHome(): Promise<StoredWorld> {
  const world = await aStoredWorld()
  const { ctx, home } = world
  for (const add of [before, other, telling, only, theirs])
    await ctx.journal.change('log', [{ add }])
  const tagged = (entry: Entry): Entry => ({ ...entry, tags: ['again'] })
  await ctx.journal.change('edit', [{ of: theirs, to: tagged }])
  await ctx.journal.change('edit', [{ of: other, to: tagged }])
  await ctx.reviews.change((reviews) => ({
    ...reviews,
    days: [{ date: '2026-11-12', helped: 'Lantern-street got their line back' }],
    weeks: [
      {
        week: '2026-W46',
        best: 'The evening held. lantern-street rang to say so.',
        tryNext: 'Ask first',
      },
    ],
  }))
  await ctx.settings.change((settings) => ({ ...settings, neverSay: [NAME, 'somebody'] }))
  await ctx.drafts.save({
    id: 'd1',
    savedAt: theirs.at,
    answers: { who: 'Lantern-Street', summary: 'half' },
  })
  await ctx.drafts.save({
    id: 'd2',
    savedAt: theirs.at,
    answers: { who: 'x', summary: 'Next to lantern-street. Rang.' },
  })
  for (const folder of [home.aside, home.team]) mkdirSync(folder, { mode: 0o700 })
  writeFileSync(join(home.aside, '2026-11.damaged.json'), `{"${NAME}`)
  writeFileSync(join(home.aside, '2026-10.damaged.json'), 'nobody')
  writeFileSync(home.statusLine, `1 due: ${NAME}`)
  writeFileSync(home.index, NAME)
  for (const counting of [FEELINGS, WEEKS]) writeFileSync(countsPath(home, counting), NAME)
  writeFileSync(
    join(home.team, 'p.json'),
    pack([{ hash: 'a', summary: 'Like lantern-street. Fixed.', channel: 'phone' }]),
  )
  const answers = [{ contact: 'c', asked: 'a key for lantern-street', answer: 'Yes. Have it.' }]
  const replies = [{ made: theirs.at, thanks: ['for lantern-street', 'for all'], answers }]
  writeFileSync(home.handover, JSON.stringify({ version: 1, ticks: [], handed: [], replies }))
  writeFileSync(home.olderHistory, readFileSync(home.history))
  for (const folder of [home.journal, home.state, home.data, home.team, home.drafts, home.aside])
    writeFileSync(join(folder, '.left.json.0123456789ab.tmp'), `{"customer":"${NAME}","half`)
  for (const path of [home.nudges, home.columns]) writeFileSync(path, `{"${NAME}":`)
  return world
}

describe('forget', () => {
  it('leaves nothing of the name anywhere in the home, whatever its case', async () => {
    const world = await aFullHome()
    expect(grep(world).split('\n').length).toBeGreaterThan(9)
    expect(await world.run('forget', NAME, '--yes')).toBe(0)
    expect(grep(world)).toBe('')
    expect(world.out()).not.toContain('still stands')
  })

  it('names the reports in the home that still say the name, which are the person’s own', async () => {
    const world = await aFullHome()
    mkdirSync(world.home.reports)
    writeFileSync(join(world.home.reports, 'week.html'), `<p>${NAME}</p>`)
    expect(await world.run('forget', NAME, '--yes')).toBe(0)
    expect(world.out()).toContain('The name still stands in')
    expect(world.out()).toContain(join('reports', 'week.html'))
    expect(grep(world)).toBe(`${join(world.home.reports, 'week.html')}\n`)
  })

  it('leaves everybody else as they were, but for the sentences that named them', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    const [kept, scrubbed, bare] = (await world.ctx.journal.read()) as [Entry, Entry, Entry]
    expect(kept).toEqual({ ...other, tags: ['again'] })
    expect(scrubbed).toEqual({
      ...telling,
      summary: 'Replaced it.',
      tags: ['splitter'],
      handoff: { ...telling.handoff, to: 'unknown' },
      care: { helpedBy: ['deck-jo'] },
      meaning: { recognition: [{ direction: 'given', fromTo: 'deck-jo', for: 'the tip.' }] },
      private: {},
    })
    expect(bare).toEqual({ ...only, summary: '(erased)' })
    expect(await world.ctx.reviews.read()).toMatchObject({
      days: [{ date: '2026-11-12' }],
      weeks: [{ week: '2026-W46', best: 'The evening held.', tryNext: 'Ask first' }],
    })
    expect((await world.ctx.settings.read()).neverSay).toEqual(['somebody'])
    expect(readdirSync(world.home.drafts)).toEqual(['d2.json'])
    expect(readdirSync(world.home.aside)).toEqual(['2026-10.damaged.json'])
    const [reply] = (await handoverLog(world.ctx).read()).replies
    expect(reply).toMatchObject({
      thanks: ['for all'],
      answers: [{ contact: 'c', asked: '(erased)', answer: 'Yes. Have it.' }],
    })
    const { sha256, ...body } = JSON.parse(readFileSync(join(world.home.team, 'p.json'), 'utf8'))
    expect(body.entries).toEqual([{ hash: 'a', summary: 'Fixed.', channel: 'phone' }])
    expect(sha256).toBe(createHash('sha256').update(JSON.stringify(body)).digest('hex'))
  })

  it('says what was erased where, and what it cannot reach', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    const said = world.out().replace(/\s+/g, ' ')
    for (const part of [
      '2 entries in the journal (2026-10, 2026-11)',
      '3 drafts',
      'red-jacket, 2026-11-14 (0000): summary, handoff.to, tags, care.tailored, care.helpedBy, meaning.recognition, meaning.recognition.for, private.note',
      'the review of 2026-W46: best',
      'a pack (p.json): summary',
      'version control',
      'exports, pages and handovers',
      'your other machines',
    ])
      expect(said).toContain(part)
  })

  it('cannot be undone, and neither can the change before it', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    const entries = await world.ctx.journal.read()
    expect(await world.run('undo')).toBe(1)
    expect(world.err()).toContain('erased by forget')
    expect(await world.ctx.journal.read()).toEqual(entries)
    await world.ctx.journal.change('remove', [{ remove: other }])
    expect(await world.run('undo')).toBe(0)
    expect(await world.ctx.journal.read()).toEqual(entries)
  })

  it('leaves a home that the doctor finds healthy', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    await world.run('doctor', '--json')
    const { findings } = JSON.parse(world.out())
    expect(findings.filter(({ kind }: { kind: string }) => kind !== 'open')).toEqual([])
  })

  it('keeps a hash with a key and nothing that can be read', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    const list = JSON.parse(readFileSync(world.home.erased, 'utf8'))
    expect(list).toMatchObject({ version: 1, names: [{ at: await world.ctx.now() }] })
    const plain = createHash('sha256').update(NAME).digest('hex')
    expect(JSON.stringify(list)).not.toContain(plain)
    expect(list.names[0].hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('fault 34: an old copy that comes back after forget', () => {
  async function withOldCopy() {
    const world = await aFullHome()
    const path = join(world.home.journal, '2026-11.json')
    const old = readFileSync(path)
    await world.run('forget', NAME, '--yes')
    writeFileSync(path, old)
    return { path, world: await aStoredWorld({ folder: world.home.data }) }
  }

  it('is not shown when read, and purged when the month is next written', async () => {
    const { world } = await withOldCopy()
    expect((await world.ctx.journal.read()).map(({ customer }) => customer)).not.toContain(NAME)
    await world.run('list', '--json')
    expect(world.out()).not.toMatch(/"customer": "lantern-street"/)
    const fresh = anEntry({ id: idOf(9), customer: 'new-face' })
    await world.ctx.journal.change('log', [{ add: fresh }])
    const month = readFileSync(join(world.home.journal, '2026-11.json'), 'utf8')
    expect(month).not.toContain(`"customer":"${NAME}"`)
    expect(readFileSync(world.home.history, 'utf8')).not.toContain(`"customer":"${NAME}"`)
    expect(month).toContain('new-face')
  })

  it('is purged by a change that touches the month only to read it', async () => {
    const { world, path } = await withOldCopy()
    const move = (entry: Entry) => ({ ...entry, at: '2026-12-01T10:00:00Z' })
    await world.ctx.journal.change('edit', [{ of: other, to: move }])
    expect(readFileSync(path, 'utf8')).not.toContain(`"customer":"${NAME}"`)
  })

  it('is found by the doctor and purged by --repair', async () => {
    const { world, path } = await withOldCopy()
    await world.run('doctor', '--json')
    expect(JSON.parse(world.out()).findings.map(({ kind }: { kind: string }) => kind)).toContain(
      'erased',
    )
    await world.run('doctor', '--repair')
    expect(readFileSync(path, 'utf8')).not.toContain(`"customer":"${NAME}"`)
  })

  it('forgets by name, too: what another machine wrote down before is purged, what comes after is kept', async () => {
    const { world, path } = await withOldCopy()
    const elsewhere = anEntry({
      id: idOf(7),
      customer: 'Lantern-Street',
      recordedAt: '2026-11-12T12:00:00Z',
    })
    const after = anEntry({ id: idOf(8), customer: NAME, recordedAt: await world.ctx.now() })
    writeFileSync(path, renderMonth({ month: '2026-11', entries: [elsewhere, after] }).bytes)
    expect((await world.ctx.journal.read()).map(({ id }) => +id)).toEqual([8])
  })

  it('a new contact with the same name can be logged, and is there', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    const flags = ['-w', NAME, '-c', 'phone', '-f', 'neu', '-e', 'resolved', '-n', 'none', '--json']
    expect(await world.run('log', 'They called again', ...flags)).toBe(0)
    await world.run('list', '--who', NAME, '--json')
    expect(JSON.parse(world.out())).toHaveLength(1)
  })

  it('what was written down before is refused rather than said to be saved', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    const adding = world.ctx.journal.change('import', [{ add: theirs }])
    await expect(adding).rejects.toThrow(/was forgotten after this was written down/)
  })
})

describe('before it erases', () => {
  it('--dry-run shows the same and changes no byte', async () => {
    const world = await aFullHome()
    const all = () =>
      readdirSync(world.home.data, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => `${each.name} ${readFileSync(join(each.parentPath, each.name), 'hex')}`)
    const bytes = all()
    expect(await world.run('forget', NAME, '--dry-run')).toBe(0)
    expect(world.out()).toContain('Would be forgotten: lantern-street')
    expect(world.out()).toContain('2 entries in the journal')
    expect(all()).toEqual(bytes)
  })

  it('asks on a terminal; No erases nothing', async () => {
    const { home } = await aFullHome()
    const world = await aStoredWorld({ folder: home.data, typing: ['n'] })
    expect(await world.run('forget', NAME)).toBe(1)
    expect(world.asked[0]).toMatch(/^Erase lantern-street: 2 entries, and what \d+ other texts say/)
    expect(await world.ctx.journal.read()).toHaveLength(5)
  })

  it.each<[string, string[], number, string]>([
    ['anon', ['anon', '--yes'], 2, 'anon is nobody in particular'],
    ['anon in any case', [' Anon ', '--yes'], 2, 'anon is nobody in particular'],
    ['an empty name', ['  ', '--yes'], 2, 'Name the customer'],
    [
      'the beginning of a name',
      ['lantern', '--yes'],
      1,
      'The whole name is needed: lantern-street',
    ],
    ['somebody unknown', ['nobody-here', '--yes'], 1, 'Nobody is called "nobody-here"'],
    ['no terminal and no --yes', [NAME], 2, 'give --yes'],
  ])('%s is refused and nothing changes', async (_what, args, exitCode, says) => {
    const world = await aFullHome()
    expect(await world.run('forget', ...args)).toBe(exitCode)
    expect(world.err()).toContain(says)
    expect(await world.ctx.journal.read()).toHaveLength(5)
    expect(existsSync(world.home.erased)).toBe(false)
  })

  it('a damaged month or a copy that holds the name is repaired first', async () => {
    const world = await aFullHome()
    const copy = join(world.home.journal, '2026-11 2.json')
    writeFileSync(copy, renderMonth({ month: '2026-11', entries: [theirs] }).bytes)
    expect(await world.run('forget', NAME, '--yes')).toBe(1)
    expect(world.err()).toContain('doctor --repair')
    writeFileSync(join(world.home.journal, '2026-11.json'), '{')
    expect(await world.run('forget', NAME, '--yes')).toBe(1)
    expect(grep(world)).not.toBe('')
  })

  it('again, for a name that was forgotten already, finishes what was cut short', async () => {
    const world = await aFullHome()
    await world.run('forget', NAME, '--yes')
    writeFileSync(world.home.statusLine, NAME)
    expect(await world.run('forget', NAME, '--yes')).toBe(0)
    expect(grep(world)).toBe('')
  })

  it('another customer whose name holds theirs stays as they are', async () => {
    const world = await aStoredWorld()
    const longer = {
      ...other,
      customer: 'north-lantern-street',
      summary: 'See north-lantern-street',
    }
    for (const add of [theirs, longer]) await world.ctx.journal.change('log', [{ add }])
    expect(await world.run('forget', NAME, '--yes')).toBe(0)
    expect(await world.ctx.journal.read()).toEqual([longer])
  })

  it.each([
    'constructor',
    '__proto__',
    'a "quoted" one',
    'a\u001b[2Jb',
    '日本',
    'phone',
    'me',
    '-rf',
    '.*',
  ])('a customer called %j is erased, and nobody else is harmed', async (customer) => {
    const world = await aStoredWorld()
    const entry = anEntry({ id: idOf(1), customer })
    for (const add of [entry, other]) await world.ctx.journal.change('log', [{ add }])
    expect(await world.run('forget', '--yes', '--', customer)).toBe(0)
    expect(await world.ctx.journal.read()).toEqual([other])
    expect(world.out()).not.toContain('\u001b')
    expect(await openStore(world.home).journal.read()).toEqual([other])
  })
})
