import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, PROGRAM } from './afterword.ts'

const { codeWith, compiledFile, EVERY_DAY } = createRequire(import.meta.url)('../bin/code.js')
const NOTHING = 'Nothing is waiting.\n'

describe('what was compiled when afterword was built', () => {
  it.each(['asked', 'help', ...EVERY_DAY])('is taken for %s', (word) => {
    const code = codeWith(readFileSync(compiledFile(word)))
    expect(code.cachedDataRejected).toBe(false)
  })
})

it('the code is ASCII throughout, since it is read one byte a character', () => {
  const code = readFileSync(join(dirname(PROGRAM), '../dist/core.js'))
  expect(code.every((byte) => byte < 0x80)).toBe(true)
})

/** Returns a copy of the program as another Node finds it, with nothing compiled for it. */
function copyOfProgram(): string {
  const folder = aFolder()
  const from = join(dirname(PROGRAM), '..')
  for (const part of ['bin', 'dist'])
    cpSync(join(from, part), join(folder, part), { recursive: true })
  const dist = join(folder, 'dist')
  for (const name of readdirSync(dist).filter((each) => each.endsWith('.cache')))
    rmSync(join(dist, name))
  return folder
}

function status(folder: string, caches: string): string {
  const env = { PATH: process.env.PATH, AFTERWORD_HOME: aFolder(), XDG_CACHE_HOME: caches }
  const program = join(folder, 'bin/afterword.js')
  return execFileSync(process.execPath, [program, 'status'], { encoding: 'utf8', env })
}

function keptIn(caches: string): string {
  const [name = '', ...rest] = readdirSync(join(caches, 'afterword'))
  expect(rest).toEqual([])
  return join(caches, 'afterword', name)
}

describe('what another Node compiles', () => {
  it('is kept among the caches, readable to nobody else, and taken the next time', () => {
    const [folder, caches] = [copyOfProgram(), aFolder()]
    expect(status(folder, caches)).toBe(NOTHING)
    const kept = readFileSync(keptIn(caches))
    expect(statSync(keptIn(caches)).mode & 0o777).toBe(0o600)
    expect(status(folder, caches)).toBe(NOTHING)
    expect(readFileSync(keptIn(caches)).equals(kept)).toBe(true)
  })

  it('is not taken for other code of the same length', () => {
    const [folder, caches] = [copyOfProgram(), aFolder()]
    status(folder, caches)
    const core = join(folder, 'dist/core.js')
    const code = readFileSync(core, 'utf8')
    writeFileSync(core, code.replaceAll('Nothing is waiting.', 'Nobody  is waiting.'))
    expect(status(folder, caches)).toBe('Nobody  is waiting.\n')
    expect(status(folder, caches)).toBe('Nobody  is waiting.\n')
  })

  it.each([0, 10, 64, 100_000])('is not taken where only %i bytes of it are there', (bytes) => {
    const [folder, caches] = [copyOfProgram(), aFolder()]
    status(folder, caches)
    const whole = readFileSync(keptIn(caches)).length
    truncateSync(keptIn(caches), bytes)
    expect(status(folder, caches)).toBe(NOTHING)
    expect(readFileSync(keptIn(caches)).length).toBeGreaterThan(whole / 2)
  })

  it('is done without where nothing can be kept', () => {
    const [folder, caches] = [copyOfProgram(), aFolder()]
    writeFileSync(join(caches, 'afterword'), '')
    expect(status(folder, caches)).toBe(NOTHING)
    const closed = join(caches, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    expect(status(folder, closed)).toBe(NOTHING)
  })
})
