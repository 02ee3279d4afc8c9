import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, environment, PROGRAM } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { describeWith } from '../programs.ts'
import { aShim } from '../shell.ts'
import { aTerminal, type Screen } from '../terminal/screen.ts'
import { aWorld } from '../world.ts'

/** Customers whose names a shell could take for something else, each with what is typed of it. */
const HOSTILE = [
  ['blue gate', 'bl'],
  ['blue gate', "'bl"],
  ['blue gate', '"bl'],
  ["o'neil", 'o'],
  ["o'neil", '"o'],
  ['say "hi"', 'sa'],
  ['say "hi"', "'sa"],
  ['a:b=c', 'a:'],
  ['山田さん', '山'],
  ['$(touch pwned)', String.raw`\$`],
  ['$(touch pwned)', "'$"],
  ['x`touch pwned`;touch pwned&', 'x'],
  ['x`touch pwned`;touch pwned&', '"x'],
  ['~root', String.raw`\~`],
  ['wild*? [a]', 'wi'],
] as const

const NAMES = [...new Set(HOSTILE.map(([name]) => name))]
/** A name with a control character cannot be typed, and `-rf` would be taken for a flag. */
const NEVER = ['esc\u001b[2J', 'two\nlines', 'turned\u202eround', '-rf']

function aJournal(): string {
  const home = aFolder()
  const entries = [...NAMES, ...NEVER].map((customer, at) => anEntry({ id: idOf(at), customer }))
  keep(home, entries)
  return home
}

function keep(home: string, entries: readonly object[]): void {
  const input = entries.map((entry) => JSON.stringify(entry)).join('\n')
  expect(afterword(home, ['import', '-'], { input }).status).toBe(0)
}

/** Returns what bash is given for a line: the candidates as it would insert them, and what it is told about them. */
const HARNESS = `
source <(afterword completion bash)
compopt() { printf 'compopt %s\n' "$*"; }
COMP_LINE=$1 COMP_POINT=\${#1}
_afterword
printf '%s\n' "\${COMPREPLY[@]}"
`

function inBash(home: string, line: string): string[] {
  const bin = existsSync(join(home, 'bin')) ? join(home, 'bin') : aShim(home)
  const env = environment(home, { PATH: `${bin}:${process.env.PATH}`, LANG: 'C.UTF-8' })
  const args = ['--norc', '-c', HARNESS, 'bash', line]
  const { stdout, stderr } = spawnSync('bash', args, { cwd: home, env, encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.trimEnd().split('\n')
}

describeWith('bash')('habit 18: bash asks the program', () => {
  it.each([
    ['afterword sh', ['shift', 'show']],
    ['afterword du', ['due']],
    ['afterword log --cha', ['--channel']],
    ['afterword log --no-', ['--no-color', '--no-input', '--no-pager']],
    ['afterword log --channel p', ['phone']],
    ['afterword log -c on', ['on-site']],
    ['afterword log "What happened" -e res', ['resolved']],
    ['afterword log --felt fru', ['compopt -o nospace', 'frustrated']],
    ['afterword log --felt fru:gra', ['grateful']],
    ['afterword log -f fru,gra', ['fru,grateful']],
    ['afterword log --set contact.mo', ['compopt -o nospace', 'contact.moment=']],
    ['afterword log --set contact.moment=rep', ['repair']],
    ['afterword done bl --felt hap', ['happy']],
    ['afterword list --end=esc', ['escalated']],
    ['afterword review --felt pro', ['proud']],
    ['afterword review to', ['today']],
    ['afterword week ', ['this', 'last', '2026-W46', '2026-W45', '2026-W44', '2026-W43']],
    ['afterword month 2', ['2026-10', '2026-09', '2026-08', '2026-07']],
    ['afterword report ', ['feelings', 'stories', 'blockers', 'purpose', 'calendar']],
    ['afterword report feelings --from yes', ['yesterday']],
    ['afterword week --format ma', ['markdown']],
    ['afterword export --format j', ['jsonl']],
    ['afterword team re', ['report', 'reply', 'remove']],
    ['afterword team report la', ['last']],
    ['afterword config work', ['workDays', 'workHours']],
    ['afterword help ex', ['export', 'exit-codes']],
    ['afterword completion z', ['zsh']],
    ['afterword schedule --for cr', ['cron']],
    ['afterword import ', ['compopt -o default -o filenames', '']],
    ['afterword week --out ', ['compopt -o default -o filenames', '']],
    ['afterword nonsense ', ['']],
    ['afterword log "What happened" ', ['']],
    ['afterword wrap -- ssh ', ['']],
  ])('habit 18: %s', (line, expected) => {
    expect(inBash(aFolder(), line).join('\n')).toBe(expected.join('\n').trimEnd())
  })

  it('habit 18: `done` offers only customers with something open', () => {
    const home = aFolder()
    const followUp = { status: 'planned', due: '2026-11-20' } as const
    keep(home, [
      anEntry({ id: idOf(1), customer: 'lantern-street' }),
      anEntry({ id: idOf(2), customer: 'lantern-row', followUp }),
    ])
    expect(inBash(home, 'afterword done l')).toEqual(['lantern-row'])
    expect(inBash(home, 'afterword show lan')).toEqual(['lantern-row', 'lantern-street'])
    expect(inBash(home, 'afterword customer lantern-s')).toEqual(['lantern-street'])
    expect(inBash(home, 'afterword log --who la')).toEqual(['lantern-row', 'lantern-street'])
  })

  it('habit 18: what cannot be typed is never offered', () => {
    const offered = inBash(aJournal(), 'afterword show ')
    expect(offered).toHaveLength(NAMES.length + 1)
    expect(offered).toContain('last')
    for (const start of ['esc', 'two', 'turned', '-rf'])
      expect(offered.filter((each) => each.startsWith(start))).toEqual([])
  })
})

const SHELLS = [
  ['bash', 'bash --norc', 'source <(afterword completion bash)'],
  [
    'zsh',
    'zsh -f',
    'bindkey -e; autoload -U compinit; compinit -u -D; source <(afterword completion zsh)',
  ],
  ['fish', 'fish --no-config', 'afterword completion fish | source'],
] as const

async function aShell(home: string, run: string, setUp: string): Promise<Screen> {
  const env = { PATH: `${aShim(home)}:${process.env.PATH}`, HOME: home }
  const screen = aTerminal(home, run, env)
  screen.keys(`cd ${home}; ${setUp} ; clear; echo rea''dy`, 'Enter')
  await screen.until(/^ready$/m)
  return screen
}

/** Presses Tab and then prints the words of the line, so that what the shell understood is seen. */
function printCompleted(screen: Screen, line: string): void {
  screen.keys(line, 'Tab', 'C-a', 'printf "[%s]\\n" ', 'Enter')
}

for (const [shell, run, setUp] of SHELLS)
  describeWith(shell)(`habit 18: Tab in ${shell}`, () => {
    it(`habit 18: ${shell} completes names as one harmless word each`, async () => {
      const home = aJournal()
      const screen = await aShell(home, run, setUp)
      for (const [name, start] of HOSTILE) {
        screen.keys('clear', 'Enter')
        await screen.without('[show]')
        printCompleted(screen, `afterword show ${start}`)
        expect(await screen.until(/^\[show\]\n\[.*\]$/m), start).toContain(`[show]\n[${name}]\n`)
      }
      expect(readdirSync(home)).not.toContain('pwned')
    }, 120_000)

    it(`habit 18: ${shell} shows the words that begin so`, async () => {
      const screen = await aShell(aFolder(), run, setUp)
      screen.keys('afterword log --channel ', 'Tab', 'Tab')
      const shown = await screen.until('on-site')
      for (const channel of ['phone', 'chat', 'email', 'ticket']) expect(shown).toContain(channel)
    })

    it(`habit 18: ${shell} completes file names where a file is wanted`, async () => {
      const home = aFolder()
      writeFileSync(join(home, 'a-file.jsonl'), '')
      const screen = await aShell(home, run, setUp)
      printCompleted(screen, 'afterword import a-f')
      await screen.until('[a-file.jsonl]')
    })
  })

describe('habit 18: the command itself', () => {
  it.each(['bash', 'zsh', 'fish'])('habit 18: %s gets a script', async (shell) => {
    const world = await aWorld()
    expect(await world.run('completion', shell)).toBe(0)
    expect(world.out()).toContain(`afterword completion ${shell} -- `)
  })

  it('habit 18: another shell is refused by name', async () => {
    const world = await aWorld()
    expect(await world.run('completion', 'tcsh')).toBe(2)
    expect(world.err()).toContain('tcsh')
    expect(world.err()).toContain('bash, zsh, fish')
  })

  it('habit 18: no other command loads it', () => {
    const core = readFileSync(join(PROGRAM, '../../dist/core.js'), 'utf8')
    expect(core).not.toContain('compadd')
    expect(core).not.toContain('COMPREPLY')
  })
})
