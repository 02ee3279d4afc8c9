import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'

const CSV = [
  'Requester,Created,Subject,Ticket,Via',
  'ada,2026-11-18 09:30,Cannot log in,17,phone',
  'blue-gate,2026-11-18 10:00,Two bills for one month,18,pigeon',
  'lantern-street,2026-11-18 08:00,Router drops,19,on-site',
  'tomorrow,2026-11-19 08:00,Not yet,20,phone',
].join('\n')
const MAP = ['--map', 'who=Requester,at=Created,summary=Subject,ref=Ticket,channel=Via']
const byHand = anEntry({ id: idOf(1), customer: 'lantern-street', at: '2026-11-18T08:40:00-06:00' })

function aTicketFile(text = CSV): string {
  const path = join(aFolder(), 'tickets.csv')
  writeFileSync(path, text)
  return path
}

describe('catchup', () => {
  it('lists what is not written down where nobody can be asked', async () => {
    const world = await aWorld({ entries: [byHand] })
    expect(await world.run('catchup', aTicketFile(), ...MAP)).toBe(0)
    expect(world.out()).toMatch(
      /^.*09:30 +ada +17 +Cannot log in\n.*10:00 +blue-gate +18 +Two bills/,
    )
    expect(world.out()).not.toContain('Router')
    expect(world.err()).toContain('Left out, for they are still to come: 1.')
    expect(world.err()).toContain('2 contacts not written down yet, 1 done.')
  })

  it('asks only what the file does not know, and the entry is known ever after', async () => {
    const world = await aWorld({
      entries: [byHand],
      typing: ['', 'fru rel', 'resolved', 'none', '', 's'],
    })
    const path = aTicketFile()
    expect(await world.run('catchup', path, ...MAP), world.err()).toBe(0)
    expect(world.asked.filter((text) => text.endsWith('?')).slice(0, 3)).toEqual([
      'Felt, before, after?',
      'How did it end?',
      'Follow-up?',
    ])
    const [entry] = (await world.journal.read()).filter(({ customer }) => customer === 'ada')
    expect(entry).toMatchObject({
      at: '2026-11-18T09:30:00-06:00',
      channel: 'phone',
      summary: 'Cannot log in',
      felt: { before: 'frustrated', after: 'relieved' },
      contact: { caseRef: '17' },
    })
    await world.run('catchup', path, '--json')
    const left = JSON.parse(world.out())
    expect(left).toMatchObject([
      {
        where: 'line 3',
        known: { customer: 'blue-gate' },
        missing: ['channel', 'felt.before', 'felt.after', 'disposition'],
      },
    ])
    expect(left[0].faults[0]).toContain('"pigeon"')
    await world.run('import', path, '-e', 'resolved', '-c', 'phone', '--dry-run')
    expect(world.err()).toContain('line 3: channel is "pigeon"')
  })

  it.each([
    [['q'], 0],
    [['s', 's'], 0],
  ])('leaves what is not wanted: %j', async (typing, written) => {
    const world = await aWorld({ entries: [byHand], typing })
    expect(await world.run('catchup', aTicketFile(), ...MAP)).toBe(0)
    expect(world.err()).toContain(`${written} contacts written down, 2 left.`)
    expect(await world.journal.read()).toHaveLength(1)
  })

  it.each([
    [['--day', 'yesterday'], 'There is nothing to write down in it.'],
    [['--day', '2026-11-18'], '2 contacts not written down yet, 1 done.'],
  ])('%j', async (argv, says) => {
    const world = await aWorld({ entries: [byHand] })
    expect(await world.run('catchup', aTicketFile(), ...MAP, ...argv)).toBe(0)
    expect(world.err()).toContain(says)
  })

  it.each([
    ['JSON', '{"a":1}', 2, /is not a CSV/],
    ['no word on the columns', CSV, 2, /What the columns mean is not known/],
    ['an empty file', '', 1, /The CSV file is empty/],
  ])('%s', async (_name, text, code, says) => {
    const world = await aWorld()
    expect(await world.run('catchup', aTicketFile(text))).toBe(code)
    expect(world.err()).toMatch(says)
  })

  it('does not begin with more than a day can hold', async () => {
    const rows = Array.from({ length: 2001 }, (_, at) => `c${at},2026-11-18 09:30,x,${at},phone`)
    const world = await aWorld()
    const path = aTicketFile([CSV.split('\n')[0], ...rows].join('\n'))
    expect(await world.run('catchup', path, ...MAP)).toBe(1)
    expect(world.err()).toMatch(/more than 2000 rows.*--day.*afterword import/)
  })

  it('remembers the columns from one day to the next', () => {
    const [home, path] = [aFolder(), aTicketFile()]
    expect(afterword(home, ['catchup', path, ...MAP]).status).toBe(0)
    const { status, stdout, stderr } = afterword(home, ['catchup', path])
    expect(status).toBe(0)
    expect(stderr).toContain('The columns as last time')
    expect(stdout.split('\n')).toHaveLength(4)
  })
})
