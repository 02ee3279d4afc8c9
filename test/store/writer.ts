// A process of its own that writes: adds entries as a command would, and says each id once it is saved.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskOf } from '../../src/store/disk.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import { type Files, realFiles } from '../../src/store/files.ts'
import { resolveHome } from '../../src/store/home.ts'
import { withLock } from '../../src/store/lock.ts'
import { anEntry, idOf } from '../helpers.ts'

const [what = '', folder = '', first = '0', count = '1'] = process.argv.slice(2)
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

/** The journal as it must not be written: over the old bytes, without a lock. */
function writeInPlace(): void {
  const path = join(home.journal, '2026-11.json')
  for (let number = +first; number < +first + +count; number++) {
    const month = JSON.parse(readFileSync(path, 'utf8'))
    month.entries.push(entryOf(number))
    delete month.sum
    const bytes = Buffer.from(JSON.stringify(month))
    writeFileSync(path, '')
    // Piece by piece, as any stream would: between two of them the file is torn.
    for (let at = 0; at < bytes.length; at += 4096)
      appendFileSync(path, bytes.subarray(at, at + 4096))
    say(number)
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

/** Adds on a disk that is never told to keep anything: what a power cut must find out. */
async function addUnflushed(): Promise<void> {
  const files: Files = {
    ...realFiles,
    create: (path, bytes) => realFiles.create(path, bytes, { flush: false }),
    append: (path, bytes) => realFiles.append(path, bytes, { flush: false }),
    syncFolder: async () => {},
  }
  await add(new FileJournal(diskOf(home, files)))
}

/** Adds with everything but the folder flushed. */
async function addUnnamed(): Promise<void> {
  await add(new FileJournal(diskOf(home, { ...realFiles, syncFolder: async () => {} })))
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
  ['add-unnamed', addUnnamed],
  ['in-place', writeInPlace],
  ['stop-before-rename', stopBeforeRename],
  ['hold-lock', holdLock],
])
process.umask(0)
await ways.get(what)?.()
