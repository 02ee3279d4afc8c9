import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mayAsk } from '../../src/terminal.ts'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { inShell } from '../shell.ts'
import { inPty } from '../terminal/pty.ts'
import { aScreen } from '../terminal/screen.ts'
import { aWorld } from '../world.ts'
import { aHomeWithWork } from './a-home.ts'

const STACK = /^\s+at /m
const FLAGS = ['-w', 'red-jacket', '-c', 'phone', '-f', 'neu:sat', '-e', 'resolved']

function entriesOf(home: string) {
  return JSON.parse(afterword(home, ['list', '--json']).stdout)
}

describe('habit 20: who may be asked', () => {
  it.each([
    ['two terminals', true, {}, true],
    ['no terminal', false, {}, false],
    ['CI', true, { CI: '1' }, false],
    ['an empty CI', true, { CI: '' }, true],
    ['AFTERWORD_NO_INPUT', true, { AFTERWORD_NO_INPUT: '1' }, false],
  ])('%s', (_, terminals, env, asked) => {
    expect(mayAsk(terminals, env, {})).toBe(asked)
    expect(mayAsk(terminals, env, { input: false })).toBe(false)
  })

  describeWith('script')('in a real terminal', () => {
    it.each([
      ['stdout in a pipe still asks', 'afterword log | cat', {}, /Who\?/],
      ['stdin elsewhere does not', 'afterword log </dev/null', {}, /Missing: SUMMARY/],
      ['stderr elsewhere does not', 'afterword log 2>err; cat err', {}, /Missing: SUMMARY/],
      ['CI does not', 'afterword log', { CI: 'true' }, /Missing: SUMMARY/],
      ['--no-input does not', 'afterword log --no-input', {}, /Missing: SUMMARY/],
      ['AFTERWORD_NO_INPUT does not', 'afterword', { AFTERWORD_NO_INPUT: '1' }, /^Examples:/m],
    ])('%s', async (_, line, env: Record<string, string>, says) => {
      const typing = says.source.startsWith('Who') ? ([['Who?', '\u0003']] as const) : []
      const { bytes } = await inPty(await aHomeWithWork(), line, { env, typing })
      expect(bytes).toMatch(says)
      expect(bytes.includes('Who?')).toBe(typing.length > 0)
    })
  })
})

describe('habit 21: --no-input names every flag that is missing', () => {
  it.each([
    [['log', '--no-input'], {}, 'Missing: SUMMARY, --who, --channel, --felt, --end.'],
    [['log', 'x', '-w', 'ida', '--no-input'], {}, 'Missing: --channel, --felt, --end.'],
    [
      ['log', 'x', '-c', 'phone', '-e', 'res'],
      { AFTERWORD_NO_INPUT: '1' },
      'Missing: --who, --felt.',
    ],
  ] as const)('%j %j', (argv, env, says) => {
    const { status, stdout, stderr } = afterword(aFolder(), argv, { env })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(says)
  })
})

describe('habit 22: every question has a flag', () => {
  it('log', () => {
    const home = aFolder()
    const argv = ['log', '-', ...FLAGS, '--next', 'fri! text them']
    expect(afterword(home, argv, { input: 'Parcel found\n' }).status).toBe(0)
    expect(entriesOf(home)).toMatchObject([
      { summary: 'Parcel found', customer: 'red-jacket', followUp: { promised: true } },
    ])
  })

  it.each([
    ['log|x|-w|ida|-c|phone|-f|neu|-e|transferred|--passed-to|billing'],
    ['done|the|--felt|happy|--note|quiet'],
    ['review|today|--helped|the woman with two phones|--felt|proud'],
    ['review|last|--best|x|--hard|y|--try|z|--treated|1'],
    ['edit|last|--set|contact.priorContacts=3|--set|care.extraSteps=stayed-on'],
    ['remove|last|--yes'],
  ])('%s', async (line) => {
    const home = await aHomeWithWork()
    const { status, stderr } = afterword(home, [...line.split('|'), '--no-input'])
    expect({ status, stderr }).toMatchObject({ status: 0 })
  })
})

describe('habit 23: import -', () => {
  it.each([
    ['lines', (entries: object[]) => entries.map((entry) => JSON.stringify(entry)).join('\n')],
    ['an array', (entries: object[]) => JSON.stringify(entries, null, 1)],
  ])('%s', async (_, write) => {
    const [home, other] = [await aHomeWithWork(), aFolder()]
    const entries = entriesOf(home)
    const taken = afterword(other, ['import', '-'], { input: write(entries) })
    expect(taken).toMatchObject({ status: 0, stderr: expect.stringContaining('Imported 1 entry') })
    const bad = [...entries, { ...entries[0], id: '000000000009', channel: 'pigeon' }]
    const refused = afterword(aFolder(), ['import', '-'], { input: write(bad) })
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/1 of 2 rows cannot be taken.*line (2|21): channel is "pigeon"/s)
  })
})

describe('habit 24: -', () => {
  it.each([
    ['export --out -', /^\{"id"/],
    ['export --format csv --out -', /^id,at/],
    ['week --out -', /^Week 47/],
    ['followups --format html --out -', /^<!doctype html>/i],
  ])('%s is stdout', async (line, begins) => {
    const home = await aHomeWithWork()
    const { status, stdout } = afterword(home, line.split(' '))
    expect(status).toBe(0)
    expect(stdout).toMatch(begins)
    expect(readdirSync(home)).not.toContain('-')
  })

  it.each([
    ['log -', `afterword log - ${FLAGS.join(' ')}`, 'Saved', 'Parcel found'],
    ['edit --summary -', 'afterword edit last --summary -', 'undo', 'Parcel found'],
    ['import -', 'afterword export | afterword import -', '1 known already', ''],
    [
      'catchup -',
      'afterword catchup - --map who=Who,at=At,summary=What',
      '1 contact not written down',
      'Who,At,What\nida,2026-11-18 09:00,x',
    ],
    ['team add -', 'afterword team add -', 'stdin', '{"not":"a pack"}'],
  ])('%s is stdin', async (_, line, says, input) => {
    const { stderr } = inShell(await aHomeWithWork(), line, { input })
    expect(stderr).toContain(says)
  })

  describeWith('script')('where stdin is a terminal', () => {
    it.each([
      ['what happened', `afterword log - ${FLAGS.join(' ')}`, 'Saved'],
      ['JSON Lines or CSV', 'afterword import -', 'Parcel found'],
      ['a pack', 'afterword team add -', 'stdin'],
    ])('says that it waits for %s', async (what, line, says) => {
      const typing = [[`Reading ${what} from the terminal.`, 'Parcel found\n\u0004']] as const
      const { bytes } = await inPty(await aHomeWithWork(), line, { typing })
      expect(bytes).toContain(says)
    })
  })
})

describe('habit 25: -- ends the options', () => {
  it.each([
    [['log', ...FLAGS, '--', '-5 degrees in the cabinet'], '-5 degrees in the cabinet'],
    [['log', ...FLAGS, '--', '--who'], '--who'],
    [['log', ...FLAGS, '--', '-q'], '-q'],
  ])('%j', (argv, summary) => {
    const home = aFolder()
    expect(afterword(home, argv).status).toBe(0)
    expect(entriesOf(home)).toMatchObject([{ summary, customer: 'red-jacket' }])
  })

  it('and what follows is the program of wrap', () => {
    const { status, stdout } = afterword(aFolder(), ['wrap', '--', 'echo', '--help', '-q'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '--help -q\n' })
  })
})

describeWith('tmux')('in a real terminal', () => {
  it('habit 26: Esc goes back one question, and answers stay', async () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const screen = aScreen(home, '')
    await screen.until('Who?')
    screen.keys('blue-gate', 'Enter')
    await screen.until('Channel?')
    screen.keys('phone', 'Enter')
    await screen.until('What happened?')
    screen.keys('Wet splitter', 'Escape')
    await screen.without('What happened?')
    screen.keys('Enter')
    await screen.until(/What happened\? +Wet splitter/)
  })
})

describe('habit 27: a save that fails', () => {
  it('keeps what was typed as a draft and says where', () => {
    const home = aFolder()
    writeFileSync(join(home, 'journal'), 'a file where a folder should be')
    const { status, stdout, stderr } = afterword(home, CONTACT)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(join(home, 'journal'))
    expect(stderr).not.toMatch(STACK)
    const path = /kept in (\S+);/.exec(stderr)?.[1] ?? ''
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      answers: { who: 'lantern-street', summary: 'Wet splitter in the roof box, replaced' },
    })
  })

  it('prints the whole command line where no draft can be kept either', () => {
    const home = aFolder()
    writeFileSync(join(home, 'state'), 'a file where a folder should be')
    const { status, stderr } = afterword(home, [...CONTACT, '--tag', "it's wet"])
    expect(status).toBe(1)
    const again = /^afterword (log .*)$/m.exec(stderr)?.[1]
    expect(again).toBe(
      `log --who lantern-street --channel on-site --felt fru:gra --end resolved --tag 'it'\\''s wet' -- 'Wet splitter in the roof box, replaced'`,
    )
    const other = aFolder()
    inShell(other, `afterword ${again}`)
    expect(JSON.parse(afterword(other, ['list', '--json']).stdout)).toMatchObject([
      { customer: 'lantern-street', tags: ["it's wet"] },
    ])
  })
})

describe('habit 28: what is dangerous', () => {
  const entry = 'the-long-house-behind-the-mill'
  it.each([
    [['remove', 'last'], '--yes'],
    [['forget', entry], '--yes'],
  ])('%j needs --yes without a terminal, and by itself is No', async (argv, flag) => {
    const home = await aHomeWithWork()
    const refused = afterword(home, argv)
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining(flag) })
    expect(entriesOf(home)).toHaveLength(1)
    const month = JSON.parse(readFileSync(join(home, 'journal/2026-11.json'), 'utf8'))
    for (const typed of ['', 'n']) {
      const world = await aWorld({ entries: month.entries, typing: [typed] })
      if (argv[0] === 'remove') expect(await world.run(...argv)).toBe(1)
      expect(await world.journal.read()).toHaveLength(1)
    }
    expect(afterword(home, [...argv, flag]).status).toBe(0)
    expect(entriesOf(home)).toEqual([])
  })

  it('undo takes back the last write', async () => {
    const home = await aHomeWithWork()
    afterword(home, ['remove', 'last', '--yes'])
    expect(afterword(home, ['undo']).status).toBe(0)
    expect(entriesOf(home)).toHaveLength(1)
  })
})

describe('habit 29: a day in words', () => {
  it.each([
    ['later the fri', /Fri 20 Nov/],
    ['later the in 3 days', /Sat 21 Nov/],
    ['later the 2026-11-25', /Wed 25 Nov/],
  ])('%s is shown as understood', async (line, says) => {
    expect(afterword(await aHomeWithWork(), line.split(' ')).stderr).toMatch(says)
  })

  it.each([
    ['later the when pigs fly', 'when pigs fly'],
    ['list --from whenever', 'whenever'],
    ['edit last --at 2026-02-30', '2026-02-30'],
    ['edit last --at tomorrow', 'Thu 19 Nov'],
  ])('%s is refused, never now', async (line, names) => {
    const home = await aHomeWithWork()
    const before = entriesOf(home)
    const { status, stderr } = afterword(home, line.split(' '))
    expect(status).toBe(2)
    expect(stderr).toContain(names)
    expect(entriesOf(home)).toEqual(before)
  })
})

describe('habit 30: the shell history', () => {
  it('is warned of in the README and in help log, with three ways around it', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
    const { stdout } = afterword(aFolder(), ['help', 'log'])
    for (const text of [readme, stdout]) {
      const line = text.replaceAll(/\s+/g, ' ')
      expect(line).toMatch(/history/)
      expect(line).toMatch(/answer the questions/)
      expect(line).toMatch(/stdin|pipe it in/)
      expect(line).toMatch(/begin (the line )?with a space/)
    }
  })
})
