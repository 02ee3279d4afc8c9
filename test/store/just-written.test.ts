import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FileJournal } from '../../src/store/file-journal.ts'
import { thisMachine } from '../../src/store/machine.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'
import { traced } from './faulty-files.ts'
import { aDisk, aFolder } from './store-folder.ts'

const DAY_MS = 24 * 3_600_000
const MONTH = '2026-11.json'

const planned = (id: number) =>
  anEntry({ id: idOf(id), followUp: { status: 'planned', due: '2026-11-20', action: 'Call' } })

/** A journal into which an entry was just written, by a clock that stands still; `later` moves it on. */
async function justWritten() {
  const { files, traces } = traced()
  let now = Date.now()
  const disk = aDisk({ files, machine: { ...thisMachine(), now: () => now } })
  const journal = new FileJournal(disk)
  await journal.change('log', [{ add: planned(1) }])
  const readSince = traces.length
  return {
    path: join(disk.home.journal, MONTH),
    later: () => {
      now += DAY_MS
    },
    openIds: async () => (await journal.open()).map(({ id }) => id),
    reads: () =>
      traces.slice(readSince).filter(({ call, file }) => call === 'read' && file === MONTH).length,
  }
}

const rewrite = (path: string) =>
  writeFileSync(path, renderMonth({ month: '2026-11', entries: [planned(2)] }).bytes)

it('a month is not read again right after it was written', async () => {
  const { openIds, reads } = await justWritten()
  expect(await openIds()).toEqual([idOf(1)])
  expect(reads()).toBe(0)
})

it('a month is read again once a later change is sure to be seen', async () => {
  const { openIds, reads, path, later } = await justWritten()
  later()
  rewrite(path)
  expect(await openIds()).toEqual([idOf(2)])
  expect(reads()).toBe(1)
})

it('what another process has put in its place since is what counts', async () => {
  const { openIds, path } = await justWritten()
  const other = join(aFolder(), MONTH)
  rewrite(other)
  renameSync(other, path)
  expect(await openIds()).toEqual([idOf(2)])
})
