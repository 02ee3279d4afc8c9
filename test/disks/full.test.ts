import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aFolder, afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { liveIn, READS, WRITES } from './acts.ts'
import { aSmallDisk, describeDisks, litterIn, picture } from './mounted.ts'

const PAGE = 4096
/** Drafts are what a failure may leave; the line for shell prompts is made anew at any time. */
const NOT_KEPT = /^ballast$|drafts\/|^state\/status$/
const LONG_TEXT = 'Rewired "the" barn\'s box; '.repeat(70)
const LONG_CONTACT = [
  'log',
  '--who',
  'red-jacket',
  '-c',
  'phone',
  '-f',
  'fru:gra',
  '-e',
  'resolved',
]
const long = [...LONG_CONTACT, '--set', `private.note=${LONG_TEXT}`, "It's the fuse"]

let model = ''

/** Fills the disk up to so many free pages. */
function fill(disk: string, free: number): void {
  const path = join(disk, 'ballast')
  rmSync(path, { force: true })
  const file = openSync(path, 'w')
  let size = 0
  try {
    for (;;) size += writeSync(file, Buffer.alloc(PAGE))
  } catch {
    closeSync(file)
  }
  execFileSync('truncate', ['-s', String(size - free * PAGE), path])
}

/** Returns a journal with a promise to blue-gate, on a disk of 64 pages. */
function aLivedInDisk(): string {
  const disk = aSmallDisk()
  cpSync(model, disk, { recursive: true, preserveTimestamps: true })
  return disk
}

const monthIn = (home: string) => readFileSync(join(home, 'journal/2026-11.json'), 'utf8')

/** Runs a line of shell in which `afterword` is the built program. */
function shell(home: string, line: string) {
  const script = `afterword() { '${process.execPath}' '${PROGRAM}' "$@"; }; ${line}`
  return spawnSync('sh', ['-c', script], { encoding: 'utf8', env: environment(home) })
}

/** What was typed is in the draft that was named, or stands in a line that gives it again. */
function expectKept(disk: string, said: string): 'draft' | 'line' {
  const path = /What you typed is kept in (.*);/.exec(said)?.[1]
  if (path) {
    expect(readFileSync(path, 'utf8')).toContain(JSON.stringify(LONG_TEXT.trim()).slice(1, -1))
    rmSync(path)
    return 'draft'
  }
  const line = /^afterword log .*$/m.exec(said)?.[0] ?? ''
  const other = aFolder()
  expect(shell(other, line).stderr).toContain('Saved')
  expect(monthIn(other)).toContain(JSON.stringify(LONG_TEXT.trim()).slice(1, -1))
  expect(litterIn(disk)).toEqual([])
  return 'line'
}

describeDisks()('a disk of 256 kB that is full', () => {
  beforeAll(() => {
    model = mkdtempSync(join(tmpdir(), 'afterword-model-'))
    liveIn(model)
  })
  afterAll(() => rmSync(model, { recursive: true }))

  it('log: at every page that may be the last, told truly, nothing torn, nothing typed lost', () => {
    const disk = aLivedInDisk()
    const [named, kept] = [new Set<string>(), new Set<string>()]
    let saved = 0
    for (let free = 0; free <= 8; free++) {
      fill(disk, free)
      const before = picture(disk, NOT_KEPT)
      const { status, stderr } = afterword(disk, long)
      expect(litterIn(disk)).toEqual([])
      if (status === 0) {
        saved++
        expect(monthIn(disk)).toContain("It's the fuse")
      } else {
        expect(stderr).toMatch(/^afterword: Disk full, nothing changed: \/.*/m)
        named.add(/nothing changed: .*\/([^/\n]*)$/m.exec(stderr)?.[1] ?? '')
        expect(picture(disk, NOT_KEPT)).toEqual(before)
        kept.add(expectKept(disk, stderr))
      }
    }
    expect([...named].toSorted()).toEqual(['2026-11.json', 'history.jsonl', 'lock'])
    expect([...kept].toSorted()).toEqual(['draft', 'line'])
    expect(saved).toBeGreaterThan(0)
    rmSync(join(disk, 'ballast'))
    expect(afterword(disk, CONTACT).status).toBe(0)
    expect(afterword(disk, ['doctor']).stderr).toBe('')
  })

  it.each(WRITES)(
    '%s: exit 1, "Disk full, nothing changed", and every file as it was',
    (_, args) => {
      const disk = aLivedInDisk()
      fill(disk, 0)
      const before = picture(disk, NOT_KEPT)
      const { status, stderr } = afterword(disk, args)
      expect(stderr).toMatch(/^afterword: Disk full, nothing changed: \/.*/m)
      expect(status).toBe(1)
      expect(picture(disk, NOT_KEPT)).toEqual(before)
      expect(litterIn(disk)).toEqual([])
    },
  )

  it.each([1, 2])('every change with %i pages free is done or says that it is not', (free) => {
    for (const [what, args] of WRITES) {
      const disk = aLivedInDisk()
      fill(disk, free)
      const before = picture(disk, NOT_KEPT)
      const { status, stderr } = afterword(disk, args)
      if (status === 0) expect(picture(disk, NOT_KEPT), what).not.toEqual(before)
      else expect(stderr, what).toMatch(/^afterword: Disk full, nothing changed: \/.*/m)
      if (status !== 0) expect(picture(disk, NOT_KEPT), what).toEqual(before)
      expect(litterIn(disk), what).toEqual([])
    }
  })

  it('every command that looks says what it said before', () => {
    const disk = aLivedInDisk()
    const before = READS.map((args) => afterword(disk, args))
    fill(disk, 0)
    for (const [index, args] of READS.entries()) {
      const { status, stdout } = afterword(disk, args)
      expect([args, status, stdout]).toEqual([args, 0, before[index]?.stdout])
    }
    expect(litterIn(disk)).toEqual([])
  })

  it('an import is all or nothing, wherever the room runs out', () => {
    const file = join(aFolder(), 'journal.jsonl')
    const rows = Array.from({ length: 60 }, (_, i) => JSON.stringify(anEntry({ id: idOf(i) })))
    writeFileSync(file, `${rows.join('\n')}\n`)
    const codes = new Set<number | null>()
    for (const free of [0, 2, 4, 8, 12, 20]) {
      const disk = aLivedInDisk()
      fill(disk, free)
      const before = picture(disk, NOT_KEPT)
      const { status, stderr } = afterword(disk, ['import', file])
      codes.add(status)
      if (status === 0) {
        expect(JSON.parse(afterword(disk, ['list', '--json']).stdout)).toHaveLength(62)
        continue
      }
      expect(stderr).toMatch(/Disk full, nothing changed: \//)
      expect(picture(disk, NOT_KEPT)).toEqual(before)
      expect(litterIn(disk)).toEqual([])
    }
    expect([...codes].toSorted()).toEqual([0, 1])
  })

  it('an export onto it leaves no half file, and the file that was there as it was', () => {
    const disk = aSmallDisk()
    const [fresh, old] = [join(disk, 'fresh.csv'), join(disk, 'old.csv')]
    writeFileSync(old, 'the old one')
    for (const [free, args] of [
      [0, ['export', '--out', fresh]],
      [0, ['export', '--out', old, '--force']],
      [0, ['week', '--format', 'html', '--out', fresh]],
      [1, ['week', '--format', 'html', '--out', fresh]],
    ] as const) {
      fill(disk, free)
      const { status, stderr } = afterword(model, args)
      expect(stderr).toMatch(/^afterword: Disk full, nothing changed: \/.*/m)
      expect(status).toBe(1)
      expect(existsSync(fresh)).toBe(false)
      expect(readFileSync(old, 'utf8')).toBe('the old one')
      expect(litterIn(disk)).toEqual([])
    }
  })

  it('that holds only the journal: what was typed is a draft in the state folder', () => {
    const [disk, home] = [aSmallDisk(), aFolder()]
    const env = { AFTERWORD_HOME: '', XDG_DATA_HOME: disk, XDG_STATE_HOME: home }
    afterword(home, CONTACT, { env })
    fill(disk, 0)
    const before = picture(disk, NOT_KEPT)
    const { status, stderr } = afterword(home, long, { env })
    expect([status, expectKept(disk, stderr)]).toEqual([1, 'draft'])
    expect(stderr).toContain(`Disk full, nothing changed: ${join(disk, 'afterword/journal')}`)
    expect(picture(disk, NOT_KEPT)).toEqual(before)
  })

  it('that holds only the state: what was typed is printed as a line to say again', () => {
    const [disk, home] = [aSmallDisk(), aFolder()]
    const env = { AFTERWORD_HOME: '', XDG_DATA_HOME: home, XDG_STATE_HOME: disk }
    afterword(home, CONTACT, { env })
    fill(disk, 0)
    const before = picture(home, NOT_KEPT)
    const { status, stderr } = afterword(home, long, { env })
    expect([status, expectKept(disk, stderr)]).toEqual([1, 'line'])
    expect(picture(home, NOT_KEPT)).toEqual(before)
    expect(afterword(home, ['list'], { env }).stdout).toContain('lantern-street')
  })
})
