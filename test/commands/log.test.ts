import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'

const NEXT = ['--next', 'fri!', '--do', 'Text after the frost'] as const

function json(home: string, ...args: string[]) {
  const { status, stdout, stderr } = afterword(home, [...args, '--json'])
  expect(stderr).not.toMatch(/^afterword: /m)
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

describe('log by flags', () => {
  it('prints the entry it saved, and every reading command agrees', () => {
    const home = aFolder()
    const { status, stdout } = afterword(home, [...CONTACT, ...NEXT, '--json'])
    expect(status).toBe(0)
    const entry = JSON.parse(stdout)
    expect(entry).toMatchObject({
      at: '2026-11-18T12:00:00-06:00',
      recordedAt: '2026-11-18T12:00:00-06:00',
      rep: 'me',
      customer: 'lantern-street',
      channel: 'on-site',
      summary: 'Wet splitter in the roof box, replaced',
      felt: { before: 'frustrated', after: 'grateful' },
      disposition: 'resolved',
      followUp: {
        status: 'planned',
        action: 'Text after the frost',
        due: '2026-11-20',
        promised: true,
      },
    })
    expect(json(home, 'list')).toEqual([entry])
    expect(json(home, 'show', 'lantern')).toEqual(entry)
    expect(json(home, 'followups')).toEqual([
      {
        id: entry.id,
        kind: 'follow-up',
        customer: 'lantern-street',
        summary: entry.summary,
        action: 'Text after the frost',
        due: '2026-11-20',
        promised: true,
        daysOverdue: 0,
        felt: 'grateful',
      },
    ])
    expect(json(home, 'week')).toMatchObject({ entries: 1, felt: 1, followUps: { due: 1 } })
  })

  it('writes one entry a line into the month, for the owner alone', () => {
    const home = aFolder()
    afterword(home, CONTACT)
    afterword(home, CONTACT)
    const file = join(home, 'journal/2026-11.json')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(JSON.parse(lines.join(''))).toMatchObject({ format: 'afterword', version: 1 })
    expect(JSON.parse(lines[1]?.replace(/,$/, '') ?? '')).toMatchObject({ channel: 'on-site' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(home, 'journal')).mode & 0o777).toBe(0o700)
  })

  it('undoes, and undoes the undo', () => {
    const home = aFolder()
    afterword(home, CONTACT)
    expect(afterword(home, ['undo']).status).toBe(0)
    expect(json(home, 'list')).toEqual([])
    expect(afterword(home, ['undo']).status).toBe(0)
    expect(json(home, 'list')).toHaveLength(1)
  })

  it('reads the summary from stdin', () => {
    const home = aFolder()
    const [log, , ...flags] = CONTACT
    afterword(home, [log, '-', ...flags], { input: 'Found the lost parcel\n' })
    expect(json(home, 'list')[0].summary).toBe('Found the lost parcel')
  })

  it('looks back at what was passed on by the next work day', () => {
    const home = aFolder()
    const entry = json(home, ...CONTACT, '--end', 'transferred')
    expect(entry.handoff).toEqual({ to: 'unknown', reason: 'other', checkBackDue: '2026-11-19' })
  })

  it('closes an open follow-up with the feeling this contact left', () => {
    const home = aFolder()
    const first = json(home, ...CONTACT, ...NEXT)
    const second = afterword(home, [...CONTACT, '--closes', first.id.slice(0, 4)])
    expect(second.status).toBe(0)
    expect(json(home, 'show', first.id).followUp).toMatchObject({
      status: 'done',
      felt: 'grateful',
    })
    expect(json(home, 'followups')).toEqual([])
  })

  it('says what is now true and how to undo it, on stderr', () => {
    const { stdout, stderr } = afterword(aFolder(), [...CONTACT, ...NEXT])
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^Saved \w{4} {2}lantern-street {2}frustrated -> grateful {2}promised Fri 20 Nov/,
    )
    expect(stderr).toContain('afterword undo')
  })

  it('is silent when quiet', () => {
    const { stdout, stderr, status } = afterword(aFolder(), ['-q', ...CONTACT])
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 })
  })
})

describe('log refuses', () => {
  const without = (...flags: string[]) =>
    CONTACT.filter((part, at) => !flags.includes(part) && !flags.includes(CONTACT[at - 1] ?? ''))

  it.each([
    [without('--felt', '--end'), ['--felt', '--end']],
    [without('--who', '--channel'), ['--who', '--channel']],
    [['log'], ['SUMMARY', '--who', '--channel', '--felt', '--end']],
    [[...CONTACT, '--end', 'visit'], ['--next']],
    [[...CONTACT, '--do', 'ring them'], ['--next']],
  ])('%j without a terminal, naming all that is missing', (args, missing) => {
    const home = aFolder()
    const { status, stdout, stderr } = afterword(home, args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    for (const name of missing) expect(stderr).toContain(name)
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((line) => line.includes('issing')),
    ).toHaveLength(1)
    expect(readdirSync(home)).toEqual([])
  })

  it.each([
    ['an unknown word', ['--felt', 'cross:happy'], 'cross'],
    ['a beginning of two', ['--felt', 'res:happy'], /resigned.*respected/],
    ['a surprise', ['--felt', 'surprised'], /delighted.*upset/],
    ['an impossible day', ['--at', '2026-02-30'], '2026-02-30'],
    ['a time to come', ['--at', '2026-11-19'], '19 Nov 2026'],
    ['an empty summary', ['--set', 'summary='], 'summary'],
    ['an unknown field', ['--set', 'care.nothing=1'], 'care.nothing'],
    ['an unknown channel', ['--channel', 'pigeon'], 'pigeon'],
    ['an unread day', ['--next', 'when pigs fly'], 'when pigs fly'],
    ['a tag too long', ['--tag', 'x'.repeat(65)], '65'],
  ])('%s, naming it', (_, flags, names) => {
    const home = aFolder()
    const { status, stdout, stderr } = afterword(home, [...CONTACT, ...flags])
    expect(stderr).toMatch(names)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(readdirSync(home)).toEqual([])
  })

  it('a summary of 281 characters, and takes one of 280', () => {
    const home = aFolder()
    const [log, , ...flags] = CONTACT
    expect(afterword(home, [log, '𝒶'.repeat(281), ...flags]).status).toBe(2)
    expect(afterword(home, [log, '𝒶'.repeat(280), ...flags]).status).toBe(0)
  })
})
