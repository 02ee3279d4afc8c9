import { spawnSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { readStrictly } from '../exchange/rfc5545.ts'
import { aFullEntry } from '../full-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { describeWith } from '../programs.ts'
import { aWorld } from '../world.ts'

const NAMES = ['lantern-street', 'lantern-row', 'blue-gate', '=SUM(A1)', 'x\u001b[2J\u202Ey']
const due = (at: number) =>
  ({ status: 'planned', due: '2026-11-20', action: `Ring ${at}` }) as const
const entries = NAMES.map((customer, at) =>
  anEntry({
    id: idOf(at),
    customer,
    at: `2026-${at < 3 ? '11' : '10'}-1${at}T10:00:00-06:00`,
    ...(at % 2 === 0 && { followUp: due(at), private: { note: `canary ${at}` } }),
  }),
)
const never = anEntry({
  id: idOf(9),
  customer: 'canary-street',
  at: '2026-09-01T10:00:00Z',
  share: 'never',
})

async function exported(...argv: string[]) {
  const world = await aWorld({ entries: [...entries, never] })
  const code = await world.run('export', ...argv)
  return { code, out: world.out(), err: world.err() }
}

describe('export', () => {
  it.each([
    [[], [3, 4, 0, 1, 2]],
    [
      ['--who', 'lantern'],
      [0, 1],
    ],
    [['--who', 'lantern-row'], [1]],
    [['--who', 'nobody'], []],
    [
      ['--from', '2026-11-01', '--limit', '2'],
      [1, 2],
    ],
    [
      ['--limit', '4'],
      [4, 0, 1, 2],
    ],
    [['--open', '--to', '2026-10-31'], [4]],
  ])('%j chooses as list does, oldest first', async (argv, ids) => {
    const { code, out } = await exported(...argv)
    expect(code).toBe(0)
    const lines = out === '' ? [] : out.trimEnd().split('\n')
    expect(lines.map((line) => +JSON.parse(line).id)).toEqual(ids)
    const listed = await aWorld({ entries })
    await listed.run('list', ...argv, '--json')
    expect(JSON.parse(listed.out()).map(({ id }: { id: string }) => +id)).toEqual(ids)
  })

  it.each(['jsonl', 'csv', 'ics'])(
    'leaves the private and the unshared out of %s',
    async (format) => {
      const { out, err } = await exported('--format', format)
      expect(out).not.toContain('canary')
      expect(out).toContain('lantern-street')
      expect(err).toMatch(/^Exported \d (entries|planned follow-ups), and nothing private\. /)
      expect(err).toContain('the private part of 3 entries')
      expect(err).toContain('afterword handover')
      if (format !== 'ics') expect(err).toContain('1 entry marked share: never')
    },
  )

  it('says so when one name is several people', async () => {
    const { err } = await exported('--who', 'lantern')
    expect(err).toContain('--who "lantern" is 2 customers here: lantern-street, lantern-row.')
    expect((await exported('--who', 'blue-gate')).err).not.toContain('customers here')
  })

  it.each(['jsonl', 'csv'])(
    'gives as %s what is held about one person, and says what it leaves out',
    async (format) => {
      const theirs = aFullEntry((field) => `told-${field}`, {
        customer: 'blue-gate',
        share: undefined,
      })
      const unshared = anEntry({
        id: idOf(8),
        customer: 'blue-gate',
        share: 'never',
        summary: 'canary',
      })
      const others = anEntry({ id: idOf(7), summary: 'canary of another' })
      const world = await aWorld({ entries: [theirs, unshared, others] })
      await world.run('export', '--who', 'blue-gate', '--format', format)
      for (const told of [
        'told-summary',
        'told-contact.customerWords',
        'told-meaning.story.headline',
      ])
        expect(world.out()).toContain(told)
      expect(world.out()).not.toMatch(/canary|told-private/)
      expect(world.err()).toContain(
        'Left out: 1 entry marked share: never, and the private part of 1 entry.',
      )
      expect(world.err()).toContain('afterword forget NAME --dry-run')
    },
  )

  it('takes the sting out of formulas, or leaves them with --raw-csv', async () => {
    expect((await exported('--format', 'csv')).out).toContain(",'=SUM(A1),")
    expect((await exported('--format', 'csv', '--raw-csv')).out).toContain(',=SUM(A1),')
  })

  it('writes a calendar a strict reader takes, and none where nothing is planned', async () => {
    const { out } = await exported('--format', 'ics')
    expect(readStrictly(Buffer.from(out)).components).toHaveLength(3)
    const none = await exported('--format', 'ics', '--who', 'lantern-row')
    expect(none).toMatchObject({ code: 0, out: '' })
    expect(none.err).toContain('no calendar to write')
  })

  it('writes an empty export of an empty journal', async () => {
    const world = await aWorld()
    expect(await world.run('export', '--format', 'csv')).toBe(0)
    expect(world.out().split('\r\n')).toHaveLength(2)
  })

  it.each([
    ['on a terminal', true],
    ['in a pipe', false],
  ])('control characters of CSV %s', async (_where, terminal) => {
    const world = await aWorld({ entries, terminal })
    await world.run('export', '--format', 'csv')
    expect(world.out().includes('\u001b')).toBe(!terminal)
    expect(world.out()).toContain('[2J')
  })

  it.each([
    [['--format', 'xml'], /xml is not one of: jsonl, csv, ics/],
    [['--raw-csv'], /--raw-csv goes with --format csv/],
    [['--limit', '0'], /--limit "0"/],
  ])('%j ends with 2', async (argv, says) => {
    const { code, out, err } = await exported(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(says)
  })
})

function aJournal(): string {
  const home = aFolder()
  afterword(home, [...CONTACT, '--next', 'fri! text "after" the frost, 5 o\'clock; ok'])
  return home
}

describe('the file of an export', () => {
  it.each([
    ['out.jsonl', /^\{"id":/],
    ['out.csv', /^id,at,/],
    ['out.ics', /^BEGIN:VCALENDAR\r\n/],
    ['out.txt', /^\{"id":/],
  ])('%s is for the owner alone, and holds what a pipe gets', (name, begins) => {
    const [home, folder] = [aJournal(), aFolder()]
    const path = join(folder, name)
    expect(afterword(home, ['export', '--out', path])).toMatchObject({ status: 0, stdout: '' })
    expect(readFileSync(path, 'utf8')).toMatch(begins)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const format = name.endsWith('txt') ? 'jsonl' : name.slice(4)
    const piped = afterword(home, ['export', '--format', format, '--out', '-'])
    expect(piped.stdout).toBe(readFileSync(path, 'utf8'))
  })

  it('does not write over a file unless told', () => {
    const [home, folder] = [aJournal(), aFolder()]
    const path = join(folder, 'out.jsonl')
    writeFileSync(path, 'mine')
    const refused = afterword(home, ['export', '--out', path])
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('is there already. Give --force')
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect(afterword(home, ['export', '--out', path, '--force']).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toMatch(/^\{"id"/)
  })

  it.each([
    'journal/2026-11.json',
    'journal/new.jsonl',
    'state/history.jsonl',
    'state/aside/x.jsonl',
    'team/x.jsonl',
    'config.json',
    'reviews.json',
    'handover.json',
    'mine.jsonl',
    '.',
    'journal/',
  ])('fault 30: is never %s of the store itself', (name) => {
    const home = aJournal()
    const before = afterword(home, ['list', '--json']).stdout
    const { status, stderr } = afterword(home, ['export', '--force', '--out', join(home, name)])
    expect(status).toBe(1)
    expect(stderr).toContain('where afterword keeps its own files')
    expect(afterword(home, ['list', '--json']).stdout).toBe(before)
  })

  it.each(['journal', 'state', '.'])(
    'fault 30: is not %s of the store by a link either',
    (name) => {
      const [home, folder] = [aJournal(), aFolder()]
      symlinkSync(join(home, name), join(folder, 'link'))
      const { status } = afterword(home, ['export', '--force', '--out', join(folder, 'link/x.csv')])
      expect(status).toBe(1)
    },
  )

  it('may lie in a folder of one’s own inside the home', () => {
    const home = aJournal()
    expect(afterword(home, ['export', '--out', join(home, 'reports/')]).status).toBe(0)
    expect(readdirSync(join(home, 'reports'))).toEqual(['afterword.jsonl'])
  })

  it('fault 30: through a link in a shared folder it goes nowhere but where it was named', () => {
    const [home, folder] = [aJournal(), aFolder()]
    const [path, target] = [join(folder, 'out.jsonl'), join(folder, 'of-somebody')]
    writeFileSync(target, 'theirs')
    symlinkSync(target, path)
    expect(afterword(home, ['export', '--out', path]).status).toBe(1)
    expect(afterword(home, ['export', '--out', path, '--force']).status).toBe(0)
    expect([readFileSync(target, 'utf8'), lstatSync(path).isFile()]).toEqual(['theirs', true])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    symlinkSync('/nowhere/at/all', join(folder, 'dangling.jsonl'))
    expect(afterword(home, ['export', '--out', join(folder, 'dangling.jsonl')]).status).toBe(1)
  })

  it('goes into a folder under a name of its own', () => {
    const [home, folder] = [aJournal(), aFolder()]
    mkdirSync(join(folder, 'there'))
    expect(
      afterword(home, ['export', '--format', 'csv', '--out', join(folder, 'there')]).status,
    ).toBe(0)
    expect(readFileSync(join(folder, 'there/afterword.csv'), 'utf8')).toMatch(/^id,at,/)
  })
})

describeWith('sqlite3')('sqlite3', () => {
  it('reads the CSV', () => {
    const [home, folder] = [aJournal(), aFolder()]
    afterword(home, ['export', '--out', join(folder, 'out.csv')])
    const sql = 'select customer, "felt.after", "followUp.action" from entries'
    const args = ['-csv', ':memory:', `.import ${join(folder, 'out.csv')} entries`, sql]
    expect(spawnSync('sqlite3', args, { encoding: 'utf8' })).toMatchObject({
      stderr: '',
      stdout: 'lantern-street,grateful,"text ""after"" the frost, 5 o\'clock; ok"\n',
    })
  })
})

describeWith('calcurse')('calcurse', () => {
  it('takes the calendar', () => {
    const [home, folder] = [aJournal(), aFolder()]
    afterword(home, ['export', '--out', join(folder, 'out.ics')])
    const env = { PATH: process.env.PATH, HOME: folder, TERM: 'dumb' }
    const run = (...args: string[]) =>
      spawnSync('calcurse', ['-D', join(folder, 'calcurse'), ...args], { encoding: 'utf8', env })
    expect(run('-q', '-i', join(folder, 'out.ics')).status).toBe(0)
    expect(run('-t').stdout).toContain('text "after" the frost, 5 o\'clock; ok')
  })
})
