import * as fs from 'node:fs'
import { sep } from 'node:path'
import { platform } from 'node:process'
import { codeOf, type Ends, type Files, type Scratch, type Stat } from './files.ts'

/**
 * The file system of this machine. What looks does so at once, for a call that waits in a queue takes many times as long;
 * what changes something waits, so that a signal is still heard while a disk takes its time. Node's own promises of
 * files take milliseconds to load.
 */
export const realFiles: Files = {
  lstat: async (path) => statOf(fs.lstatSync(path)),
  realpath: async (path) => fs.realpathSync.native(path),
  list: async (folder) => fs.readdirSync(folder),
  lstatMany: async (folder, names) => names.map((name) => lstatIfThere(folder + sep + name)),
  read,
  readEnds: async (path, length) => withOpen(path, (file) => endsOf(file, length)),
  makeFolder: (path) =>
    ended<string | undefined>((done) => fs.mkdir(path, { recursive: true, mode: 0o700 }, done)),
  create: (path, bytes, { flush }) =>
    ended((done) => fs.writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush }, done)),
  append: (path, bytes, { flush }) =>
    ended((done) => fs.appendFile(path, bytes, { mode: 0o600, flush }, done)),
  truncate: (path, size) => ended((done) => fs.truncate(path, size, done)),
  scratch,
  rename,
  link: (from, to) => ended((done) => fs.link(from, to, done)),
  remove: (path) => ended((done) => fs.unlink(path, done)),
  removeFolder: (path) => ended((done) => fs.rmdir(path, done)),
  chmod: (path, mode) => ended((done) => fs.chmod(path, mode, done)),
  syncFolder,
  removeNow,
}

// A named pipe put in a file's place must not make a reader wait for ever.
const READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0)
const FOLDERS_CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EBADF'])
/** After a file of this many bytes, timers and signals have their turn. */
const LARGE = 1_000_000

/** Returns what a call of Node's gives back when it ends. */
function ended<T = void>(
  start: (done: (error: Error | null, result?: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) =>
    start((error, result) => (error ? reject(error) : resolve(result as T))),
  )
}

function statOf(stat: fs.Stats): Stat {
  const { size, mtimeMs, ctimeMs, ino, uid } = stat
  return { kind: kindOf(stat), size, mtimeMs, ctimeMs, ino, mode: stat.mode & 0o7777, uid }
}

function kindOf(stat: fs.Stats): Stat['kind'] {
  if (stat.isFile()) return 'file'
  if (stat.isDirectory()) return 'folder'
  return stat.isSymbolicLink() ? 'link' : 'other'
}

function lstatIfThere(path: string): Stat | undefined {
  const stat = fs.lstatSync(path, { throwIfNoEntry: false })
  return stat && statOf(stat)
}

async function read(path: string): Promise<Buffer> {
  const bytes = withOpen(path, (file) => fs.readFileSync(file))
  if (bytes.length >= LARGE) await new Promise((done) => setImmediate(done))
  return bytes
}

function withOpen<T>(path: string, work: (file: number) => T): T {
  const file = fs.openSync(path, READ)
  try {
    return work(file)
  } finally {
    fs.closeSync(file)
  }
}

function endsOf(file: number, length: number): Ends {
  const { size } = fs.fstatSync(file)
  const part = (position: number) => {
    const buffer = Buffer.alloc(length)
    return buffer.subarray(0, fs.readSync(file, buffer, 0, length, position))
  }
  return { size, head: part(0), tail: part(Math.max(0, size - length)) }
}

async function scratch(path: string): Promise<Scratch> {
  const { open, unlink } = await import('node:fs/promises')
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return {
    write: (bytes) => file.writeFile(bytes),
    read: async (position, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

async function rename(from: string, to: string): Promise<void> {
  // On Windows a virus scanner or an indexer may hold the target for a moment.
  const attempts = platform === 'win32' ? 20 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await ended((done) => fs.rename(from, to, done))
    } catch (error) {
      if (attempt >= attempts || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? ''))
        throw error
      await new Promise((done) => setTimeout(done, 10 * attempt))
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return
  const folder = await ended<number>((done) => fs.open(path, 'r', done))
  try {
    await ended((done) => fs.fsync(folder, done))
  } catch (error) {
    if (!FOLDERS_CANNOT_SYNC.has(codeOf(error) ?? '')) throw error
  } finally {
    fs.closeSync(folder)
  }
}

function removeNow(path: string, holding?: Uint8Array): void {
  try {
    if (!holding || fs.readFileSync(path).equals(holding)) fs.unlinkSync(path)
  } catch {
    // The process is about to end: what cannot be removed now is judged stale or swept later.
  }
}
