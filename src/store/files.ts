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
  /** Returns a file's bytes, perhaps in the memory that is handed in: to use it again costs less than to ask for more. */
  read(path: string, into?: Buffer): Promise<Buffer>
  readEnds(path: string, length: number): Promise<Ends>
  /** Returns so many bytes from a place on, fewer where the file ends before. */
  readPart(path: string, position: number, length: number): Promise<Buffer>
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
