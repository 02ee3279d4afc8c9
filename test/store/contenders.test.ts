import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Home } from '../../src/store/home.ts'
import { type Identity, identityOf, thisMachine } from '../../src/store/machine.ts'
import { afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'
import { leftovers } from './month-on-disk.ts'
import { buildWriter, startWriter } from './processes.ts'
import { aHome } from './store-folder.ts'

const LONG = process.env.AFTERWORD_TEST_LONG === '1'
const ROUNDS = LONG ? 300 : 24
const CONTENDERS = 8
const HOLD = join(import.meta.dirname, 'hold-rename.cjs')

vi.setConfig({ testTimeout: 300_000 })

beforeAll(buildWriter)

const me = identityOf(thisMachine())
const since = '2026-11-18T12:00:00.000Z'
const ticket = (over: Partial<Identity>) => JSON.stringify({ ...me, nonce: 'n', since, ...over })

/** The number of a process that has ended and been waited for. */
function aDeadPid(): number {
  return spawnSync('true').pid
}

/** Locks that are free for the taking: what they hold, and for how long they have. */
const STALE: readonly (readonly [kind: string, lock: () => string, ageMs: number])[] = [
  ['of a dead process', () => ticket({ pid: aDeadPid() }), 0],
  ['of a number that another process has now', () => ticket({ started: '1' }), 0],
  ['of the boot before', () => ticket({ boot: 'the-boot-before' }), 0],
  ['of garbage, a minute old', () => 'garbage', 61_000],
  ['of another host, a minute old', () => ticket({ host: 'there' }), 61_000],
  ['that is empty, and has been', () => '', 3_000],
]

/** Locks that must be waited for. */
const HELD: readonly (readonly [kind: string, lock: string, ageMs: number, says: string])[] = [
  ['garbage', 'garbage', 0, 'the lock is held, and does not say by whom'],
  ['a time to come', 'garbage', -86_400_000, 'the lock is held, and does not say by whom'],
  [
    'another host',
    ticket({ host: 'there' }),
    0,
    `pid ${me.pid} has had the journal since ${since} on there`,
  ],
]

/** Puts a lock in its place in one step, as a process does that takes it. */
function placeLock({ state, lock }: Home, text: string, ageMs: number): void {
  mkdirSync(state, { recursive: true })
  const temp = join(state, 'placed')
  writeFileSync(temp, text)
  const time = (Date.now() - ageMs) / 1000
  utimesSync(temp, time, time)
  renameSync(temp, lock)
}

describe(`${CONTENDERS} processes that want a stale lock at once (${ROUNDS} rounds)`, () => {
  it('have it one at a time, every one of them, whatever is stale about it', async () => {
    const home = aHome()
    const contenders = Array.from({ length: CONTENDERS }, () => startWriter('contend', home.data))
    for (let round = 1; round <= ROUNDS; round++) {
      const [kind, lock, ageMs] = STALE[round % STALE.length] as (typeof STALE)[number]
      placeLock(home, lock(), ageMs)
      for (const { child } of contenders) child.stdin?.write(`${round}\n`)
      await Promise.all(contenders.map((contender) => contender.saidAtLeast(round)))
      for (const { said } of contenders)
        expect(said.at(-1), `round ${round}, a lock ${kind}`).toBe(`turn ${round}`)
      expect(leftovers(home), `round ${round}, a lock ${kind}`).toEqual([])
    }
    for (const { child } of contenders) child.stdin?.end()
    for (const { ended, said } of contenders) {
      expect(await ended).toEqual({ code: 0, signal: null, errors: '' })
      expect(said).toHaveLength(ROUNDS)
    }
  })
})

/** Logs a contact without waiting for it; returns how the program ended. */
async function logging(home: Home, preload?: string) {
  const args = [...(preload ? ['--require', preload] : []), PROGRAM, ...CONTACT]
  const child = spawn(process.execPath, args, { env: environment(home.data) })
  let stderr = ''
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stderr }))
  const says = async (text: string) => {
    while (!stderr.includes(text) && child.exitCode === null)
      await Promise.race([once(child.stderr, 'data'), ended])
  }
  return { child, ended, says }
}

function draftIn(stderr: string): string {
  return readFileSync(/kept in (\S+);/.exec(stderr)?.[1] ?? '', 'utf8')
}

describe.runIf(LONG)('a lock that is not stale: the program waits 10 s, then explains', () => {
  it.concurrent.each(HELD)('%s', async (_, lock, ageMs, says) => {
    const home = aHome()
    placeLock(home, lock, ageMs)
    const { code, stderr } = await (await logging(home)).ended
    expect(stderr).toContain(`busy: ${says}`)
    expect(stderr).toContain('nothing changed')
    expect(code).toBe(1)
    expect(draftIn(stderr)).toContain('Wet splitter')
    expect(readFileSync(home.lock, 'utf8')).toBe(lock)
    expect(leftovers(home)).toEqual(['lock'])
  })

  it.concurrent('of a process that is stopped (SIGSTOP): never taken, and goes on when it does', async () => {
    const home = aHome()
    const stopped = await startedAndStopped(home)
    const { code, stderr } = await (await logging(home)).ended
    expect(stderr).toContain(`busy: pid ${stopped.pid} has had the journal since`)
    expect(code).toBe(1)
    expect(JSON.parse(readFileSync(home.lock, 'utf8')).pid).toBe(stopped.pid)
    stopped.kill('SIGCONT')
    await once(stopped, 'close')
    expect(leftovers(home)).toEqual([])
    expect(afterword(home.data, CONTACT).status).toBe(0)
  })
})

/** Returns a process that holds the lock and is stopped with it. */
async function startedAndStopped(home: Home) {
  const { child, saidAtLeast } = startWriter('hold-lock', home.data, 0, 500)
  await saidAtLeast(1)
  child.kill('SIGSTOP')
  return child
}

describe('the built program, stopped in the middle of a write', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    '%s: lock and temporary file are gone, nothing is saved, exit %i',
    async (signal, exit) => {
      const home = aHome()
      const { child, ended, says } = await logging(home, HOLD)
      await says('held')
      expect(leftovers(home)).toHaveLength(2)
      child.kill(signal)
      expect(await ended).toMatchObject({ code: null, signal })
      // What a shell makes of such an end.
      expect(128 + constants.signals[signal]).toBe(exit)
      expect(leftovers(home)).toEqual([])
      expect(JSON.parse(afterword(home.data, ['list', '--json']).stdout)).toEqual([])
      expect(afterword(home.data, CONTACT).status).toBe(0)
      expect(JSON.parse(afterword(home.data, ['list', '--json']).stdout)).toHaveLength(1)
    },
  )
})
