import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'
import { anEntry } from '../helpers.ts'
import { aHomeWith, aHomeWithWork } from './a-home.ts'

function entriesOf(home: string, env: Record<string, string> = {}) {
  return JSON.parse(afterword(home, ['list', '--json'], { env }).stdout)
}

/** Returns every file and folder in a folder with its mode. */
function modesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
  return Object.fromEntries(names.map((name) => [name, mode(name)]))
}

describe('habit 42: XDG folders', () => {
  it('hold config, data and state, and doctor names all of them', () => {
    const folder = aFolder()
    const env = {
      AFTERWORD_HOME: '',
      XDG_CONFIG_HOME: join(folder, 'c'),
      XDG_DATA_HOME: join(folder, 'd'),
      XDG_STATE_HOME: join(folder, 's'),
    }
    afterword(folder, CONTACT, { env })
    afterword(folder, ['config', 'rep', 'ash'], { env })
    expect(readdirSync(join(folder, 'c/afterword'))).toEqual(['config.json'])
    expect(readdirSync(join(folder, 'd/afterword'))).toEqual(['journal'])
    expect(readdirSync(join(folder, 's/afterword'))).toContain('history.jsonl')
    const { stdout } = afterword(folder, ['doctor'], { env })
    for (const path of ['c/afterword', 'd/afterword', 'd/afterword/journal', 's/afterword'])
      expect(stdout).toContain(`${join(folder, path)}\n`)
  })

  it('are the usual ones below HOME where nothing is set', () => {
    const folder = aFolder()
    afterword(folder, CONTACT, { env: { AFTERWORD_HOME: '' } })
    expect(readdirSync(join(folder, '.local/share/afterword'))).toEqual(['journal'])
  })
})

describe('habit 43: files are for the owner alone', () => {
  it('after every write, whatever the umask and the modes were', () => {
    const home = aFolder()
    afterword(home, ['config', 'rep', 'ash'])
    for (const mode of [0o644, 0o400, 0o666]) {
      for (const argv of [CONTACT, ['undo'], ['undo']]) {
        expect(afterword(home, argv).status).toBe(0)
        expect(new Set(Object.values(modesIn(home)))).toEqual(new Set(['600', '700']))
        chmodSync(join(home, 'journal/2026-11.json'), mode)
      }
    }
  })

  it('the journal folder may be a link', async () => {
    const [home, elsewhere] = [await aHomeWithWork(), aFolder()]
    renameSync(join(home, 'journal'), join(elsewhere, 'journal'))
    symlinkSync(join(elsewhere, 'journal'), join(home, 'journal'))
    expect(afterword(home, CONTACT).status).toBe(0)
    expect(entriesOf(home)).toHaveLength(2)
    expect(modesIn(elsewhere)).toEqual({ journal: '700', 'journal/2026-11.json': '600' })
  })
})

describe('habit 44: where a setting comes from', () => {
  const timeZone = (home: string, env: Record<string, string>) =>
    afterword(home, ['config', 'timeZone'], { env }).stdout

  it('config names the source of each value', () => {
    const home = aFolder()
    afterword(home, ['config', 'rep', 'ash'])
    const { stdout } = afterword(home, ['config'], { env: { NO_COLOR: '1' } })
    const sources = [...stdout.matchAll(/^(\S+): .* \((.*)\)$/gm)].map(([, key, from]) => [
      key,
      from,
    ])
    expect(sources).toHaveLength(9)
    expect(Object.fromEntries(sources)).toMatchObject({
      rep: 'config.json',
      timeZone: 'AFTERWORD_NOW',
      nudges: 'standard',
    })
    expect(stdout).toContain(`Kept in ${join(home, 'config.json')}\n`)
    expect(stdout).toMatch(/ {2}AFTERWORD_HOME=.*\n[\s\S]* {2}NO_COLOR=1\n/)
    const { settings } = JSON.parse(afterword(home, ['config', '--json']).stdout)
    expect(settings).toContainEqual({ key: 'rep', value: 'ash', source: 'config.json' })
  })

  it('the zone: the setting, AFTERWORD_NOW, TZ, the machine', () => {
    const home = aFolder()
    const TZ = 'Asia/Tokyo'
    expect(timeZone(home, { TZ })).toBe('timeZone: -06:00 (AFTERWORD_NOW)\n')
    expect(timeZone(home, { TZ, AFTERWORD_NOW: '' })).toBe('timeZone: Asia/Tokyo (TZ)\n')
    expect(timeZone(home, { AFTERWORD_NOW: '' })).toContain('(the machine)')
    afterword(home, ['config', 'timeZone', 'Europe/Stockholm'])
    expect(timeZone(home, { TZ })).toBe('timeZone: Europe/Stockholm (config.json)\n')
  })

  it('a flag goes before the environment', () => {
    const { stdout } = afterword(aFolder(), ['today', '--color'], { env: { NO_COLOR: '1' } })
    expect(stdout).toContain('\u001b[1m')
  })
})

it('habit 45: eight logs at once all land', async () => {
  const home = aFolder()
  const children = Array.from({ length: 8 }, () =>
    spawn(process.execPath, [PROGRAM, ...CONTACT], { env: environment(home), stdio: 'ignore' }),
  )
  const codes = await Promise.all(children.map((child) => once(child, 'exit')))
  expect(codes.map(([code]) => code)).toEqual(Array(8).fill(0))
  expect(entriesOf(home)).toHaveLength(8)
})

it('habit 46: a newer format is refused untouched, with both numbers', () => {
  const home = aFolder()
  mkdirSync(join(home, 'journal'))
  const file = join(home, 'journal/2026-11.json')
  const newer = '{"format":"afterword","version":2,"month":"2026-11","entries":[]}'
  writeFileSync(file, newer)
  const { status, stderr } = afterword(home, CONTACT)
  expect(status).toBe(1)
  expect(stderr).toMatch(/newer.*2.*1|2.*newer.*1/s)
  expect(readFileSync(file, 'utf8')).toBe(newer)
  expect(readdirSync(join(home, 'journal'))).toEqual(['2026-11.json'])
})

describe('habit 48: what other programs would run', () => {
  const STARTS = ['=', '+', '-', '@', '\t', '\r']
  const entries = STARTS.map((start, at) =>
    anEntry({
      id: `00000000000${at}`,
      at: '2026-11-18T09:00:00-06:00',
      customer: `x${at}`,
      summary: `${start}cmd|'/C calc'!A0`,
      meaning: { story: { headline: `<img src=x onerror=alert(${at})>` } },
    }),
  )

  it('CSV begins no cell with what a sheet takes for a formula', async () => {
    const { stdout } = afterword(await aHomeWith(entries), ['export', '--format', 'csv'])
    expect(stdout.split('cmd|')).toHaveLength(STARTS.length + 1)
    expect(stdout).not.toMatch(/(^|[,"\n])[=+@\t\r-][^,"\n]*cmd/m)
  })

  it('HTML shows markup as text, allows no source, and names no address', async () => {
    const { stdout } = afterword(await aHomeWith(entries), ['week', '--format', 'html'])
    expect(stdout).toContain('&lt;img src=x onerror=alert(0)&gt;')
    expect(stdout).not.toMatch(/<img|<script|https?:/)
    expect(stdout).toContain('default-src &#39;none&#39;')
  })
})

it('habit 49: with NODE_ENV=test it writes to disk', () => {
  const home = aFolder()
  expect(afterword(home, CONTACT, { env: { NODE_ENV: 'test' } }).status).toBe(0)
  expect(entriesOf(home)).toHaveLength(1)
})

describe('habit 50: any locale, zone and name of a home', () => {
  it.each<[string, Record<string, string>]>([
    ['an empty LC_ALL', { LC_ALL: '', LANG: '' }],
    ['LANG=C', { LANG: 'C', LC_ALL: 'C' }],
    ['another language', { LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['a zone', { TZ: 'Pacific/Kiritimati' }],
    ['a zone that does not exist', { TZ: 'Nowhere/Land' }],
    ['an empty zone', { TZ: '' }],
  ])('%s', (_, env) => {
    const home = join(aFolder(), 'Ein Zuhause – für 山田 🦊')
    const name = ['--who', 'Björn 山田']
    expect(afterword(home, [...CONTACT, ...name], { env })).toMatchObject({ status: 0, stdout: '' })
    expect(entriesOf(home, env)).toMatchObject([
      { customer: 'Björn 山田', at: '2026-11-18T12:00:00-06:00' },
    ])
    const plain = afterword(home, ['week'])
    expect(afterword(home, ['week'], { env }).stdout).toBe(plain.stdout)
    expect(plain.stdout).toContain('Björn 山田')
  })
})
