import { describe, expect, it } from 'vitest'
import { WORDS } from '../../src/words.ts'
import { aFolder, afterword } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { aScreen } from '../terminal/screen.ts'
import { aWorld } from '../world.ts'

const helpWith = (...argv: string[]) => afterword(aFolder(), argv)

/** Returns what a line prints in a world in memory, which takes less time than the whole program. */
async function said(...argv: string[]) {
  const world = await aWorld()
  const status = await world.run(...argv)
  return { status, stdout: world.out(), stderr: world.err() }
}

describe('habit 11: alone', () => {
  it('without a terminal it is short help with three examples, and exit 2', () => {
    const { status, stdout, stderr } = helpWith()
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^Examples:\n(?: {2}afterword.*\n){3}/)
    expect(stderr).not.toContain('outputHelp')
  })

  describeWith('tmux')('on a terminal', () => {
    it('asks', async () => {
      await aScreen(aFolder(), '').until('What should reports call you?')
    })
  })
})

describe('habit 12: four ways to one help, which begins with examples', () => {
  it.each(WORDS.map(({ word }) => [word]))('%s', async (word) => {
    const first = await said('help', word)
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toMatch(/^Examples:\n {2}/)
    for (const flag of ['--help', '-h']) expect(await said(word, flag)).toEqual(first)
  })

  it('of the whole: help, -h and --help', () => {
    const [first, ...others] = [['help'], ['-h'], ['--help']].map((argv) => helpWith(...argv))
    expect(first?.stdout).toContain('Every word: afterword help all')
    for (const other of others) expect(other).toMatchObject({ status: 0, stdout: first?.stdout })
    expect(helpWith().stderr.trimEnd()).toBe(first?.stdout.trimEnd())
  })
})

describe('habit 14: a slip', () => {
  it.each([
    ['wek', 'week'],
    ['lits', 'list'],
    ['undoo', 'undo'],
    ['exprot', 'export'],
  ])('%s gets "Did you mean %s", and nothing runs', (typed, meant) => {
    const home = aFolder()
    const { status, stdout, stderr } = afterword(home, [typed])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`Did you mean ${meant}?`)
  })

  it('of an option is answered in the same way', () => {
    const { status, stderr } = helpWith('list', '--form', 'mon')
    expect(status).toBe(2)
    expect(stderr).toContain('Did you mean --from?')
  })
})

describe('habit 15: no word begins another', () => {
  const names = WORDS.flatMap(({ word, alias }) => (alias ? [word, alias] : [word]))

  it('in the table', () => {
    const begun = names.filter((name) =>
      names.some((other) => other !== name && other.startsWith(name)),
    )
    expect(begun).toEqual([])
  })

  it.each(names.map((name) => name.slice(0, -1)))('%s is no word', async (typed) => {
    expect(await said(typed)).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('habit 16: help', () => {
  it('is grouped', async () => {
    const { stdout } = await said('help', 'all')
    const groups = [...stdout.matchAll(/^(\S.*):$/gm)].map(([, name]) => name)
    expect(groups).toEqual(['Examples', 'Options', 'Record', 'Look back', 'Share', 'Set up'])
  })

  it('is short at first: ten words', async () => {
    const { stdout } = await said('help')
    const words = [...stdout.matchAll(/^ {2}([a-z]+)(?:\|[a-z]+)?\s{2,}[A-Z]/gm)]
    const first = 'demo done followups handover list log review today undo week'
    expect(
      words
        .map(([, word]) => word)
        .toSorted()
        .join(' '),
    ).toBe(first)
  })

  it.each([['all'], ['exit-codes'], ...WORDS.map(({ word }) => [word])])(
    'on %s fits 80 columns',
    async (topic) => {
      const lines = (await said('help', topic)).stdout.split('\n')
      expect(lines.filter((line) => line.length > 80)).toEqual([])
    },
  )
})

it('habit 17: --version prints only the version', () => {
  for (const flag of ['--version', '-V'])
    expect(helpWith(flag)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    })
})
