import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FileJournal } from '../../src/store/file-journal.ts'
import type { Files } from '../../src/store/files.ts'
import type { Home } from '../../src/store/home.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { realFiles } from '../../src/store/real-files.ts'
import { Unconfirmed } from '../../src/store/trouble.ts'
import { anEntry, idOf } from '../helpers.ts'
import { PowerCut, systemError, traced, wrapped } from './faulty-files.ts'
import { aDisk, aHome, aJournal } from './store-folder.ts'

const one = anEntry({ id: idOf(1) })
const two = anEntry({ id: idOf(2) })
const monthOf = (home: Home) => join(home.journal, '2026-11.json')
const journalOn = (home: Home, files: Files) => new FileJournal(aDisk({ home, files }))
const numbersIn = async (home: Home) => (await aJournal(home).read()).map(({ id }) => +id)

function temps(home: Home): string[] {
  return [home.journal, home.state]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => /tmp$|^lock/.test(name))
}

async function withOne(): Promise<Home> {
  const home = aHome()
  await aJournal(home).change('log', [{ add: one }])
  return home
}

describe('the order of a write', () => {
  it('is: lock, who was forgotten, read, temporary file, its size, history, the lock and the target again, rename, folder, and a look at what is there then', async () => {
    const home = await withOne()
    const { files, traces } = traced()
    await journalOn(home, files).change('log', [{ add: two }])
    expect(
      traces.map(({ call, file, flush }) => `${call} ${file}${flush ? ', flushed' : ''}`),
    ).toEqual([
      'create ticket',
      'lstat ticket',
      'link lock',
      'remove ticket',
      'lstat erased.json',
      'readEnds history.jsonl',
      'lstat 2026-11.json',
      'read 2026-11.json',
      'lstat journal',
      'create temp of 2026-11.json, flushed',
      'lstat temp of 2026-11.json',
      'readEnds history.jsonl',
      'append history.jsonl, flushed',
      'read lock',
      'read 2026-11.json',
      'rename 2026-11.json',
      'syncFolder journal',
      'append history.jsonl',
      'lstatMany journal',
      'read lock',
      'remove lock',
    ])
  })

  it('reads the month only when it holds the lock (the re-read inside the lock)', async () => {
    const home = await withOne()
    const { files, traces } = traced()
    await journalOn(home, files).change('log', [{ add: two }])
    const calls = traces.map(({ call, file }) => `${call} ${file}`)
    expect(calls.indexOf('link lock')).toBeGreaterThanOrEqual(0)
    expect(calls.indexOf('read 2026-11.json')).toBeGreaterThan(calls.indexOf('link lock'))
  })

  it('keeps a second writer out between reading and renaming (the lock)', async () => {
    const home = await withOne()
    let second: Promise<unknown> | undefined
    const files = wrapped(async ({ call, file }, proceed) => {
      if (call === 'rename' && file === '2026-11.json') {
        second = aJournal(home).change('log', [{ add: anEntry({ id: idOf(3) }) }])
        await new Promise((done) => setTimeout(done, 150))
      }
      return proceed()
    })
    await journalOn(home, files).change('log', [{ add: two }])
    await second
    expect(await numbersIn(home)).toEqual([1, 2, 3])
  })

  it('does nothing when the lock has been taken over meanwhile', async () => {
    const home = await withOne()
    const before = readFileSync(monthOf(home))
    const files = wrapped(({ call, flush }, proceed) => {
      if (call === 'append' && flush) writeFileSync(home.lock, 'somebody else')
      return proceed()
    })
    const adding = journalOn(home, files).change('log', [{ add: two }])
    await expect(adding).rejects.toThrow(/has taken the journal over. Nothing changed/)
    expect(readFileSync(monthOf(home))).toEqual(before)
    expect(readFileSync(home.lock, 'utf8')).toBe('somebody else')
  })
})

describe('fault 4: a power cut right after "saved"', () => {
  it('loses no entry of an existing month (the folder fsync)', async () => {
    const home = await withOne()
    const disk = new PowerCut()
    await journalOn(home, disk.files).change('log', [{ add: two }])
    disk.cut()
    expect(await numbersIn(home)).toEqual([1, 2])
  })

  it('loses no line of the history (the history fsync)', async () => {
    const home = await withOne()
    const disk = new PowerCut()
    await journalOn(home, disk.files).change('log', [{ add: two }])
    disk.cut()
    expect(readFileSync(home.history, 'utf8')).toContain(idOf(2))
    expect((await aJournal(home).undo()).changes).toEqual([{ before: two }])
    expect(await numbersIn(home)).toEqual([1])
  })

  it('loses nothing of a journal that was made a moment ago', async () => {
    const home = aHome()
    const disk = new PowerCut()
    await journalOn(home, disk.files).change('log', [{ add: one }])
    disk.cut()
    expect(await numbersIn(home)).toEqual([1])
    expect(readFileSync(home.history, 'utf8')).toContain(idOf(1))
  })
})

describe('a disk that fails', () => {
  it('fault 6: a short write that reports success is noticed (the size check)', async () => {
    const home = await withOne()
    const [before, history] = [readFileSync(monthOf(home)), readFileSync(home.history)]
    const files: Files = {
      ...realFiles,
      create: (path, bytes, options) =>
        realFiles.create(path, path.endsWith('.tmp') ? bytes.subarray(0, 100) : bytes, options),
    }
    const adding = journalOn(home, files).change('log', [{ add: two }])
    await expect(adding).rejects.toThrow(`Disk full, nothing changed: ${monthOf(home)}`)
    expect(readFileSync(monthOf(home))).toEqual(before)
    expect(readFileSync(home.history)).toEqual(history)
    expect(temps(home)).toEqual([])
  })

  it.runIf(process.platform === 'linux')(
    'a used-up quota, for which Node has no name, is a full disk',
    async () => {
      const home = await withOne()
      const quota = { errno: -122, code: 'Unknown system error -122' }
      const files = wrapped(({ call, flush }, proceed) => {
        if (call === 'create' && flush) throw Object.assign(new Error('quota'), quota)
        return proceed()
      })
      const adding = journalOn(home, files).change('log', [{ add: two }])
      await expect(adding).rejects.toThrow(`Disk full, nothing changed: ${monthOf(home)}`)
    },
  )

  it.each([
    ['the new month', 'create', 'temp of 2026-11.json', '2026-11.json'],
    ['the history', 'append', 'history.jsonl', 'history.jsonl'],
  ])(
    'fault 5: a full disk at %s changes nothing and is named',
    async (_what, call, file, named) => {
      const home = await withOne()
      const [before, history] = [readFileSync(monthOf(home)), readFileSync(home.history)]
      const files = wrapped(async (trace, proceed, path) => {
        if (trace.call !== call || trace.file !== file) return proceed()
        writeFileSync(path, 'the first half', { flag: 'a' })
        throw systemError('ENOSPC')
      })
      const adding = journalOn(home, files).change('log', [{ add: two }])
      await expect(adding).rejects.toThrow(/^Disk full, nothing changed: .*/)
      await expect(adding).rejects.toThrow(named)
      expect(readFileSync(monthOf(home))).toEqual(before)
      expect(readFileSync(home.history)).toEqual(history)
      expect(temps(home)).toEqual([])
    },
  )

  it('fault 7: a folder fsync that fails says saved but not confirmed, and saving again adds nothing', async () => {
    const home = await withOne()
    const files = wrapped(({ call, file }, proceed) => {
      if (call === 'syncFolder' && file === 'journal') throw systemError('EIO')
      return proceed()
    })
    const adding = journalOn(home, files).change('log', [{ add: two }])
    await expect(adding).rejects.toThrow(Unconfirmed)
    await expect(adding).rejects.toThrow(/^Saved, but the disk did not confirm it \(EIO\)/)
    expect(await aJournal(home).change('log', [{ add: two }])).toEqual([])
    expect(await numbersIn(home)).toEqual([1, 2])
    expect((await aJournal(home).undo()).changes).toEqual([{ before: two }])
  })

  it.each(['EIO', 'ENOSPC', 'EACCES', 'EROFS'])(
    'fault 7: %s at any one call leaves the old or the new state, says which, and the next add works',
    async (code) => {
      const { files, traces } = traced()
      const first = await withOne()
      await journalOn(first, files).change('log', [{ add: two }])
      for (let nth = 0; nth < traces.length; nth++) {
        const home = await withOne()
        let calls = 0
        const faulty = wrapped((_trace, proceed) => {
          if (calls++ === nth) throw systemError(code)
          return proceed()
        })
        const said = await journalOn(home, faulty)
          .change('log', [{ add: two }])
          .then(
            () => 'saved',
            (error) => (error instanceof Unconfirmed ? 'saved' : error.message),
          )
        const where = `${code} at ${traces[nth]?.call} ${traces[nth]?.file}: ${said}`
        const isThere = (await numbersIn(home)).includes(2)
        expect(isThere, where).toBe(said === 'saved')
        if (said !== 'saved') expect(said, where).toMatch(/^Disk full, nothing changed: \/|E[IAR]/)
        // A lock that could not be removed is stale once its process has ended.
        rmSync(home.lock, { force: true })
        await aJournal(home).change('log', [{ add: anEntry({ id: idOf(3) }) }])
        expect(await numbersIn(home), where).toEqual(isThere ? [1, 2, 3] : [1, 3])
        expect(
          temps(home).filter((name) => name.endsWith('tmp')),
          where,
        ).toEqual([])
      }
    },
  )
})

describe('fault 16: a file that another program changes', () => {
  /** Edits the month by hand right after our new one was made, this many times. */
  function editedMeanwhile(home: Home, times: number): Files {
    let edits = 0
    return wrapped(async ({ call, file }, proceed) => {
      const done = await proceed()
      if (call === 'create' && file.startsWith('temp of') && edits++ < times) {
        const entries = [one, anEntry({ id: idOf(100 + edits) })]
        writeFileSync(monthOf(home), renderMonth({ month: '2026-11', entries }).bytes)
      }
      return done
    })
  }

  it.each([1, 4])(
    'between our read and rename is read again: both stay (%i times)',
    async (times) => {
      const home = await withOne()
      await journalOn(home, editedMeanwhile(home, times)).change('log', [{ add: two }])
      expect(await numbersIn(home)).toEqual([1, 2, 100 + times])
      const lines = readFileSync(home.history, 'utf8').match(/^\{"at":/gm)
      expect(lines).toHaveLength(2)
    },
  )

  it('again and again is refused after five tries, and its file stays as it is', async () => {
    const home = await withOne()
    const adding = journalOn(home, editedMeanwhile(home, 99)).change('log', [{ add: two }])
    await expect(adding).rejects.toThrow(/^Another program keeps changing/)
    expect(await numbersIn(home)).toEqual([1, 105])
    expect(readFileSync(home.history, 'utf8')).not.toContain(idOf(2))
    expect(temps(home)).toEqual([])
  })
})

it('files are 0600 and folders 0700 under any umask, and a journal folder left open is closed', async () => {
  const umask = process.umask(0)
  try {
    const home = await withOne()
    const modeOf = (path: string) => statSync(path).mode & 0o777
    for (const folder of [home.journal, home.state]) expect(modeOf(folder)).toBe(0o700)
    for (const file of [monthOf(home), home.history]) expect(modeOf(file)).toBe(0o600)
    await realFiles.chmod(home.journal, 0o755)
    await realFiles.chmod(monthOf(home), 0o644)
    await aJournal(home).change('log', [{ add: two }])
    expect(modeOf(home.journal)).toBe(0o700)
    expect(modeOf(monthOf(home))).toBe(0o600)
  } finally {
    process.umask(umask)
  }
})
