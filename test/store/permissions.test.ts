import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Home } from '../../src/store/home.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aHome, aJournal } from './store-folder.ts'

const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const hasModes = process.platform !== 'win32'
const one = anEntry({ id: idOf(1) })
const two = anEntry({ id: idOf(2) })

// Root may write anywhere, so as root these tests run as nobody.
beforeEach(() => void (isRoot && process.seteuid?.(NOBODY)))
afterEach(() => void (isRoot && process.seteuid?.(0)))

async function withOne(): Promise<Home> {
  if (isRoot) process.seteuid?.(0)
  const home = aHome()
  if (isRoot) {
    chownSync(home.data, NOBODY, NOBODY)
    process.seteuid?.(NOBODY)
  }
  await aJournal(home).change('log', [{ add: one }])
  return home
}

describe.runIf(hasModes)('fault 8: without the right to write', () => {
  it('into the journal folder: reading works, a change names the file and changes nothing', async () => {
    const home = await withOne()
    const history = readFileSync(home.history)
    chmodSync(home.journal, 0o500)
    expect(await aJournal(home).read()).toEqual([one])
    const path = join(home.journal, '2026-11.json')
    const adding = aJournal(home).change('log', [{ add: two }])
    await expect(adding).rejects.toThrow(`No permission to write ${path} (EACCES)`)
    await expect(adding).rejects.toThrow(/Nothing changed\.$/)
    expect(readFileSync(home.history)).toEqual(history)
    expect(readdirSync(home.state)).toEqual(['history.jsonl'])
    chmodSync(home.journal, 0o700)
  })

  it('into the state folder: reading works, a change names the lock', async () => {
    const home = await withOne()
    chmodSync(home.state, 0o500)
    expect(await aJournal(home).read()).toEqual([one])
    const adding = aJournal(home).change('log', [{ add: two }])
    await expect(adding).rejects.toThrow(`No permission to write ${home.lock} (EACCES)`)
    chmodSync(home.state, 0o700)
  })

  it('where nothing is yet: the folder that cannot be made is named', async () => {
    const home = await withOne()
    chmodSync(home.data, 0o500)
    const adding = aJournal({ ...home, journal: join(home.data, 'other') }).change('log', [
      { add: two },
    ])
    await expect(adding).rejects.toThrow(`No permission to write ${join(home.data, 'other')}`)
    chmodSync(home.data, 0o700)
  })
})

describe.runIf(hasModes)('fault 8: without the right to read', () => {
  it('a month of mode 0000 is named; other months are read', async () => {
    const home = await withOne()
    await aJournal(home).change('log', [
      { add: anEntry({ id: idOf(3), at: '2026-10-01T10:00:00Z' }) },
    ])
    const path = join(home.journal, '2026-11.json')
    chmodSync(path, 0)
    for (const touch of [aJournal(home).read(), aJournal(home).change('log', [{ add: two }])])
      await expect(touch).rejects.toThrow(`No permission to read ${path} (EACCES)`)
    expect(await aJournal(home).read({ to: '2026-10-31' })).toHaveLength(1)
  })

  it('a month of mode 0400 is read, and is 0600 after the next change', async () => {
    const home = await withOne()
    chmodSync(join(home.journal, '2026-11.json'), 0o400)
    await aJournal(home).change('log', [{ add: two }])
    expect(await aJournal(home).read()).toEqual([one, two])
  })

  it('the history does not stand in the way of reading', async () => {
    const home = await withOne()
    chmodSync(home.history, 0)
    expect(await aJournal(home).read()).toEqual([one])
    await expect(aJournal(home).change('log', [{ add: two }])).rejects.toThrow(home.history)
  })
})
