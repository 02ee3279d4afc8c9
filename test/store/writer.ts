// A process of its own that writes: adds entries as a command would, and says each id once it is saved.
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { diskOf } from '../../src/store/disk.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import type { Files } from '../../src/store/files.ts'
import { resolveHome } from '../../src/store/home.ts'
import type { Edit } from '../../src/store/journal.ts'
import { withLock } from '../../src/store/lock.ts'
import { realFiles } from '../../src/store/real-files.ts'
import { anEntry, idOf } from '../helpers.ts'

const [what = '', folder = '', first = '0', count = '1', unflushed = ''] = process.argv.slice(2)
const home = resolveHome({ AFTERWORD_HOME: folder }, 'linux')

function entryOf(number: number) {
  const at = `2026-11-${String(1 + (number % 28)).padStart(2, '0')}T10:00:00Z`
  return anEntry({ id: idOf(number), at, recordedAt: at, summary: `contact ${number} `.repeat(8) })
}

async function add(journal = new FileJournal(diskOf(home))): Promise<void> {
  for (let number = +first; number < +first + +count; number++) {
    await journal.change('log', [{ add: entryOf(number) }])
    say(number)
  }
}

/** Says when each write begins, and rests about as long as it took, so that whoever kills it finds it in either state. */
async function withRests(write: (number: number) => unknown): Promise<void> {
  for (let number = +first; number < +first + +count; number++) {
    process.stdout.write(`began ${idOf(number)}\n`)
    const began = performance.now()
    await write(number)
    const took = performance.now() - began
    say(number)
    await new Promise((done) => setTimeout(done, Math.random() * 2 * took))
  }
}

async function addWithRests(): Promise<void> {
  const journal = new FileJournal(diskOf(home))
  await withRests((number) => journal.change('log', [{ add: entryOf(number) }]))
}

/** The journal as it must not be written: over the old bytes, without a lock. */
function writeInPlace(number: number): void {
  const path = join(home.journal, '2026-11.json')
  const month = JSON.parse(readFileSync(path, 'utf8'))
  month.entries.push(entryOf(number))
  delete month.sum
  const bytes = Buffer.from(JSON.stringify(month))
  writeFileSync(path, '')
  // Piece by piece, as any stream would: between two of them the file is torn.
  for (let at = 0; at < bytes.length; at += 4096)
    appendFileSync(path, bytes.subarray(at, at + 4096))
}

/** Adds three, counts one minute more on the entry all writers share, removes the last: and that again. */
async function mix(): Promise<void> {
  const journal = new FileJournal(diskOf(home))
  for (let turn = 0; turn < +count; turn++) {
    await untilFree(() => journal.change('mix', [editFor(turn)]))
    say(turn)
  }
}

/** A machine with more to do than it can may keep one writer waiting for longer than the 10 s it waits by itself. */
async function untilFree(change: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      return void (await change())
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('busy: '))) throw error
    }
  }
}

function editFor(turn: number): Edit {
  const own = entryOf(+first + turn)
  if (turn % 5 < 3) return { add: own }
  if (turn % 5 === 4) return { remove: entryOf(+first + turn - 2) }
  const minutes = (contact: { minutes?: number | undefined } = {}) => (contact.minutes ?? 0) + 1
  return {
    of: entryOf(0),
    to: (entry) => ({ ...entry, contact: { ...entry.contact, minutes: minutes(entry.contact) } }),
  }
}

/** Takes the lock at every line that comes in; says `double` where somebody else has it at that moment. */
async function contend(): Promise<void> {
  const inside = join(home.data, 'inside')
  for await (const line of createInterface({ input: process.stdin })) {
    await withLock(diskOf(home), async () => {
      try {
        writeFileSync(inside, '', { flag: 'wx' })
      } catch {
        process.stdout.write('double\n')
      }
      await new Promise((done) => setTimeout(done, 1))
      rmSync(inside, { force: true })
    })
    process.stdout.write(`turn ${line}\n`)
  }
}

/** Stops for good where the new month is about to take the old one's place. */
async function stopBeforeRename(): Promise<void> {
  const files: Files = {
    ...realFiles,
    rename: (from, to) => {
      process.stdout.write('stopped\n')
      return new Promise(() => setTimeout(() => realFiles.rename(from, to), 60_000))
    },
  }
  await add(new FileJournal(diskOf(home, files)))
}

/** Adds on a disk that is not told to keep something: what a power cut must find out. */
async function addUnflushed(): Promise<void> {
  const keeps = (what: string) => unflushed !== 'everything' && unflushed !== what
  const files: Files = {
    ...realFiles,
    create: (path, bytes, { flush }) =>
      realFiles.create(path, bytes, { flush: flush && keeps('the new file') }),
    append: (path, bytes, { flush }) =>
      realFiles.append(path, bytes, { flush: flush && keeps('the history') }),
    syncFolder: async (path) => (keeps('the folder') ? realFiles.syncFolder(path) : undefined),
  }
  await add(new FileJournal(diskOf(home, files)))
}

async function holdLock(): Promise<void> {
  await withLock(diskOf(home), () => {
    process.stdout.write('stopped\n')
    return new Promise((done) => setTimeout(done, +count))
  })
}

function say(number: number): void {
  process.stdout.write(`${idOf(number)}\n`)
}

const ways = new Map<string, () => unknown>([
  ['add', () => add()],
  ['add-unflushed', addUnflushed],
  ['add-with-rests', addWithRests],
  ['in-place', () => withRests(writeInPlace)],
  ['mix', mix],
  ['contend', contend],
  ['stop-before-rename', stopBeforeRename],
  ['hold-lock', holdLock],
])
process.umask(0)
await ways.get(what)?.()
