import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { aFolder, afterword } from '../afterword.ts'
import { aFullEntry } from '../handover/samples.ts'
import { entriesOf } from '../team/samples.ts'

/** Returns a home with these entries of November 2026 in it and a rep of that name. */
function homeWith(
  entries: readonly Entry[],
  rep = 'alex',
  neverSay: readonly string[] = [],
): string {
  const home = aFolder()
  mkdirSync(join(home, 'journal'))
  const month = { format: 'afterword', version: 1, month: '2026-11', entries }
  writeFileSync(join(home, 'journal/2026-11.json'), JSON.stringify(month))
  writeFileSync(join(home, 'config.json'), JSON.stringify({ rep, neverSay }))
  return home
}

/** Returns every byte of every file under a folder. */
function allOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'))
    .join('\n')
}

const NAMES = ['handover-alex-2026-W46.json', 'handover-alex-2026-W46.md']

describe('handover', () => {
  it('shows everything and writes nothing before a yes', () => {
    const home = homeWith([aFullEntry((field) => `word of ${field}`)])
    const out = aFolder()
    const { status, stdout, stderr } = afterword(home, ['handover', '2026-W46', '--out', out])
    expect(status).toBe(2)
    expect(stdout.indexOf('summary: word of summary')).toBeGreaterThan(0)
    expect(stdout.indexOf('summary: word')).toBeLessThan(stdout.indexOf('felt.before'))
    expect(stderr).toMatch(/--yes.*--include/)
    expect(readdirSync(out)).toEqual([])
  })

  it('writes the pack and the same for people, once said yes, closed to others', () => {
    const home = homeWith(entriesOf(1, 6))
    const out = join(aFolder(), 'new/folder')
    const ran = afterword(home, ['handover', '--yes', '--include', 'summary', '--out', out])
    expect(ran.status).toBe(0)
    expect(readdirSync(out).sort()).toEqual(NAMES)
    expect(
      execFileSync('stat', ['-c', '%a', ...NAMES.map((name) => join(out, name))]).toString(),
    ).toBe('600\n600\n')
    expect(JSON.parse(readFileSync(join(out, NAMES[0] ?? ''), 'utf8')).entries).toHaveLength(6)
  })

  it('takes the newest finished week not yet handed over', () => {
    const home = homeWith([...entriesOf(1, 5, { week: '2026-W45' }), ...entriesOf(1, 6)])
    const out = aFolder()
    for (let time = 0; time < 3; time++)
      expect(afterword(home, ['handover', '--yes', '--out', out]).status).toBe(0)
    expect(readdirSync(out).filter((name) => name.endsWith('.json'))).toEqual([
      'handover-alex-2026-W45.json',
      'handover-alex-2026-W46.json',
    ])
    expect(afterword(home, ['handover', '--yes']).stderr).toMatch(/Nothing to hand over/)
  })

  it('with nothing to hand over is done, and leaves no file', () => {
    const home = homeWith(entriesOf(1, 3).map((each) => ({ ...each, share: 'never' as const })))
    const out = aFolder()
    const { status, stdout, stderr } = afterword(home, [
      'handover',
      '2026-W46',
      '--yes',
      '--out',
      out,
    ])
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/Nothing to hand over for Week 46/)
    expect(readdirSync(out)).toEqual([])
  })

  it.each([
    [['--include', 'private.note'], /never leaves/],
    [['--include', 'mood'], /"mood" is not a field/],
    [['--to', 'mysql://db/x'], /postgres:\/\/host/],
    [['--flag'], /unknown option/],
  ])('refuses %j and writes nothing', (flags, message) => {
    const home = homeWith(entriesOf(1, 6))
    const out = aFolder()
    const { status, stderr } = afterword(home, [
      'handover',
      '2026-W46',
      '--yes',
      '--out',
      out,
      ...flags,
    ])
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect(readdirSync(out)).toEqual([])
  })

  it('asks a rep who is still called me for a name', () => {
    const { status, stderr } = afterword(homeWith(entriesOf(1, 6), 'me'), ['handover', '--yes'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/afterword config rep/)
  })

  it('keeps the pack where the store cannot be reached', () => {
    const home = homeWith(entriesOf(1, 6))
    const out = aFolder()
    const store = 'postgres://ann:hunter2@127.0.0.1:1/team'
    const ran = afterword(home, ['handover', '2026-W46', '--yes', '--out', out, '--to', store])
    expect(ran.status).toBe(1)
    expect(ran.stderr).toMatch(/nothing answers there/)
    expect(ran.stderr).not.toContain('hunter2')
    expect(readdirSync(out).sort()).toEqual(NAMES)
    expect(afterword(home, ['handover', '--yes', '--out', out]).stderr).toMatch(/Written/)
  })
})

describe('what left, through every exit', () => {
  // Short enough for a team's name, which has 60 characters.
  const SHORT = 'CANARY@leak.example 4111 1111 1111 1111 Ann Canary'
  const DIRT = `${SHORT} 555-867-5309 DE89 3704 0044 0532 0130 00`
  const NAMED = /to$|tags|helpedBy|inspiredBy|fromTo|caseRef|values/i

  it('holds no private word and nothing that points at a customer', () => {
    const refused = aFullEntry(() => 'CANARY', { id: '000000000999', share: 'never' })
    const dirty = (rep: number) =>
      entriesOf(rep, 6, {
        of: () => ({ ...withoutId(aFullEntry(textOf)), customer: 'canary-lane' }),
      })
    const textOf = (field: string) =>
      field.startsWith('private') ? 'CANARY' : NAMED.test(field) ? SHORT : DIRT
    const out = aFolder()
    const coach = aFolder()
    for (const rep of [1, 2, 3, 4, 5]) {
      const home = homeWith([...dirty(rep), refused], `rep-${rep}`, ['Ann Canary'])
      const include = readTickable(home)
      const args = ['handover', '2026-W46', '--yes', '--out', out, '--include', include]
      expect(afterword(home, args).status).toBe(0)
    }
    expect(afterword(coach, ['team', 'add', out]).stderr).toMatch(
      /5 packs for week 46 \(9-15 Nov\)/,
    )
    for (const format of ['text', 'markdown', 'html', 'csv', 'json'])
      expect(
        afterword(coach, ['team', 'report', '--format', format, '--out', `${out}/`]).status,
      ).toBe(0)
    const shown = afterword(coach, ['team', 'show', 'rep-1']).stdout
    const left = [allOf(out), allOf(coach), shown].join('\n')
    expect(left).toContain('[e-mail]')
    expect(left).not.toMatch(/CANARY|867-5309|4111 ?1111|DE89 ?3704|miserable|put-on/i)
  }, 60_000)

  function withoutId({ id: _, at: __, recordedAt: ___, ...rest }: Entry): Partial<Entry> {
    return rest
  }

  /** Returns every field there is to tick: the error that names them is the list. */
  function readTickable(home: string): string {
    const { stderr } = afterword(home, ['handover', '--include', 'nothing'])
    return /Those to tick: (.*)\./.exec(stderr)?.[1]?.replaceAll(' ', '') ?? ''
  }
})

describe('team', () => {
  /** Returns a folder of packs of so many reps. */
  function packs(reps: number): string {
    const out = aFolder()
    for (let rep = 1; rep <= reps; rep++) {
      const of = (at: number) => (at ? {} : { obstacles: { supportWanted: 'A second ladder' } })
      const home = homeWith(entriesOf(rep, 6, { well: 5, of }), `rep-${rep}`)
      afterword(home, [
        'handover',
        '2026-W46',
        '--yes',
        '--include',
        'customer',
        '--out',
        `${out}/rep-${rep}`,
      ])
    }
    return out
  }

  const json = (home: string, ...args: string[]) =>
    JSON.parse(afterword(home, ['team', 'report', '--json', ...args]).stdout)

  it('adds once, reports what is known, and forgets nothing it has shown', () => {
    const [coach, folder] = [aFolder(), packs(5)]
    expect(afterword(coach, ['team', 'add', folder]).stderr).toMatch(
      /5 packs for week 46 \(9-15 Nov\)/,
    )
    expect(afterword(coach, ['team', 'add', folder]).stderr).toMatch(/here already/)
    expect(json(coach)).toMatchObject({
      reps: 5,
      entries: 30,
      leftWell: { k: 25, n: 30, percent: 83, text: '83 % (25 of 30; likely 66-93 %)' },
    })
    const [first] = JSON.parse(afterword(coach, ['team', 'show', '--json']).stdout)
    expect(afterword(coach, ['team', 'remove', first.exportId]).status).toBe(2)
    expect(afterword(coach, ['team', 'remove', first.exportId, '--yes']).status).toBe(0)
    expect(json(coach)).toMatchObject({
      entries: null,
      withheld: expect.stringMatching(/one person/),
    })
  }, 30_000)

  it('of two sees no figure and why', () => {
    const [coach, folder] = [aFolder(), packs(2)]
    afterword(coach, ['team', 'add', folder])
    expect(json(coach).withheld).toMatch(/3 reps with 5 entries/)
    const { stdout } = afterword(coach, ['team', 'report'])
    expect(stdout).toMatch(/^Team, Week 46/)
    expect(stdout).toContain('A second ladder')
    expect(stdout).not.toMatch(/ of \d|%/)
    expect(json(coach)).toMatchObject({ reps: 2, entries: null })
  })

  it.each([2, 5])(
    'says in every format what it is not for: %i reps',
    (reps) => {
      const [coach, folder] = [aFolder(), packs(reps)]
      afterword(coach, ['team', 'add', folder])
      for (const format of ['text', 'markdown', 'html', 'csv', 'json']) {
        const { stdout } = afterword(coach, ['team', 'report', '--format', format])
        expect(stdout).toContain('Not for hiring, ranking, pay or discipline.')
        if (reps === 2) expect(stdout).toContain('A figure takes 3 reps')
      }
      expect(afterword(coach, ['team', 'report', '--plain']).stdout).toContain('Not for hiring')
    },
    60_000,
  )

  it('takes the sound packs and names those it refuses', () => {
    const [coach, folder] = [aFolder(), packs(3)]
    const bad = join(folder, 'rep-2/handover-rep-2-2026-W46.json')
    writeFileSync(bad, readFileSync(bad, 'utf8').replace('relieved', 'grateful'))
    const huge = join(folder, 'rep-3/handover-huge-2026-W46.json')
    writeFileSync(huge, '')
    truncateSync(huge, 200 * 1024 * 1024)
    const { status, stderr } = afterword(coach, ['team', 'add', folder])
    expect(status).toBe(1)
    expect(stderr).toMatch(/2 packs for week 46 \(9-15 Nov\)/)
    expect(stderr).toMatch(/rep-2-2026-W46\.json is not taken: its checksum/)
    expect(stderr).toMatch(/huge-2026-W46\.json has 200 MB/)
    expect(stderr).not.toMatch(/\bat \S+:\d+/)
  })

  it('replies to a rep, and an answered ask is asked no more', () => {
    const [coach, folder] = [aFolder(), packs(3)]
    afterword(coach, ['team', 'add', folder])
    const pack = JSON.parse(afterword(coach, ['team', 'show', 'rep-1', '--json']).stdout)
    const ask = pack.entries.find((entry: Entry) => entry.obstacles).hash
    const args = [
      'team',
      'reply',
      'rep-1',
      '--thank',
      'for the ladder',
      '--answer',
      `${ask.slice(0, 8)}=On Monday`,
    ]
    expect(afterword(coach, [...args, '--out', folder]).status).toBe(0)
    const reply = JSON.parse(readFileSync(join(folder, 'reply-rep-1-2026-11-18.json'), 'utf8'))
    expect(reply).toMatchObject({
      thanks: ['for the ladder'],
      answers: [{ contact: ask, asked: 'A second ladder', answer: 'On Monday' }],
    })
    expect(json(coach).support).toHaveLength(2)
  })

  it.each([
    [['team', 'show', 'nobody'], 1, /No pack and no rep/],
    [['team', 'reply', 'nobody', '--thank', 'x'], 1, /handed over nothing/],
    [['team', 'report', '2026-W99'], 2, /does not exist/],
    [['team', 'add', '/nowhere'], 1, /nowhere/],
    [['team', 'init'], 2, /--store/],
    [['team', 'init', '--store', 'postgres://127.0.0.1:1/x'], 1, /nothing answers there/],
  ])('%j ends with %i', (args, code, message) => {
    const { status, stderr } = afterword(aFolder(), args)
    expect(status).toBe(code)
    expect(stderr).toMatch(message)
  })
})
