import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Disk, diskOf } from '../../src/store/disk.ts'
import { FileJournal } from '../../src/store/file-journal.ts'
import type { Files } from '../../src/store/files.ts'
import { type Home, resolveHome } from '../../src/store/home.ts'
import type { Machine } from '../../src/store/machine.ts'
import { ENCRYPTED, encryptHome, filesOf } from '../encrypted.ts'

/** Where files lie in memory, if anywhere: for tests of what is written that make thousands of files. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Returns a new folder that is gone when the test has finished. */
export function aFolder(under = tmpdir()): string {
  const folder = mkdtempSync(join(under, 'afterword-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Returns the paths of a new, empty store. */
export function aHome(folder = aFolder()): Home {
  if (ENCRYPTED) encryptHome(folder)
  return resolveHome({ AFTERWORD_HOME: folder }, 'linux')
}

/** Returns a new, empty store on the real disk, or on the parts that are handed in. */
export function aDisk(parts: { home?: Home; files?: Files; machine?: Machine } = {}): Disk {
  return diskAt(parts.home ?? aHome(), parts.files, parts.machine)
}

/** Returns the disk of a home, encrypted where all are. */
export function diskAt(home: Home, files?: Files, machine?: Machine): Disk {
  return diskOf(home, ENCRYPTED ? filesOf(home, files) : files, machine)
}

export function aJournal(home = aHome()): FileJournal {
  return new FileJournal(diskAt(home))
}
