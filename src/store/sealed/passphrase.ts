import { createReadStream } from 'node:fs'
import { Refusal } from '../../errors.ts'
import { realFiles } from '../real-files.ts'
import { naming } from '../trouble.ts'

/** Where a script gives a passphrase: never on the command line, where others can read it. */
export interface PassphraseSource {
  readonly passphraseFile?: string
  readonly passphraseFd?: string
}

const MOST_BYTES = 65_536

/** Returns the passphrase that a script gives, or nothing where it gives none; throws a Refusal for an empty one. */
export async function givenPassphrase({
  passphraseFile,
  passphraseFd,
}: PassphraseSource): Promise<string | undefined> {
  if (passphraseFile !== undefined) return fromFile(passphraseFile)
  if (passphraseFd !== undefined) return fromDescriptor(passphraseFd)
  return undefined
}

/** Returns the first line of a file that only its owner may read. */
export async function fromFile(path: string): Promise<string> {
  const stat = await naming(path, 'read', async () =>
    realFiles.lstat(await realFiles.realpath(path)),
  )
  if (stat.kind === 'folder') throw new Refusal(`${path} is a folder, not a file.`)
  if (stat.kind === 'file' && process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    throw new Refusal(`${path} may be read by others. Close it with: chmod 600 ${path}`)
  const parts = createReadStream(path, { end: MOST_BYTES })
  return firstLine(await naming(path, 'read', () => textOf(parts)), path)
}

async function fromDescriptor(typed: string): Promise<string> {
  const name = `--passphrase-fd ${typed}`
  if (!/^\d{1,5}$/.test(typed)) throw new Refusal(`${name} is not a whole number.`, 2)
  const parts = createReadStream('', { fd: Number(typed), autoClose: false })
  return firstLine(await naming(name, 'read', () => textOf(parts)), name)
}

async function textOf(parts: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all).toString('utf8')
}

function firstLine(text: string, source: string): string {
  const [line = ''] = text.split(/\r?\n/)
  if (line === '') throw emptyPassphrase(source)
  return line
}

/** Returns the refusal of a passphrase that protects from nobody. */
export function emptyPassphrase(source: string): Refusal {
  return new Refusal(`The passphrase is empty (${source}). Give one of several words.`)
}
