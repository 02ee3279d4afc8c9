import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import type { Entry } from '../../src/model/entry.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import type { Home } from '../../src/store/home.ts'
import { linesFromTheEnd } from '../../src/store/lines-from-the-end.ts'
import { thisMachine } from '../../src/store/machine.ts'
import { Unconfirmed } from '../../src/store/trouble.ts'
import { ENCRYPTED } from '../encrypted.ts'
import { anEntry, idOf } from '../helpers.ts'
import { DEATHS, dyingBefore, ERRORS, type Fault, faulty } from './nth-call.ts'
import { aHome, aJournal, diskAt } from './store-folder.ts'

const MONTHS = ['2026-09', '2026-10', '2026-11']
const before = anEntry({ id: idOf(0), at: '2026-10-02T10:00:00Z' })
const coming = Array.from({ length: 30 }, (_, at) =>
  anEntry({ id: idOf(at + 1), at: `${MONTHS[at % 3]}-${10 + (at % 18)}T10:00:00Z` }),
)
/** A process that has ended by the time the next one looks: no process has this number. */
const dying = { ...thisMachine(), pid: 2 ** 22 + 7 }
/** A line that is none of a change, as long as a history grows. */
const FILLING = `${JSON.stringify({ at: '2026-11-01T10:00:00Z', filling: 'x'.repeat(5_100_000) })}\n`

async function* stream(entries: readonly Entry[]) {
  yield* entries
}

async function imported(entries = coming): Promise<Home> {
  const home = aHome()
  await aJournal(home).change('log', [{ add: before }])
  await aJournal(home).addAll('import', stream(entries))
  return home
}

const entriesOf = (home: Home) => aJournal(home).read()

function temps({ journal, state }: Home): string[] {
  const names = [journal, state].flatMap((folder) => readdirSync(folder))
  return names.filter((name) => name.endsWith('.tmp'))
}

/** Every file of a person's, as it is. */
function picture({ journal, history }: Home): string[] {
  const names = readdirSync(journal).sort()
  return [...names.map((name) => join(journal, name)), history].map((path) =>
    readFileSync(path, 'latin1'),
  )
}

/** Returns how an undo of three months went whose nth call goes wrong, and what the journal is then. */
async function undoneWith(fault: Fault, nth: number) {
  const home = await imported()
  const attempt = faulty(nth, fault)
  const journal = new FileJournal(diskAt(home, attempt.files, dying))
  const error = await journal.undo().then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { home, error, attempt, found: (await entriesOf(home)).length }
}

async function callsOfUndo(): Promise<number> {
  const { attempt } = await undoneWith(dyingBefore, Number.POSITIVE_INFINITY)
  return attempt.calls.length
}

describe('an undo over several months', () => {
  it.each(ERRORS)('does all of it or nothing: %s at any one call', async (code, fault) => {
    const calls = await callsOfUndo()
    const seen = new Set<number>()
    for (let nth = 0; nth < calls; nth++) {
      const { home, error, attempt, found } = await undoneWith(fault, nth)
      const where = `${code} at ${attempt.calls[nth]}: ${error}`
      const isSaved = error === undefined || error instanceof Unconfirmed
      expect(found, where).toBe(isSaved ? 1 : 31)
      if (!isSaved) expect(error, where).toBeInstanceOf(Refusal)
      if (!attempt.calls[nth]?.startsWith('remove')) expect(temps(home), where).toEqual([])
      // Taken back, or taken back again: all of it, and nothing of what is on record in part.
      const again = await aJournal(home)
        .undo()
        .catch(({ message }: Refusal) => message)
      const isWhole = typeof again !== 'string'
      if (!isWhole)
        expect(again, where).toMatch(/is not on record whole|has gone from the journal since/)
      expect(await entriesOf(home), where).toHaveLength(isSaved && isWhole ? 31 : 1)
      seen.add(found)
    }
    expect([...seen].sort()).toEqual([1, 31])
  })

  it.each(DEATHS)('does all of it or nothing: %s any one call', async (how, fault) => {
    const calls = await callsOfUndo()
    const seen = new Set<number>()
    for (let nth = 0; nth < calls; nth++) {
      const { home, attempt, found } = await undoneWith(fault, nth)
      const where = `${how} ${attempt.calls[nth]}`
      expect([1, 31], where).toContain(found)
      await aJournal(home).undo()
      expect(await entriesOf(home), where).toHaveLength(found === 1 ? 31 : 1)
      expect(temps(home), where).toEqual([])
      seen.add(found)
    }
    expect([...seen].sort()).toEqual([1, 31])
  })

  it('says how many entries it changed, and names every one only where they are few', async () => {
    const few = coming.slice(0, 20)
    const [one, other] = [await imported(few), await imported()]
    const { word, count, changes } = await aJournal(one).undo()
    expect({ word, count }).toEqual({ word: 'import', count: 20 })
    expect(changes.map(({ before: gone }) => gone?.id).sort()).toEqual(few.map(({ id }) => id))
    const many = await aJournal(other).undo()
    expect(many).toMatchObject({ word: 'import', count: 30, changes: [{ before: coming[0] }] })
    expect(await entriesOf(other)).toEqual([before])
  })

  it.skipIf(ENCRYPTED)(
    'is refused whole where one entry was changed since, and no byte changes',
    async () => {
      const home = await imported()
      const path = join(home.journal, '2026-09.json')
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.replace('"disposition":"resolved"', '"disposition":"workaround"'))
      const old = picture(home)
      await expect(aJournal(home).undo()).rejects.toThrow(
        /has been changed since the last change \(import\), so that cannot be taken back/,
      )
      expect(picture(home)).toEqual(old)
    },
  )

  it.skipIf(ENCRYPTED)(
    'is refused whole where another program changes a month meanwhile',
    async () => {
      const home = await imported()
      const path = join(home.journal, '2026-11.json')
      const { files } = faulty(Number.POSITIVE_INFINITY, dyingBefore)
      const late: typeof files = {
        ...files,
        append: async (...args) => {
          const text = readFileSync(path, 'utf8')
          if (String(args[1]).includes('"part":3'))
            writeFileSync(path, text.replace('"resolved"', '"workaround"'))
          return files.append(...args)
        },
      }
      await expect(new FileJournal(diskAt(home, late)).undo()).rejects.toThrow(/has been changed/)
      expect(await entriesOf(home)).toHaveLength(31)
    },
  )

  it.skipIf(ENCRYPTED)('finds the change in the history that is set aside just then', async () => {
    const home = await imported()
    const text = readFileSync(home.history, 'utf8')
    writeFileSync(home.history, FILLING + text)
    expect((await aJournal(home).undo()).word).toBe('import')
    expect(readFileSync(home.olderHistory, 'utf8')).toBe(FILLING + text)
    expect(await entriesOf(home)).toEqual([before])
  })

  it.skipIf(ENCRYPTED)(
    'keeps the older history that holds the change, however long the newer one is',
    async () => {
      const home = await imported()
      renameSync(home.history, home.olderHistory)
      writeFileSync(home.history, FILLING)
      expect((await aJournal(home).undo()).word).toBe('import')
      expect(readFileSync(home.olderHistory, 'utf8')).toContain('"word":"import"')
      expect(await entriesOf(home)).toEqual([before])
    },
  )
})

describe('the lines of a file, read from its end', () => {
  const MEGABYTE = 1_000_000

  it.each([
    ['nothing', ''],
    ['one line', 'a\n'],
    ['no end', 'a\n\nb'],
    ['empty lines', '\n\n\n'],
    ['long ones', [3, 5, 1, 9, 0, 4].map((size) => `${'x'.repeat(size * MEGABYTE)}\n`).join('')],
  ])('%s', async (_, text) => {
    const bytes = Buffer.from(text)
    const read = async (start: number, length: number) => bytes.subarray(start, start + length)
    const found: string[] = []
    for await (const line of linesFromTheEnd(bytes.length, read)) {
      const { start, length } = line
      expect(bytes.subarray(start, start + length).equals(line.bytes)).toBe(true)
      found.unshift(line.bytes.toString())
    }
    expect(found.join('') === text).toBe(true)
    expect(found).toHaveLength(text.match(/[^\n]*\n|[^\n]+$/g)?.length ?? 0)
  })
})
