import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { Disk } from '../../src/store/disk.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import { ifThere } from '../../src/store/files.ts'
import { forget } from '../../src/store/forget/forget.ts'
import type { Home } from '../../src/store/home.ts'
import { type Machine, thisMachine } from '../../src/store/machine.ts'
import { realFiles } from '../../src/store/real-files.ts'
import { Unconfirmed } from '../../src/store/trouble.ts'
import { anEntry, idOf } from '../helpers.ts'
import { PowerCut } from './faulty-files.ts'
import { type Attempt, DEATHS, dyingBefore, ERRORS, failing, faulty } from './nth-call.ts'
import { aHome, diskAt, MEMORY } from './store-folder.ts'

const NOW = '2026-11-18T12:00:00-06:00'
const theirs = anEntry({ id: idOf(1), customer: 'blue-gate' })
const mine = anEntry({ id: idOf(2), at: '2026-10-12T10:00:00Z' })
const last = anEntry({ id: idOf(3), customer: 'blue-gate', at: '2026-10-13T10:00:00Z' })

/** A process that has ended by the time the next one looks: no process has this number. */
const dying: Machine = { ...thisMachine(), pid: 2 ** 22 + 7 }

/** What a person does, and how the journal tells that it was done. */
const ACTS: Record<string, (disk: Disk) => Promise<unknown>> = {
  add: (disk) => new FileJournal(disk).change('log', [{ add: anEntry({ id: idOf(9) }) }]),
  'edit into another month': (disk) => {
    const to = (entry: Entry) => ({ ...entry, at: '2026-09-01T10:00:00Z' })
    return new FileJournal(disk).change('edit', [{ of: mine, to }])
  },
  remove: (disk) => new FileJournal(disk).change('remove', [{ remove: mine }]),
  undo: (disk) => new FileJournal(disk).undo(),
  forget: (disk) => forget(disk, 'blue-gate', NOW),
}

// What fails here is made to fail, so the files may as well lie in memory.
const room = mkdtempSync(join(MEMORY, 'afterword-faults-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

const model = aHome(join(room, 'model'))
beforeAll(async () => {
  for (const add of [theirs, mine, last])
    await new FileJournal(diskAt(model)).change('log', [{ add }])
})

function aLivedInHome(): Home {
  const folder = mkdtempSync(join(room, 'home-'))
  cpSync(model.data, folder, { recursive: true })
  return aHome(folder)
}

type Picture = Map<string, string>

/** Every file that holds something of a person, as it is. */
async function picture(home: Home): Promise<Picture> {
  const { files } = diskAt(home)
  const { journal, history, erased } = home
  const names = (await ifThere(files.list(journal)))?.filter((name) => !name.startsWith('.')) ?? []
  const found: Picture = new Map()
  for (const path of [...names.map((name) => join(journal, name)), history, erased]) {
    const bytes = await ifThere(files.read(path))
    if (bytes) found.set(path, bytes.toString('utf8'))
  }
  return found
}

const entriesOf = async (home: Home) => JSON.stringify(await new FileJournal(diskAt(home)).read())

function temps({ journal, state }: Home): string[] {
  return [journal, state]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.endsWith('.tmp'))
}

/** Says how an act ended: saved, refused with these words, or dead. */
async function ending(
  act: (disk: Disk) => Promise<unknown>,
  home: Home,
  attempt: Attempt,
): Promise<string> {
  try {
    await act(diskAt(home, attempt.files, dying))
    return attempt.isDead ? 'dead' : 'saved'
  } catch (error) {
    // The dead say nothing, whatever they would have said of the call that killed them.
    if (attempt.isDead) return 'dead'
    if (error instanceof Unconfirmed) return 'saved'
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** The next contact is logged by a new process, which waits less than a second for anything the dead left. */
async function logNext(home: Home, where: string, patience = 1000): Promise<void> {
  let waited = 0
  const machine: Machine = {
    ...thisMachine(),
    wait: async (ms) => {
      waited += ms
      await new Promise((done) => setTimeout(done, ms))
    },
  }
  const next = anEntry({ id: idOf(20), customer: 'next-one' })
  await new FileJournal(diskAt(home, realFiles, machine)).change('log', [{ add: next }])
  expect(await entriesOf(home), where).toContain('next-one')
  expect(waited, where).toBeLessThan(patience)
}

/** Returns how many calls an act makes, and what the journal is before and after it. */
async function rehearse(act: (disk: Disk) => Promise<unknown>) {
  const home = aLivedInHome()
  const old = await entriesOf(home)
  const { files, calls } = faulty(Number.POSITIVE_INFINITY, dyingBefore)
  await act(diskAt(home, files, dying))
  return { calls: calls.length, old, new: await entriesOf(home) }
}

/** A month is as it was or as it should be: every line of it parses and its sum is right. */
function expectWhole(files: Picture, where: string): void {
  for (const [path, text] of files) {
    if (path.endsWith('.jsonl')) continue
    expect(() => JSON.parse(text), `${path}, ${where}`).not.toThrow()
  }
}

let tried = 0

describe.each(Object.entries(ACTS))('faults 1 to 7 by injection: %s', (name, act) => {
  it.each(ERRORS)(
    '%s at any one call: told truly, old or new, nothing left behind',
    async (code, fault) => {
      const sample = await rehearse(act)
      for (let nth = 0; nth < sample.calls; nth++) {
        const home = aLivedInHome()
        const attempt = faulty(nth, fault)
        const said = await ending(act, home, attempt)
        const where = `${code} at ${attempt.calls[nth]}: ${said}`
        const now = await entriesOf(home)
        expectWhole(await picture(home), where)
        if (said.startsWith('Forgetting was cut short'))
          expect(now, where).not.toContain('blue-gate')
        else expect(now, where).toBe(said === 'saved' ? sample.new : sample.old)
        if (said !== 'saved')
          expect(said, where).toMatch(/nothing changed|Nothing changed|EIO|EACCES|EROFS|cut short/i)
        const isRemoval = attempt.calls[nth]?.startsWith('remove')
        if (!isRemoval) expect(temps(home), where).toEqual([])
        await logNext(home, where)
        tried++
      }
    },
  )

  it.each(['EIO', 'ENOSPC'])(
    '%s at a call and every one after it: told truly, old or new',
    async (code) => {
      const sample = await rehearse(act)
      for (let nth = 0; nth < sample.calls; nth++) {
        const home = aLivedInHome()
        const attempt = faulty(nth, failing(code), { lasting: true })
        const said = await ending(act, home, attempt)
        const where = `${code} from ${attempt.calls[nth]}: ${said}`
        const now = await entriesOf(home)
        expectWhole(await picture(home), where)
        if (said.startsWith('Forgetting was cut short'))
          expect(now, where).not.toContain('blue-gate')
        else expect(now, where).toBe(said === 'saved' ? sample.new : sample.old)
        await logNext(home, where)
        expect(temps(home), where).toEqual([])
        tried++
      }
    },
  )

  it.each(DEATHS)(
    '%s any one call: old or new, and the next contact is logged at once',
    async (how, fault) => {
      const sample = await rehearse(act)
      const seen = new Set<string>()
      for (let nth = 0; nth < sample.calls; nth++) {
        const home = aLivedInHome()
        const attempt = faulty(nth, fault)
        await ending(act, home, attempt)
        const where = `${how} ${attempt.calls[nth]}`
        const now = await entriesOf(home)
        expectWhole(await picture(home), where)
        if (name === 'forget' && now !== sample.old) expect(now, where).not.toContain('blue-gate')
        else expect([sample.old, sample.new], where).toContain(now)
        seen.add(now)
        await logNext(home, where)
        expect(temps(home), where).toEqual([])
        tried++
      }
      expect(seen.size).toBeGreaterThan(1)
    },
  )

  it('dying at any one call while the power fails: old or new', async () => {
    const sample = await rehearse(act)
    for (let nth = 0; nth <= sample.calls; nth++) {
      const home = aLivedInHome()
      const disk = new PowerCut()
      const attempt = faulty(nth, dyingBefore, { base: disk.files })
      const said = await ending(act, home, attempt)
      disk.cut()
      const where = `power cut at ${attempt.calls[nth] ?? 'the end'}: ${said}`
      const now = await entriesOf(home)
      expectWhole(await picture(home), where)
      if (name === 'forget' && now !== sample.old) expect(now, where).not.toContain('blue-gate')
      else expect([sample.old, sample.new], where).toContain(now)
      if (said === 'saved') expect(now, where).toBe(sample.new)
      // An empty lock file is stale after two seconds, which a machine that starts anew has behind it.
      await logNext(home, where, 3000)
      tried++
    }
  })
})

it('forget that was cut short is finished by doing it again', async () => {
  const sample = await rehearse(ACTS.forget as (disk: Disk) => Promise<unknown>)
  for (let nth = 0; nth < sample.calls; nth++) {
    const home = aLivedInHome()
    await ending(ACTS.forget as never, home, faulty(nth, dyingBefore))
    const { left } = await forget(diskAt(home), 'blue-gate', NOW)
    expect(left).toEqual([])
    expect(JSON.stringify([...(await picture(home)).values()])).not.toContain('blue-gate')
  }
})

it('every call was tried', () => {
  expect(tried).toBeGreaterThan(1000)
})
