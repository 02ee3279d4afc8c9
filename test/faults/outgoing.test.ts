import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aHome, aJournal } from '../store/store-folder.ts'

async function homeWith(...texts: string[]): Promise<string> {
  const home = aHome()
  const add = texts.map((summary, n) => ({
    add: anEntry({ id: idOf(n), summary, customer: `c${n}` }),
  }))
  await aJournal(home).change('log', add)
  return home.data
}

describe('fault 27: cells that a spreadsheet would run', () => {
  const FORMULAS = [
    '=HYPERLINK("http://evil.example","x")',
    '+46701234567',
    '-5',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\0=1',
    '＝1+1',
    ' =1+1',
    '＋1',
    '－1',
    '＠x',
    'a "quoted" one, and\r\na new line',
  ]
  const cells = (text: string) =>
    parse<{ summary: string }>(text, { columns: true }).map(({ summary }) => summary)

  it('are made harmless and quoted, whole again on the way in, and left alone with --raw-csv', async () => {
    const home = await homeWith(...FORMULAS)
    const guarded = cells(afterword(home, ['export', '--format', 'csv']).stdout)
    expect(guarded.filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r]/.test(cell))).toEqual([])
    expect(cells(afterword(home, ['export', '--format', 'csv', '--raw-csv']).stdout)).toEqual(
      FORMULAS,
    )
    const other = aFolder()
    const [path, json] = [join(aFolder(), 'out.csv'), ['export', '--format', 'jsonl']]
    expect(afterword(home, ['export', '--out', path]).status).toBe(0)
    expect(afterword(other, ['import', path]).status).toBe(0)
    expect(afterword(other, json).stdout).toBe(afterword(home, json).stdout)
  })
})

describe('fault 28: text that a browser would run', () => {
  it('is text: escaped, without a link, a script or a source, under a policy', async () => {
    const texts = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "javascript:alert('1')",
      '[x](javascript:alert(1)) https://evil.example',
    ]
    const home = await homeWith(...texts, ...texts)
    for (const args of [
      ['week', 'last'],
      ['report', 'stories'],
      ['customer', 'c1'],
      ['followups'],
    ]) {
      const { status, stdout } = afterword(home, [...args, '--format', 'html'])
      expect(status).toBe(0)
      const [, policy = ''] =
        /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(stdout) ?? []
      expect(policy.replaceAll('&#39;', "'")).toBe("default-src 'none'; style-src 'unsafe-inline'")
      expect(stdout).not.toMatch(/<(script|img|a|iframe|link|object)\b/i)
      expect(stdout).not.toMatch(/<[^>]*\s(href|src|on\w+)\s*=/i)
    }
  })
})

describe('fault 29: where the output goes', () => {
  const BIG = 2000
  async function bigHome(): Promise<string> {
    const home = aHome()
    const add = Array.from({ length: BIG }, (_, n) => ({
      add: anEntry({ id: idOf(n), summary: 'x'.repeat(280) }),
    }))
    await aJournal(home).change('import', add)
    return home.data
  }
  const shell = (home: string, line: string, env = {}) =>
    spawnSync('bash', ['-c', line.replaceAll('afterword', `'${process.execPath}' '${PROGRAM}'`)], {
      env: environment(home, env),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })

  it('a reader that leaves, a closed stdout, a slow pipe, a full disk', async () => {
    const home = await bigHome()
    expect(shell(home, 'afterword list --json | head -1; echo $PIPESTATUS')).toMatchObject({
      stdout: '[\n0\n',
      stderr: '',
    })
    const slow = shell(home, 'afterword list --json | (sleep 1; cat)').stdout
    expect(slow.length).toBeGreaterThan(1_000_000)
    expect(JSON.parse(slow)).toHaveLength(BIG)
    expect(shell(home, 'afterword list --json >&-; echo $?').stdout).toMatch(/^[01]\n$/)
    for (const args of [['list', '--json'], ['export'], ['week'], ['schema']]) {
      const full = openSync('/dev/full', 'w')
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        env: environment(home),
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      })
      closeSync(full)
      expect([args, status, stderr]).toEqual([args, 1, expect.stringContaining('The disk is full')])
    }
  })

  it.each([[{ TERM: 'dumb' }], [{ NO_COLOR: '1' }], [{}]])(
    'with %j in a pipe there is not one escape byte',
    (env) => {
      const home = aFolder()
      afterword(home, CONTACT)
      for (const args of [['list'], ['week'], ['show', 'last'], ['help', 'all'], ['nonsense']]) {
        const { stdout, stderr } = afterword(home, args, { env })
        expect(stdout + stderr).not.toContain('\u001b')
      }
    },
  )

  it('a save is a save although nobody reads the answer', () => {
    const home = aFolder()
    const line = ['log', 'x', ...CONTACT.slice(2), '--json'].map((word) => `'${word}'`).join(' ')
    shell(home, `afterword ${line} | true`)
    expect(
      JSON.parse(readFileSync(join(home, 'journal/2026-11.json'), 'utf8')).entries,
    ).toHaveLength(1)
  })
})
