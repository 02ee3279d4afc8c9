import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Files } from '../src/store/files.ts'
import type { Home } from '../src/store/home.ts'
import { realFiles } from '../src/store/real-files.ts'
import { filesAt } from '../src/store/sealed/gate.ts'

/** Whether every journal that tests make is to be an encrypted one. */
export const ENCRYPTED = process.env.AFTERWORD_TEST_ENCRYPTED === '1'

/** An identity for tests, and its recipient; nothing of anybody is encrypted with it. */
export const IDENTITY = 'AGE-SECRET-KEY-13RR45L6WE8F0XQ4KAW8JMA82F32CZEA03P82AA7DFPNTF2H5F6PST4TNFR'
export const RECIPIENT = 'age1pg30e2724l84fgpz7q0nmrxxzr95jjztr0jka2tjkjtu5wkxv5ns6xwxqt'

let folder: string | undefined

/** Returns the path of a file that holds the identity, for this process. */
export function identityFile(): string {
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'afterword-key-'))
    const made = folder
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    writeFileSync(join(made, 'key.txt'), `${IDENTITY}\n`, { mode: 0o600 })
  }
  return join(folder, 'key.txt')
}

/** Makes an empty home an encrypted one: what is written there from now on is encrypted. */
export function encryptHome(home: string): void {
  const path = join(home, 'encryption.json')
  if (existsSync(path)) return
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const marker = { version: 1, recipients: [RECIPIENT], identityFile: identityFile() }
  writeFileSync(path, JSON.stringify(marker), { mode: 0o600 })
}

/** Returns the files at home as afterword sees them, on a real disk or on one that is handed in. */
export function filesOf(home: Home, base: Files = realFiles): Files {
  return filesAt(home, noPassphrase, base)
}

async function noPassphrase(): Promise<string> {
  throw new Error('tests give an identity file')
}
