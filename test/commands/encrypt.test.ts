import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Encrypter } from 'age-encryption'
import { describe, expect, it, vi } from 'vitest'
import { aFolder, afterword, CONTACT, contactWith } from '../afterword.ts'
import { IDENTITY, identityFile, RECIPIENT } from '../encrypted.ts'
import { describeWith } from '../programs.ts'

// The library's scrypt takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const STACK = /^\s+at /m
const NAME = 'lantern-street'

/** Returns a home with one entry, encrypted for the identity of the tests. */
function encrypted(...flags: string[]): string {
  const home = aFolder()
  afterword(home, CONTACT)
  const { status, stderr } = afterword(home, ['encrypt', '--identity', identityFile(), ...flags])
  expect({ status, stderr }).toMatchObject({ status: 0 })
  return home
}

/** Returns a home whose identity is locked by a passphrase, with the least work there is. */
async function withPassphrase(passphrase = 'five words and no more', work = 1): Promise<string> {
  const home = aFolder()
  afterword(home, CONTACT)
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  writeFileSync(join(home, 'identity.age'), await encrypter.encrypt(`${IDENTITY}\n`))
  const { status } = afterword(home, ['encrypt', '--passphrase-file', secret(passphrase)])
  expect(status).toBe(0)
  return home
}

/** Returns the path of a file that holds a passphrase. */
function secret(text: string, mode = 0o600): string {
  const path = join(aFolder(), 'passphrase')
  writeFileSync(path, `${text}\n`, { mode })
  return path
}

function filesIn(home: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

const picture = (home: string) =>
  filesIn(home).map((path) => [path, readFileSync(path).toString('base64')])

const month = (home: string) => join(home, 'journal/2026-11.json.age')

describe('encrypt', () => {
  it('leaves no name in any file, and every word works as before', () => {
    const home = aFolder()
    afterword(home, CONTACT)
    afterword(home, ['config', 'neverSay', NAME])
    const before = ['list', 'week', 'followups', 'status'].map(
      (word) => afterword(home, [word]).stdout,
    )
    expect(afterword(home, ['encrypt', '--identity', identityFile()]).stdout).toBe(
      '4 files are encrypted.\n',
    )
    expect(spawnSync('grep', ['-rl', NAME, home]).stdout.toString()).toBe('')
    const after = ['list', 'week', 'followups', 'status'].map(
      (word) => afterword(home, [word]).stdout,
    )
    expect(after).toEqual(before)
    expect(afterword(home, contactWith('blue-gate')).status).toBe(0)
    expect(afterword(home, ['undo']).stderr).toContain('Took back')
    expect(afterword(home, ['doctor']).stdout).toContain('Healthy')
    expect(spawnSync('grep', ['-rlE', `${NAME}|blue-gate`, home]).stdout.toString()).toBe('')
    expect(afterword(home, ['list']).stdout).toBe(before[0])
  })

  it('decrypt gives back what was there, and leaves the identity', () => {
    const home = encrypted()
    const other = aFolder()
    cpSync(home, other, { recursive: true })
    expect(afterword(other, ['decrypt']).stdout).toBe('3 files are decrypted.\n')
    expect(filesIn(other).filter((path) => path.endsWith('.age'))).toEqual([])
    expect(existsSync(join(other, 'encryption.json'))).toBe(false)
    expect(afterword(other, ['list']).stdout).toBe(afterword(home, ['list']).stdout)
    expect(afterword(other, ['doctor']).status).toBe(0)
  })

  it('--dry-run names the files and changes none', () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const before = picture(home)
    expect(afterword(home, ['encrypt', '--dry-run']).stdout).toBe(
      'journal/2026-11.json\nstate/history.jsonl\nstate/status\n',
    )
    expect(picture(home)).toEqual(before)
    const other = encrypted()
    const sealed = picture(other)
    expect(afterword(other, ['decrypt', '--dry-run']).stdout).toContain('journal/2026-11.json\n')
    expect(picture(other)).toEqual(sealed)
  })

  it('what was cut short is told by every word until it has come to its end', () => {
    const home = encrypted()
    const marker = join(home, 'encryption.json')
    for (const [turning, word] of [
      ['on', 'encrypt'],
      ['off', 'encrypt'],
      ['off', 'decrypt'],
    ]) {
      writeFileSync(
        marker,
        JSON.stringify({ ...JSON.parse(readFileSync(marker, 'utf8')), turning }),
      )
      const says = `go on with: afterword ${turning === 'on' ? 'encrypt' : 'decrypt'}\n`
      expect(afterword(home, ['status']).stderr).toContain(says)
      expect(afterword(home, [word as string]).status).toBe(0)
      expect(afterword(home, ['list'])).toMatchObject({ status: 0, stderr: '' })
    }
  })

  it('a second recipient opens everything when the identity is lost', () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const mine = join(aFolder(), 'mine')
    writeFileSync(mine, readFileSync(identityFile()), { mode: 0o600 })
    const passphrase = secret('five words and no more')
    afterword(home, ['encrypt', '--recovery', RECIPIENT, '--passphrase-file', passphrase])
    rmSync(join(home, 'identity.age'))
    const lost = afterword(home, ['list', '--passphrase-file', passphrase])
    expect(lost).toMatchObject({ status: 1, stdout: '' })
    expect(lost.stderr).toContain('identity is gone')
    expect(afterword(home, ['encrypt', '--identity', mine]).status).toBe(0)
    expect(afterword(home, ['list']).stdout).toContain(NAME)
    expect(afterword(home, [...CONTACT]).status).toBe(0)
    expect(afterword(home, ['list', '--json']).stdout.match(/lantern-street/g)).toHaveLength(2)
  })

  it('forget leaves nothing of the name', () => {
    const home = encrypted()
    expect(afterword(home, ['forget', NAME, '--yes']).status).toBe(0)
    expect(afterword(home, ['list']).stdout).not.toContain(NAME)
    expect(afterword(home, ['decrypt']).status).toBe(0)
    expect(spawnSync('grep', ['-rl', NAME, home]).stdout.toString()).toBe('')
  })

  it('schedule says what the report will need', async () => {
    expect(afterword(encrypted(), ['schedule']).stderr).toContain(identityFile())
    const home = await withPassphrase()
    expect(afterword(home, ['schedule']).stderr).toContain('--passphrase-file')
    const path = secret('five words and no more')
    const { stdout } = afterword(home, ['schedule', '--for', 'cron', '--passphrase-file', path])
    expect(stdout).toContain(`--passphrase-file ${path}`)
  })
})

describe('the passphrase', () => {
  it('is new at the first encrypt, and opens every word from a file or a descriptor', () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const path = secret('five words and no more')
    const first = afterword(home, ['encrypt', '--passphrase-file', path])
    expect(first).toMatchObject({ status: 0, stdout: '3 files are encrypted.\n' })
    expect(first.stderr).toContain('identity.age')
    expect(readFileSync(join(home, 'identity.age'), 'latin1')).toMatch(/^-> scrypt \S+ 18$/m)
    expect(afterword(home, ['--passphrase-file', path, 'list']).stdout).toContain(NAME)
    const piped = { input: 'five words and no more\n' }
    expect(afterword(home, ['list', '--passphrase-fd', '0'], piped).stdout).toContain(NAME)
  })

  it('changes without a change to any file but the identity', async () => {
    const home = await withPassphrase()
    const before = picture(home).filter(([path]) => !path?.endsWith('identity.age'))
    const [old, next] = [secret('five words and no more'), secret('another one')]
    const { status } = afterword(home, [
      'encrypt',
      '--new-passphrase',
      next,
      '--passphrase-file',
      old,
    ])
    expect(status).toBe(0)
    expect(picture(home).filter(([path]) => !path?.endsWith('identity.age'))).toEqual(before)
    expect(afterword(home, ['list', '--passphrase-file', old]).status).toBe(1)
    expect(afterword(home, ['list', '--passphrase-file', next]).stdout).toContain(NAME)
  })
})

describe('fault 32: what opens an encrypted journal is wrong, or what is in it', () => {
  /** Runs a word that must fail, saying this, without a word of the journal and without a change. */
  function refused(home: string, args: readonly string[], says: string, input = ''): void {
    const before = picture(home)
    const { status, stdout, stderr } = afterword(home, args, { input })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(STACK)
    expect(picture(home)).toEqual(before)
  }

  const WORDS = [
    ['list'],
    ['week', '--json'],
    ['export'],
    ['show', 'last'],
    ['doctor'],
    ['decrypt'],
  ]

  it('a wrong passphrase', async () => {
    const home = await withPassphrase()
    for (const args of WORDS)
      refused(home, [...args, '--passphrase-file', secret('wrong')], 'wrong passphrase or damaged')
  })

  it('an empty passphrase', async () => {
    const home = await withPassphrase()
    refused(home, ['list', '--passphrase-file', secret('')], 'passphrase is empty')
    refused(home, ['list', '--passphrase-fd', '0'], 'passphrase is empty')
    const plain = aFolder()
    afterword(plain, CONTACT)
    refused(plain, ['encrypt', '--passphrase-file', secret('')], 'passphrase is empty')
  })

  it('no terminal to ask on', async () => {
    const home = await withPassphrase()
    for (const args of WORDS) refused(home, args, '--passphrase-file FILE or --passphrase-fd N')
    const plain = aFolder()
    afterword(plain, CONTACT)
    refused(plain, ['encrypt'], '--passphrase-file FILE or --passphrase-fd N')
  })

  it('a passphrase or an identity that others may read', async () => {
    const home = await withPassphrase()
    refused(home, ['list', '--passphrase-file', secret('x', 0o640)], 'chmod 600')
    const plain = aFolder()
    afterword(plain, CONTACT)
    const key = join(aFolder(), 'key')
    writeFileSync(key, `${IDENTITY}\n`)
    chmodSync(key, 0o604)
    refused(plain, ['encrypt', '--identity', key], 'chmod 600')
  })

  it('a work factor of 30 is refused at once', async () => {
    const home = await withPassphrase()
    const path = join(home, 'identity.age')
    const text = readFileSync(path, 'latin1').replace(/^(-> scrypt \S+) 1$/m, '$1 30')
    writeFileSync(path, text, 'latin1')
    const given = ['--passphrase-file', secret('five words and no more')]
    refused(home, ['list', ...given], 'wrong passphrase or damaged')
    refused(home, ['list', ...given], 'work factor of 30')
  })

  it('a lost identity', async () => {
    const home = await withPassphrase()
    rmSync(join(home, 'identity.age'))
    const given = ['--passphrase-file', secret('five words and no more')]
    for (const args of WORDS) refused(home, [...args, ...given], 'identity is gone')
    rmSync(join(home, 'encryption.json'))
    refused(home, ['list', ...given], 'The journal is encrypted')
    refused(
      home,
      [
        ...CONTACT.slice(0, 2),
        '-w',
        'x',
        '-c',
        'phone',
        '-f',
        'fru:gra',
        '-e',
        'resolved',
        ...given,
      ],
      'The journal is encrypted',
    )
    refused(home, ['encrypt', ...given], 'identity is gone')
  })

  it.each([
    [
      'a flipped byte',
      (bytes: Buffer) => bytes.fill((bytes.at(-5) ?? 0) ^ 1, bytes.length - 5, bytes.length - 4),
    ],
    ['a flipped byte in its head', (bytes: Buffer) => bytes.fill((bytes[60] ?? 0) ^ 1, 60, 61)],
    ['a truncated file', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['an empty file', () => Buffer.alloc(0)],
  ])('%s: nothing is shown, nothing lost, and doctor --repair mends it', (_, spoil) => {
    const home = encrypted()
    const shown = afterword(home, ['list', '--json']).stdout
    const sealed = readFileSync(month(home))
    writeFileSync(month(home), spoil(Buffer.from(sealed)))
    for (const args of [['list'], ['week', '--json'], ['export'], ['show', 'last'], ['decrypt']])
      refused(home, args, 'wrong passphrase or damaged')
    expect(afterword(home, CONTACT).status).toBe(1)
    const found = afterword(home, ['doctor'])
    expect(found.status).toBe(1)
    expect(found.stdout).toContain('journal/2026-11.json')
    const kept = readFileSync(month(home))
    const { stdout } = afterword(home, ['doctor', '--repair'])
    expect(stdout).toContain('is whole again')
    expect(afterword(home, ['list', '--json']).stdout).toBe(shown)
    const [aside = ''] = readdirSync(join(home, 'state/aside'))
    expect(readFileSync(join(home, 'state/aside', aside))).toEqual(kept)
    expect(afterword(home, ['decrypt']).stderr).toContain(`state/aside/${aside}`)
    expect(afterword(home, ['list', '--json']).stdout).toBe(shown)
  })

  it('plain and encrypted months mixed are read alike, told, and put right', () => {
    const home = encrypted()
    const plain = aFolder()
    afterword(plain, [...contactWith('blue-gate', 'Earlier'), '--at', '2026-10-05T10:00'])
    cpSync(join(plain, 'journal/2026-10.json'), join(home, 'journal/2026-10.json'))
    const { stdout, stderr } = afterword(home, ['list'])
    expect(stdout).toContain(NAME)
    expect(stdout).toContain('blue-gate')
    expect(stderr).toContain('journal/2026-10.json lies there in plain')
    expect(afterword(home, ['encrypt']).stdout).toBe('One file is encrypted.\n')
    expect(afterword(home, ['list'])).toMatchObject({ stdout, stderr: '' })
  })
})

describeWith('age')('the stock tool', () => {
  const age = (...args: string[]) => spawnSync('age', args, { encoding: 'utf8' })

  it('opens a month, and refuses one with a flipped byte', () => {
    const home = encrypted()
    const { stdout } = age('-d', '-i', identityFile(), month(home))
    expect(JSON.parse(stdout).entries).toMatchObject([{ customer: NAME }])
    const bytes = readFileSync(month(home))
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 4
    writeFileSync(month(home), bytes)
    expect(age('-d', '-i', identityFile(), month(home))).toMatchObject({ status: 1, stdout: '' })
  })

  it('opens the history, piece by piece', () => {
    const folder = join(encrypted(), 'state/history')
    const [piece = ''] = readdirSync(folder)
    expect(age('-d', '-i', identityFile(), join(folder, piece)).stdout).toContain(`"word":"log"`)
  })

  it('makes files that afterword opens', () => {
    const home = encrypted()
    const bytes = spawnSync('age', ['-d', '-i', identityFile(), month(home)]).stdout
    rmSync(month(home))
    spawnSync('age', ['-r', RECIPIENT, '-o', month(home)], { input: bytes })
    expect(afterword(home, ['list']).stdout).toContain(NAME)
  })
})
