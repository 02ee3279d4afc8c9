import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsync,
  linkSync,
  lstatSync,
  mkdirSync,
  open,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  rename,
  rmdirSync,
  type Stats,
  truncateSync,
  unlinkSync,
  writeFile,
  writeFileSync,
} from 'node:fs'
import { sep } from 'node:path'
import { platform } from 'node:process'
import { codeOf, type Ends, type Files, type Scratch, type Stat } from './files.ts'

/**
 * The file system of this machine. Most calls are made at once, for one that waits in a queue takes many times as long;
 * what waits for the disk itself, or moves many bytes, lets signals be heard meanwhile. Node's own promises of files take
 * milliseconds to load.
 */
export const realFiles: Files = {
  lstat: async (path) => statOf(lstatSync(path)),
  realpath: async (path) => realpathSync.native(path),
  list: async (folder) => readdirSync(folder),
  lstatMany: async (folder, names) => names.map((name) => lstatIfThere(folder + sep + name)),
  read,
  readEnds: async (path, length) => withOpen(path, (file) => endsOf(file, length)),
  readPart,
  makeFolder: async (path) => mkdirSync(path, { recursive: true, mode: 0o700 }),
  create: (path, bytes, { flush }) => write(path, bytes, { flag: 'wx', flush }),
  append: (path, bytes, { flush }) => write(path, bytes, { flag: 'a', flush }),
  truncate: async (path, size) => truncateSync(path, size),
  scratch,
  rename: renameFile,
  link: async (from, to) => linkSync(from, to),
  remove: async (path) => unlinkSync(path),
  removeFolder: async (path) => rmdirSync(path),
  chmod: async (path, mode) => chmodSync(path, mode),
  syncFolder,
  removeNow,
}

// A named pipe put in a file's place must not make a reader wait for ever.
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const FOLDERS_CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EBADF'])
/** Of so many bytes and more, timers and signals have their turn while they are read or written. */
const LARGE = 1_000_000

/** Returns what a call of Node's gives back when it ends. */
function ended<T = void>(
  start: (done: (error: Error | null, result?: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) =>
    start((error, result) => (error ? reject(error) : resolve(result as T))),
  )
}

function statOf(stat: Stats): Stat {
  const { size, mtimeMs, ctimeMs, ino, uid } = stat
  return { kind: kindOf(stat), size, mtimeMs, ctimeMs, ino, mode: stat.mode & 0o7777, uid }
}

function kindOf(stat: Stats): Stat['kind'] {
  if (stat.isFile()) return 'file'
  if (stat.isDirectory()) return 'folder'
  return stat.isSymbolicLink() ? 'link' : 'other'
}

function lstatIfThere(path: string): Stat | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat && statOf(stat)
}

async function read(path: string, into?: Buffer): Promise<Buffer> {
  return afterOthers(withOpen(path, (file) => readInto(file, into) ?? readFileSync(file)))
}

/** Returns the bytes of a file that leaves room in this memory, or nothing where it does not. */
function readInto(file: number, into: Buffer | undefined): Buffer | undefined {
  if (!into || fstatSync(file).size >= into.length) return undefined
  let end = 0
  for (let count = -1; count !== 0; end += count)
    count = readSync(file, into, end, into.length - end, end)
  return end < into.length ? into.subarray(0, end) : undefined
}

async function readPart(path: string, position: number, length: number): Promise<Buffer> {
  return afterOthers(withOpen(path, (file) => partOf(file, position, length)))
}

async function afterOthers(bytes: Buffer): Promise<Buffer> {
  if (bytes.length >= LARGE) await new Promise((done) => setImmediate(done))
  return bytes
}

async function write(
  path: string,
  bytes: Uint8Array,
  options: { readonly flag: string; readonly flush: boolean },
): Promise<void> {
  const all = { ...options, mode: 0o600 }
  if (!options.flush && bytes.length < LARGE) writeFileSync(path, bytes, all)
  else await ended((done) => writeFile(path, bytes, all, done))
}

function withOpen<T>(path: string, work: (file: number) => T): T {
  const file = openSync(path, READ)
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}

function endsOf(file: number, length: number): Ends {
  const { size } = fstatSync(file)
  const tail = Math.max(0, size - length)
  return { size, head: partOf(file, 0, length), tail: partOf(file, tail, length) }
}

function partOf(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(file, buffer, 0, length, position))
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

async function renameFile(from: string, to: string): Promise<void> {
  // On Windows a virus scanner or an indexer may hold the target for a moment.
  const attempts = platform === 'win32' ? 20 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await ended((done) => rename(from, to, done))
    } catch (error) {
      if (attempt >= attempts || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? ''))
        throw error
      await new Promise((done) => setTimeout(done, 10 * attempt))
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return
  const folder = await ended<number>((done) => open(path, 'r', done))
  try {
    await ended((done) => fsync(folder, done))
  } catch (error) {
    if (!FOLDERS_CANNOT_SYNC.has(codeOf(error) ?? '')) throw error
  } finally {
    closeSync(folder)
  }
}

function removeNow(path: string, holding?: Uint8Array): void {
  try {
    if (!holding || readFileSync(path).equals(holding)) unlinkSync(path)
  } catch {
    // The process is about to end: what cannot be removed now is judged stale or swept later.
  }
}
