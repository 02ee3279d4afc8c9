import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../../src/errors.ts'
import { type Disk, diskOf } from '../../../src/store/disk.ts'
import { FileJournal } from '../../../src/store/file-journal.ts'
import { type Home, resolveHome } from '../../../src/store/home.ts'
import { type Machine, thisMachine } from '../../../src/store/machine.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { realFiles } from '../../../src/store/real-files.ts'
import { decryptAll } from '../../../src/store/sealed/decrypting.ts'
import { encryptAll } from '../../../src/store/sealed/encrypting.ts'
import { filesOf, IDENTITY, identityFile, RECIPIENT } from '../../encrypted.ts'
import { anEntry, idOf } from '../../helpers.ts'
import { DEATHS, type Fault, failing, faulty } from '../nth-call.ts'
import { MEMORY } from '../store-folder.ts'

vi.setConfig({ testTimeout: 300_000 })

const marker = { version: 1, recipients: [RECIPIENT], identityFile: identityFile() } as const
const NOW = '2026-11-18T12:00:00-06:00'
const dying: Machine = { ...thisMachine(), pid: 2 ** 22 + 7 }
// What fails here is made to fail, so the files may as well lie in memory.
const room = mkdtempSync(join(MEMORY, 'afterword-convert-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

const homeAt = (folder: string) => resolveHome({ AFTERWORD_HOME: folder }, 'linux')
const encrypt = (disk: Disk) => encryptAll(disk, { identity: IDENTITY, marker })
const decrypt = (disk: Disk) => decryptAll(disk, IDENTITY)

const plain = homeAt(join(room, 'plain'))
const sealed = homeAt(join(room, 'sealed'))
const twoMonths = [
  anEntry({ id: idOf(1), customer: 'blue-gate' }),
  anEntry({ id: idOf(2), at: '2026-10-12T10:00:00Z' }),
]

beforeAll(async () => {
  const store = openStore(plain)
  await store.journal.change(
    'log',
    twoMonths.map((add) => ({ add })),
  )
  await store.settings.change(() => ({ rep: 'sam', neverSay: ['blue-gate'] }))
  await store.drafts.save({ id: 'abc', savedAt: NOW, answers: { who: 'blue-gate' } })
  cpSync(plain.data, sealed.data, { recursive: true })
  await encrypt(diskOf(sealed))
})

function copyOf(home: Home): Home {
  const folder = mkdtempSync(join(room, 'home-'))
  cpSync(home.data, folder, { recursive: true })
  return homeAt(folder)
}

/** Every file but what only says that somebody died: tickets for the lock, and a draft half written, which doctor sweeps. */
function namesIn(home: Home): string[] {
  return readdirSync(home.data, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(home.data, name)).isFile())
    .filter((name) => !/^state\/(lock|drafts\/\..*\.tmp$)/.test(name))
    .sort()
}

/** Everything a person has there, read as afterword reads it. */
async function contentOf(home: Home): Promise<string> {
  const files = filesOf(home)
  const { journal, settings } = openStore(home, files)
  const history = (await files.read(home.history)).toString('utf8')
  const draft = (await files.read(join(home.drafts, 'abc.json'))).toString('utf8')
  return JSON.stringify([await journal.read(), await settings.read(), history, draft])
}

const NAME = 'blue-gate'

async function saysName(home: Home): Promise<string[]> {
  const found: string[] = []
  for (const name of namesIn(home))
    if ((await realFiles.read(join(home.data, name))).includes(NAME)) found.push(name)
  return found
}

describe('encrypting', () => {
  it('leaves the same content, and no name in any file', async () => {
    expect(await contentOf(sealed)).toBe(await contentOf(plain))
    expect((await saysName(plain)).length).toBeGreaterThan(2)
    expect(await saysName(sealed)).toEqual([])
    expect(namesIn(sealed)).toEqual([
      'config.json.age',
      'encryption.json',
      'journal/2026-10.json.age',
      'journal/2026-11.json.age',
      'state/drafts/abc.json.age',
      'state/history/000001-000000000000.age',
    ])
  })

  it('and back gives every file byte for byte', async () => {
    const home = copyOf(sealed)
    await decrypt(diskOf(home))
    expect(namesIn(home)).toEqual(namesIn(plain))
    for (const name of namesIn(plain))
      expect(await realFiles.read(join(home.data, name)), name).toEqual(
        await realFiles.read(join(plain.data, name)),
      )
  })

  it('a plain month that came from elsewhere is kept beside the encrypted one', async () => {
    const home = copyOf(sealed)
    const older = await realFiles.read(join(plain.journal, '2026-10.json'))
    writeFileSync(join(home.journal, '2026-10.json'), older)
    writeFileSync(join(home.journal, '2026-11.json'), older)
    const { twice } = await encrypt(diskOf(home))
    expect(twice).toEqual([join(home.journal, '2026-11 (plain).json')])
    expect(await contentOf(home)).toBe(await contentOf(plain))
    expect(namesIn(home).filter((name) => name.startsWith('journal'))).toEqual([
      'journal/2026-10.json.age',
      'journal/2026-11 (plain).json.age',
      'journal/2026-11.json.age',
    ])
  })
})

const FAULTS: [string, Fault][] = [
  ...DEATHS,
  ['EIO', failing('EIO')],
  ['ENOSPC', failing('ENOSPC')],
]
let tried = 0

const LONG = process.env.AFTERWORD_TEST_LONG === '1'
/** Every call is tried where there is time; else each fifth, another fifth each time. */
const STEP = LONG ? 1 : 5
const seed = Date.now()
const first = seed % STEP

describe.each([
  ['encrypt', encrypt, plain],
  ['decrypt', decrypt, sealed],
] as const)('%s that is cut short', (word, act, start) => {
  it.each(FAULTS)(
    '%s at any one call: all is there, and doing it again ends it',
    async (how, fault) => {
      const content = await contentOf(plain)
      for (let nth = first; ; nth += STEP) {
        const home = copyOf(start)
        const attempt = faulty(nth, fault)
        const said = await act(diskOf(home, attempt.files, dying)).then(
          () => 'done',
          (error) => {
            if (!attempt.isDead && !(error instanceof Refusal)) throw error
            return attempt.isDead ? 'dead' : 'refused'
          },
        )
        const where = `${word}, ${how} at ${attempt.calls[nth]} (seed ${seed}): ${said}`
        expect(await contentOf(home), where).toBe(content)
        if (attempt.calls.length <= nth) break
        await act(diskOf(home)).catch((error) => {
          // Only the very last step was missing: then it is not encrypted any more.
          if (!/not encrypted/.test(error.message)) throw error
        })
        expect(await contentOf(home), where).toBe(content)
        expect(namesIn(home), where).toEqual(namesIn(word === 'encrypt' ? sealed : plain))
        rmSync(home.data, { recursive: true })
        tried++
      }
    },
  )

  it('cut short, a change is saved and survives going on', async () => {
    for (let nth = first; ; nth += 5 * STEP) {
      const home = copyOf(start)
      const attempt = faulty(nth, DEATHS[0]?.[1] as Fault)
      await act(diskOf(home, attempt.files, dying)).catch(() => undefined)
      if (!attempt.isDead) break
      const next = anEntry({ id: idOf(9), customer: 'next-one' })
      await new FileJournal(diskOf(home, filesOf(home))).change('log', [{ add: next }])
      await act(diskOf(home)).catch((error) => {
        if (!/not encrypted/.test(error.message)) throw error
      })
      const entries = await new FileJournal(diskOf(home, filesOf(home))).read()
      expect(entries.map(({ id }) => id)).toEqual([idOf(2), idOf(1), idOf(9)])
      expect(namesIn(home)).toEqual(namesIn(word === 'encrypt' ? sealed : plain))
      rmSync(home.data, { recursive: true })
      tried++
    }
  })
})

it('enough calls were tried', () => {
  expect(tried).toBeGreaterThan(300 / STEP)
})
