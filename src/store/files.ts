import { constants, lstatSync, readFileSync, type Stats, unlinkSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'

export interface Stat {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly size: number
  readonly mtimeMs: number
  /** When its name, mode or bytes last changed; nobody can set it back. */
  readonly ctimeMs: number
  readonly ino: number
  /** Permission bits only. */
  readonly mode: number
  readonly uid: number
}

/** The first and the last bytes of a file; they overlap in a small one. */
export interface Ends {
  readonly size: number
  readonly head: Buffer
  readonly tail: Buffer
}

/** A file without a name: what is in it is gone with the process that made it, however that ends. */
export interface Scratch {
  /** Adds the bytes at its end. */
  write(bytes: Uint8Array): Promise<void>
  read(position: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** The file system, as one value: every call the store makes. New files are 0600, new folders 0700. */
export interface Files {
  lstat(path: string): Promise<Stat>
  realpath(path: string): Promise<string>
  list(folder: string): Promise<string[]>
  /** Returns what `lstat` says of many files of a folder, nothing for one that is not there. */
  lstatMany(folder: string, names: readonly string[]): Promise<(Stat | undefined)[]>
  read(path: string): Promise<Buffer>
  readEnds(path: string, length: number): Promise<Ends>
  /** Makes the folder and those above it; returns the topmost one that was new, if any. */
  makeFolder(path: string): Promise<string | undefined>
  /** Makes a new file, or fails with EEXIST. With `flush` the bytes are on the disk on return. */
  create(path: string, bytes: Uint8Array, options: { flush: boolean }): Promise<void>
  append(path: string, bytes: Uint8Array, options: { flush: boolean }): Promise<void>
  truncate(path: string, size: number): Promise<void>
  /** Makes a file at the path, and takes its name away at once. */
  scratch(path: string): Promise<Scratch>
  rename(from: string, to: string): Promise<void>
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>
  chmod(path: string, mode: number): Promise<void>
  /** Puts the folder's names on the disk: after a rename the new name could otherwise be lost. */
  syncFolder(path: string): Promise<void>
  /** Removes a file without waiting, for the moment a signal arrives; with `holding` only if it holds these bytes. */
  removeNow(path: string, holding?: Uint8Array): void
}

// A named pipe put in a file's place must not make a reader wait for ever.
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const FOLDERS_CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EBADF'])

/** Errors that Node has no name for: a quota that is used up, a share that is gone, a file system that is damaged. */
const UNNAMED: Partial<Record<NodeJS.Platform, ReadonlyMap<number, string>>> = {
  linux: new Map([
    [-122, 'EDQUOT'],
    [-116, 'ESTALE'],
    [-117, 'EUCLEAN'],
  ]),
  darwin: new Map([
    [-69, 'EDQUOT'],
    [-70, 'ESTALE'],
  ]),
}

/** The file system of this machine. */
export const realFiles: Files = {
  lstat: async (path) => statOf(await fs.lstat(path)),
  realpath: (path) => fs.realpath(path),
  list: (folder) => fs.readdir(folder),
  lstatMany,
  read: (path) => fs.readFile(path, { flag: READ }),
  readEnds,
  makeFolder: (path) => fs.mkdir(path, { recursive: true, mode: 0o700 }),
  create: (path, bytes, { flush }) => fs.writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush }),
  append: (path, bytes, { flush }) => fs.appendFile(path, bytes, { mode: 0o600, flush }),
  truncate: (path, size) => fs.truncate(path, size),
  scratch,
  rename,
  link: (from, to) => fs.link(from, to),
  remove: (path) => fs.unlink(path),
  removeFolder: (path) => fs.rmdir(path),
  chmod: (path, mode) => fs.chmod(path, mode),
  syncFolder,
  removeNow,
}

/** Returns the system's code of an error (`ENOENT`), or nothing where it is not the system's. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return code
  const errno = error instanceof Error && 'errno' in error ? error.errno : undefined
  return typeof errno === 'number' ? UNNAMED[platform]?.get(errno) : undefined
}

/** Returns what the call returns, or nothing where the file is not there: only ENOENT means "no data". */
export async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function statOf(stat: Stats): Stat {
  const { size, mtimeMs, ctimeMs, ino, uid } = stat
  return { kind: kindOf(stat), size, mtimeMs, ctimeMs, ino, mode: stat.mode & 0o7777, uid }
}

/** A call for each of a hundred names would spend its time in waiting, so they are made in one go. */
async function lstatMany(folder: string, names: readonly string[]): Promise<(Stat | undefined)[]> {
  return names.map((name) => {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false })
    return stat && statOf(stat)
  })
}

function kindOf(stat: Stats): Stat['kind'] {
  if (stat.isFile()) return 'file'
  if (stat.isDirectory()) return 'folder'
  return stat.isSymbolicLink() ? 'link' : 'other'
}

async function scratch(path: string): Promise<Scratch> {
  const file = await fs.open(path, 'wx+', 0o600)
  await fs.unlink(path)
  return {
    write: (bytes) => file.writeFile(bytes),
    read: async (position, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

async function readEnds(path: string, length: number): Promise<Ends> {
  const file = await fs.open(path, READ)
  try {
    const { size } = await file.stat()
    const part = async (position: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    return { size, head: await part(0), tail: await part(Math.max(0, size - length)) }
  } finally {
    await file.close()
  }
}

async function rename(from: string, to: string): Promise<void> {
  // On Windows a virus scanner or an indexer may hold the target for a moment.
  const attempts = platform === 'win32' ? 20 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      if (attempt >= attempts || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? ''))
        throw error
      await new Promise((done) => setTimeout(done, 10 * attempt))
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return
  const folder = await fs.open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    if (!FOLDERS_CANNOT_SYNC.has(codeOf(error) ?? '')) throw error
  } finally {
    await folder.close()
  }
}

function removeNow(path: string, holding?: Uint8Array): void {
  try {
    if (!holding || readFileSync(path).equals(holding)) unlinkSync(path)
  } catch {
    // The process is about to end: what cannot be removed now is judged stale or swept later.
  }
}
