import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type Disk, diskOf } from '../../src/store/disk.ts'
import type { Files } from '../../src/store/files.ts'
import { withLock } from '../../src/store/lock.ts'
import { type Identity, identityOf, type Machine, thisMachine } from '../../src/store/machine.ts'
import { realFiles } from '../../src/store/real-files.ts'
import { systemError } from './faulty-files.ts'
import { aHome } from './store-folder.ts'

/** A machine whose waits take no time, with process 4242 (alive, started at 100) and 4343 (ended). */
function aMachine(over: Partial<Machine> = {}): Machine {
  let passed = 0
  const real = thisMachine()
  const began = Date.now()
  return {
    ...real,
    host: 'here',
    boot: 'this-boot',
    isAlive: (pid) => pid === 4242 || pid === real.pid,
    startOf: (pid) => (pid === 4242 ? '100' : '7'),
    now: () => began + passed,
    elapsed: () => passed,
    wait: async (ms) => {
      passed += ms
    },
    ...over,
  }
}

const holder: Identity = { pid: 4242, host: 'here', boot: 'this-boot', started: '100' }

async function aDiskWith(machine: Machine, lock?: string, ageMs = 0, files?: Files): Promise<Disk> {
  const home = aHome()
  await mkdir(home.state)
  if (lock !== undefined) {
    writeFileSync(home.lock, lock)
    const time = (machine.now() - ageMs) / 1000
    utimesSync(home.lock, time, time)
  }
  return diskOf(home, files, machine)
}

const ticket = (over: Partial<Identity>) =>
  JSON.stringify({ ...holder, nonce: 'n', since: '2026-11-18T12:00:00.000Z', ...over })

describe('fault 9: a lock that is found', () => {
  it.each([
    ['of a process that has ended', ticket({ pid: 4343 }), 0],
    ['of a process whose number another one has now', ticket({ started: '99' }), 0],
    ['of the boot before', ticket({ boot: 'old-boot' }), 0],
    ['that is garbage, after a minute', 'garbage', 61_000],
    ['that is JSON of something else, after a minute', '{"pid":"x"}', 61_000],
    ['of another host, after a minute', ticket({ host: 'there' }), 61_000],
    ['that is empty, after two seconds', '', 2_500],
    [
      'of a process of unknown start, after a minute',
      ticket({ started: undefined as never }),
      61_000,
    ],
  ])('%s is taken over without a wait', async (_what, lock, ageMs) => {
    const machine = aMachine()
    const disk = await aDiskWith(machine, lock, ageMs)
    await withLock(disk, async (held) => expect(await held.isOurs()).toBe(true))
    expect(machine.elapsed()).toBe(0)
    expect(readdirSync(disk.home.state)).toEqual([])
  })

  it.each([
    [
      'of a process that runs',
      ticket({}),
      0,
      'pid 4242 has had the journal since 2026-11-18T12:00:00.000Z on here',
    ],
    ['of a process that has run for an hour', ticket({}), 3_600_000, 'pid 4242'],
    ['of another host, just now', ticket({ host: 'there' }), 0, 'on there'],
    ['that is garbage, just now', 'garbage', 0, 'does not say by whom'],
    ['with a time to come', 'garbage', -86_400_000, 'does not say by whom'],
    [
      'of a process of unknown start, just now',
      ticket({ started: undefined as never }),
      0,
      'pid 4242',
    ],
  ])('%s is waited for, 10 s in all, and left as it is', async (_what, lock, ageMs, says) => {
    const machine = aMachine()
    const disk = await aDiskWith(machine, lock, ageMs)
    const waiting = withLock(disk, async () => 'never')
    await expect(waiting).rejects.toThrow(/^busy: /)
    await expect(waiting).rejects.toThrow(says)
    await expect(waiting).rejects.toThrow(disk.home.lock)
    expect(machine.elapsed()).toBeGreaterThan(10_000)
    expect(machine.elapsed()).toBeLessThan(10_100)
    expect(readdirSync(disk.home.state)).toEqual(['lock'])
    expect(readFileSync(disk.home.lock, 'utf8')).toBe(lock)
  })

  it('goes stale while somebody waits for it', async () => {
    const machine = aMachine()
    const disk = await aDiskWith(machine, ticket({ host: 'there' }), 55_000)
    await withLock(disk, async () => undefined)
    expect(machine.elapsed()).toBeGreaterThan(4_900)
  })

  it('is not judged twice: a lock that changed after it was judged stale stays', async () => {
    const fresh = ticket({ pid: 4242 })
    let reads = 0
    const files: Files = {
      ...realFiles,
      read: async (path) => {
        const bytes = await realFiles.read(path)
        if (path.endsWith('lock') && reads++ === 0) writeFileSync(path, fresh)
        return bytes
      },
    }
    const disk = await aDiskWith(aMachine(), ticket({ pid: 4343 }), 0, files)
    await expect(withLock(disk, async () => 'never')).rejects.toThrow('busy: pid 4242')
    expect(readFileSync(disk.home.lock, 'utf8')).toBe(fresh)
  })

  it('is taken over although an earlier thief died at it', async () => {
    const machine = aMachine()
    const disk = await aDiskWith(machine, ticket({ pid: 4343 }))
    writeFileSync(`${disk.home.lock}.steal`, 'left by the dead')
    await withLock(disk, async () => undefined)
    expect(machine.elapsed()).toBeGreaterThan(1_900)
    expect(readdirSync(disk.home.state)).toEqual([])
  })
})

describe('the lock', () => {
  it.each([
    ['free', undefined],
    ['stale', ticket({ pid: 4343 })],
  ])('has one holder at a time among 24 who want it, when it is %s', async (_what, lock) => {
    const machine = { ...aMachine(), elapsed: () => 0, wait: thisMachine().wait }
    const disk = await aDiskWith(machine, lock)
    let [holders, most, turns] = [0, 0, 0]
    const turn = () =>
      withLock(disk, async () => {
        most = Math.max(most, ++holders)
        await new Promise((done) => setTimeout(done, 2))
        holders--
        turns++
      })
    await Promise.all(Array.from({ length: 24 }, turn))
    expect([most, turns]).toEqual([1, 24])
    expect(readdirSync(disk.home.state)).toEqual([])
  })

  it('is made without links where the file system refuses them', async () => {
    const files: Files = { ...realFiles, link: () => Promise.reject(systemError('EPERM')) }
    const disk = await aDiskWith(aMachine(), ticket({ pid: 4343 }), 0, files)
    await withLock(disk, async (held) => {
      expect(await held.isOurs()).toBe(true)
      expect(JSON.parse(readFileSync(disk.home.lock, 'utf8')).pid).toBe(process.pid)
    })
    expect(readdirSync(disk.home.state)).toEqual([])
  })

  it('is given back when the work fails', async () => {
    const disk = await aDiskWith(aMachine())
    await expect(withLock(disk, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(readdirSync(disk.home.state)).toEqual([])
  })

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGTERM')
    await withLock(await aDiskWith(aMachine()), async () => {
      expect(process.listenerCount('SIGTERM')).toBe(before + 1)
    })
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })

  it('names who holds it well enough to be told from any other process', () => {
    const { pid, host, started } = identityOf(thisMachine())
    expect(pid).toBe(process.pid)
    expect(host).not.toBe('')
    if (process.platform === 'linux') expect(started).toMatch(/^\d+$/)
  })
})
