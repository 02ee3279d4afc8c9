import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import type { Files } from '../../src/store/files.ts'
import type { Home } from '../../src/store/home.ts'
import { Unconfirmed } from '../../src/store/trouble.ts'
import { anEntry, idOf } from '../helpers.ts'
import { systemError, traced, wrapped } from './faulty-files.ts'
import { aDisk, aHome, aJournal } from './store-folder.ts'

const MONTHS = ['2026-09', '2026-10', '2026-11']
const before = anEntry({ id: idOf(0), at: '2026-10-02T10:00:00Z' })
const coming = Array.from({ length: 30 }, (_, at) =>
  anEntry({ id: idOf(at + 1), at: `${MONTHS[at % 3]}-${10 + (at % 18)}T10:00:00Z` }),
)
async function* stream(entries: readonly Entry[] = coming) {
  yield* entries
}

const journalOn = (home: Home, files: Files) => new FileJournal(aDisk({ home, files }))

async function withOne(): Promise<Home> {
  const home = aHome()
  await aJournal(home).change('log', [{ add: before }])
  return home
}

function temps(home: Home): string[] {
  return [home.journal, home.state]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => /tmp$/.test(name))
}

const linesOf = (home: Home) =>
  readFileSync(home.history, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('adding very many', () => {
  it('writes one line a month into the history, not one an entry', async () => {
    const home = await withOne()
    await aJournal(home).addAll('import', stream())
    const lines = linesOf(home).slice(2)
    expect(lines.map(({ month, part, of, word }) => [month, part, of, word])).toEqual([
      ['2026-09', 1, 3, 'import'],
      ['2026-10', 2, 3, 'import'],
      ['2026-11', 3, 3, 'import'],
      [undefined, undefined, undefined, undefined],
    ])
    expect(temps(home)).toEqual([])
  })

  it('sees inside the lock what another process added while the source was read', async () => {
    const home = await withOne()
    async function* slow() {
      yield* coming
      await aJournal(home).change('log', [{ add: coming[4] as Entry }])
    }
    expect(await aJournal(home).addAll('import', slow())).toBe(29)
    expect(await aJournal(home).read()).toHaveLength(31)
  })

  it('does all of it or nothing, whichever call of the disk fails', async () => {
    const probe = traced()
    await journalOn(await withOne(), probe.files).addAll('import', stream())
    // What a lock does on a failing disk has its own tests.
    const isLock = (file: string) => /^(lock|ticket)/.test(file)
    const calls = probe.traces.filter(({ file }) => !isLock(file)).length
    expect(calls).toBeGreaterThan(20)
    let [all, none] = [0, 0]
    for (let failing = 0; failing < calls; failing++) {
      const home = await withOne()
      let call = 0
      const files = wrapped(({ file }, proceed) => {
        if (!isLock(file) && call++ === failing) throw systemError('EIO')
        return proceed()
      })
      const error = await journalOn(home, files)
        .addAll('import', stream())
        .then(
          () => undefined,
          (reason: unknown) => reason,
        )
      const found = (await aJournal(home).read()).length
      expect([1, 31], `call ${failing}`).toContain(found)
      if (error !== undefined)
        expect(found, `call ${failing}: ${error}`).toBe(error instanceof Unconfirmed ? 31 : 1)
      expect(await aJournal(home).addAll('import', stream())).toBe(31 - found)
      expect(temps(home)).toEqual([])
      if (found === 1) none++
      else all++
    }
    expect(none).toBeGreaterThan(10)
    expect(all).toBeGreaterThan(0)
  })

  it('says that the disk is full where it is, and leaves nothing behind', async () => {
    const home = await withOne()
    const files = wrapped(({ call, file }, proceed) => {
      if (call === 'create' && file === 'temp of 2026-11.json') throw systemError('ENOSPC')
      return proceed()
    })
    await expect(journalOn(home, files).addAll('import', stream())).rejects.toThrow(
      /^Disk full, nothing changed/,
    )
    expect(await aJournal(home).read()).toEqual([before])
    expect(linesOf(home)).toHaveLength(2)
    expect(temps(home)).toEqual([])
  })
})
