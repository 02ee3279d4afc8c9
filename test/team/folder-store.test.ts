import { describe, expect, it } from 'vitest'
import { formatPack } from '../../src/handover/pack-file.ts'
import { FolderStore } from '../../src/team/folder-store.ts'
import { entriesOf, memoryFolder, memoryKeep, packOf, packsOf } from './samples.ts'
import { teamStoreCases } from './store-cases.ts'

const open = () => {
  const folder = memoryFolder()
  const memory = memoryKeep()
  return { folder, memory, store: new FolderStore(folder, memory) }
}

describe('a folder of packs', () => {
  teamStoreCases(async () => open().store)

  it('keeps every pack as it came, under a name people can read', async () => {
    const { folder, store } = open()
    const [pack] = packsOf(1)
    if (pack) await store.add([pack])
    const [[name, text] = []] = folder.files
    expect(name).toBe(`000001-${pack?.exportId}-handover-rep-1-2026-W46.json`)
    expect(text).toBe(pack && formatPack(pack))
  })

  it('refuses a pack that was changed where it lies, by its name', async () => {
    const { folder, store } = open()
    await store.add(packsOf(3))
    const [name = ''] = folder.files.keys()
    folder.files.set(name, (folder.files.get(name) ?? '').replace('relieved', 'grateful'))
    await expect(store.list()).rejects.toThrow(`team/${name} is not taken: its checksum`)
  })

  it('does not look at other files', async () => {
    const { folder, store } = open()
    folder.files.set('notes.txt', 'x').set('coach.json', '{}').set('000001-x.json', '{')
    expect(await store.list()).toEqual([])
  })

  it('is right where replacing was cut off: the newer pack counts', async () => {
    const { folder, store } = open()
    const older = packOf(1, entriesOf(1, 5))
    const newer = packOf(1, entriesOf(1, 6), { made: '2026-11-17T08:00:00Z' })
    await store.add([older])
    const kept = [...folder.files]
    await store.add([newer])
    for (const [name, text] of kept) folder.files.set(name, text)
    const facts = await store.look((view) => view.facts({ scope: [{ week: '2026-W46' }] }))
    expect(facts).toMatchObject({ reps: 1, cells: 1 })
    const tally = await store.look((view) => view.tally([{ week: '2026-W46' }], []))
    expect(tally.entries).toBe(6)
  })
})
