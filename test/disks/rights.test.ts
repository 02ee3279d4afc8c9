import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder, environment, PROGRAM } from '../afterword.ts'
import { liveIn, READS, WRITES } from './acts.ts'
import { describeDisks, litterIn, picture } from './mounted.ts'

const NOBODY = 65534

interface Plain {
  readonly home: string
  run(args: readonly string[]): SpawnSyncReturns<string>
}

/** Returns a lived-in journal of a plain user, who runs a program of their own: root's may lie where only root looks. */
function aPlainUser(): Plain {
  const folder = aFolder()
  chmodSync(folder, 0o755)
  const from = dirname(dirname(PROGRAM))
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(from, part), join(folder, part), { recursive: true })
  const home = join(folder, 'home')
  mkdirSync(home)
  liveIn(home)
  for (const path of ['', ...readdirSync(home, { recursive: true, encoding: 'utf8' })])
    chownSync(join(home, path), NOBODY, NOBODY)
  const plainly = ['--reuid=nobody', '--regid=nogroup', '--clear-groups', process.execPath]
  const program = join(folder, 'bin/afterword.js')
  const run = (args: readonly string[]) =>
    spawnSync('setpriv', [...plainly, program, ...args], {
      encoding: 'utf8',
      input: '',
      cwd: folder,
      env: environment(home),
    })
  return { home, run }
}

/** Every change is refused, naming the path, and every file stays as it was. */
function expectRefused({ home, run }: Plain, path: string, but: readonly string[] = []): void {
  const before = picture(home, /drafts\//)
  for (const [what, args] of WRITES.filter(([what]) => !but.includes(what))) {
    const { status, stderr } = run(args)
    expect(stderr, what).toMatch(/^afterword: No permission to (read|write) .* \(EACCES\)/m)
    expect(stderr, what).toContain(path)
    expect(status, what).toBe(1)
  }
  expect(picture(home, /drafts\//)).toEqual(before)
  expect(litterIn(home)).toEqual([])
}

function expectReadable({ run }: Plain): void {
  for (const args of READS) {
    const { status, stderr } = run(args)
    expect([args, status, /EACCES/.test(stderr)]).toEqual([args, 0, false])
  }
}

describeDisks()('a plain user', () => {
  it('with a journal folder that is read-only: changes name it, looking works', () => {
    const plain = aPlainUser()
    chmodSync(join(plain.home, 'journal'), 0o500)
    expectRefused(plain, join(plain.home, 'journal'), ['review', 'thank', 'purpose', 'config'])
    expectReadable(plain)
  })

  it('with a home that is read-only: changes name it, looking works', () => {
    const plain = aPlainUser()
    for (const folder of ['journal', 'state', '']) chmodSync(join(plain.home, folder), 0o500)
    expectRefused(plain, plain.home)
    expectReadable(plain)
  })

  it('with a month of mode 0400: looking works, and the next change sets it right', () => {
    const plain = aPlainUser()
    chmodSync(join(plain.home, 'journal/2026-11.json'), 0o400)
    expectReadable(plain)
    for (const [what, args] of WRITES.slice(0, 3)) expect(plain.run(args).status, what).toBe(0)
  })

  it('with a month of mode 0000: it is named, and the other months are shown', () => {
    const plain = aPlainUser()
    const october = [...(WRITES[0]?.[1] ?? []), '--at', '2026-10-05 10:00']
    expect(plain.run(october).status).toBe(0)
    const path = join(plain.home, 'journal/2026-11.json')
    chmodSync(path, 0)
    // The last change is October's, and can be taken back.
    expectRefused(plain, path, ['undo', 'review', 'thank', 'purpose', 'config'])
    expect(plain.run(['list']).stderr).toContain(`No permission to read ${path} (EACCES)`)
    const { status, stdout } = plain.run(['list', '--to', '2026-10-31'])
    expect([status, stdout.includes('lantern-street')]).toEqual([0, true])
  })
})
