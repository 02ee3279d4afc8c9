import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/store/drafts.ts'
import { thisMachine } from '../../src/store/machine.ts'
import { openStore } from '../../src/store/open-store.ts'
import { systemError, wrapped } from './faulty-files.ts'
import { aHome } from './store-folder.ts'

const draft = (over: Partial<Draft> = {}): Draft => ({
  id: '7k3q0000000a',
  savedAt: '2026-11-18T12:00:00-06:00',
  answers: { who: 'lantern-street', felt: 'fru:' },
  ...over,
})

/** This machine after the process that writes now has ended. */
const later = () => ({ ...thisMachine(), isAlive: () => false })

describe('drafts', () => {
  it('are none where nothing is', async () => {
    expect(await openStore(aHome()).drafts.abandoned()).toEqual([])
  })

  it('are saved 0600 at the path that is returned, and saved over', async () => {
    const home = aHome()
    const { drafts } = openStore(home)
    const path = await drafts.save(draft({ answers: { who: 'l' } }))
    expect(await drafts.save(draft())).toBe(path)
    expect(path).toBe(join(home.drafts, '7k3q0000000a.json'))
    expect(lstatSync(path).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      ...draft(),
      by: { pid: process.pid },
    })
    expect(readdirSync(home.drafts)).toHaveLength(1)
  })

  it('are abandoned only when their process has ended', async () => {
    const home = aHome()
    await openStore(home).drafts.save(draft())
    expect(await openStore(home).drafts.abandoned()).toEqual([])
    expect(await openStore(home, undefined, later()).drafts.abandoned()).toEqual([draft()])
    const reused = { ...thisMachine(), startOf: () => 'another time' }
    expect(await openStore(home, undefined, reused).drafts.abandoned()).toEqual([draft()])
  })

  it('come newest first, by their instant', async () => {
    const home = aHome()
    const { drafts } = openStore(home)
    const times = ['2026-11-18T12:00:00-06:00', '2026-11-18T18:30:00Z', '2026-11-18T19:00:00+02:00']
    for (const [index, savedAt] of times.entries())
      await drafts.save(draft({ id: `d${index}`, savedAt }))
    const found = await openStore(home, undefined, later()).drafts.abandoned()
    expect(found.map(({ id }) => id)).toEqual(['d1', 'd0', 'd2'])
  })

  it('that cannot be read are passed over and kept', async () => {
    const home = aHome()
    await openStore(home).drafts.save(draft())
    const bad = ['{"id":"x"', 'null', '{"id":"x","savedAt":"x","answers":{"who":1},"by":{"pid":1}}']
    for (const [index, text] of bad.entries())
      writeFileSync(join(home.drafts, `bad${index}.json`), text)
    expect(await openStore(home, undefined, later()).drafts.abandoned()).toEqual([draft()])
    expect(readdirSync(home.drafts)).toHaveLength(4)
  })

  it('can be removed, twice too', async () => {
    const home = aHome()
    const { drafts } = openStore(home)
    const path = await drafts.save(draft())
    await drafts.remove(draft().id)
    await drafts.remove(draft().id)
    expect(existsSync(path)).toBe(false)
  })

  it('never leave their folder by their name', async () => {
    await expect(openStore(aHome()).drafts.save(draft({ id: '../x' }))).rejects.toThrow(
      'cannot name',
    )
  })

  it('on a full disk say so by path, and leave nothing half-written', async () => {
    const home = aHome()
    const files = wrapped(async ({ call, file }, proceed) => {
      await proceed()
      if (call === 'create' && file.startsWith('temp')) throw systemError('ENOSPC')
    })
    const saving = openStore(home, files).drafts.save(draft())
    await expect(saving).rejects.toThrow(`Disk full, nothing changed: ${home.drafts}`)
    expect(readdirSync(home.drafts)).toEqual([])
  })

  it('need no lock: one can be saved while the journal is busy', async () => {
    const home = aHome()
    const { drafts } = openStore(home)
    await drafts.save(draft())
    writeFileSync(home.lock, 'held')
    await drafts.save(draft({ id: 'other' }))
    expect(readdirSync(home.drafts)).toHaveLength(2)
  })
})
