import { link, mkdir, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { Refusal } from '../errors.ts'
import { codeOf } from './files.ts'
import type { Home } from './home.ts'
import { tempBeside } from './sweep.ts'
import { naming } from './trouble.ts'

/** Where a text goes: `out` as typed, and the name it takes in a folder. */
export interface Output {
  readonly out: string
  readonly name: string
  readonly force: boolean
  readonly home: Home
}

/** A text, whole or in pieces that need never be in memory together. */
export type Text = string | AsyncIterable<string>

/**
 * Writes the text to a file of the owner's alone and returns its path. A file that is there is replaced only with
 * `force`, in a folder only the report's own earlier one. Throws a Refusal for a path inside the store.
 */
export async function writeOutput(output: Output, text: Text): Promise<string> {
  const inFolder = output.out.endsWith('/') || (await isFolder(output.out))
  const path = resolve(inFolder ? join(output.out, output.name) : output.out)
  await refuseStore(path, output.home)
  await naming(dirname(path), 'write', () => prepare(path, inFolder))
  await naming(path, 'write', () => place(path, text, output.force || inFolder))
  return path
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}

async function prepare(path: string, inFolder: boolean): Promise<void> {
  if (inFolder) await mkdir(dirname(path), { recursive: true, mode: 0o700 })
}

/** The folders that hold ours are ours as well; only a folder of the person's own in them is not. */
async function refuseStore(path: string, { configFolder, data, journal, state, team }: Home) {
  const folder = await real(dirname(path))
  const roots = await Promise.all([configFolder, data].map(real))
  const kept = await Promise.all([journal, state, team].map(real))
  const target = join(folder, basename(path))
  const isOurs = kept.some((each) => target === each || target.startsWith(each + sep))
  if (!isOurs && !roots.includes(folder)) return
  throw new Refusal(`${path} is where afterword keeps its own files. Name another place.`)
}

/** Returns where a path leads; of one that is not there, where its folder does. */
async function real(path: string): Promise<string> {
  const parent = dirname(path)
  return realpath(path).catch(async () =>
    parent === path ? path : join(await real(parent), basename(path)),
  )
}

/** A temporary file takes the place of the old one only when it is whole. */
async function place(path: string, text: Text, replace: boolean): Promise<void> {
  const temp = tempBeside(path)
  try {
    const counted = new Counted(text)
    await writeFile(temp, counted.pieces(), { flag: 'wx', mode: 0o600, flush: true })
    await refuseShort(temp, counted.size)
    if (replace) await rename(temp, path)
    else await link(temp, path).catch(refuseExisting(path))
  } finally {
    await unlink(temp).catch(() => {})
  }
}

/** A text that is counted in bytes while it is written. */
class Counted {
  readonly #text: Text
  size = 0

  constructor(text: Text) {
    this.#text = text
  }

  async *pieces(): AsyncGenerator<string> {
    const pieces = typeof this.#text === 'string' ? [this.#text] : this.#text
    for await (const piece of pieces) {
      this.size += Buffer.byteLength(piece)
      yield piece
    }
  }
}

async function refuseShort(temp: string, expected: number): Promise<void> {
  const { size } = await stat(temp)
  if (size !== expected) throw Object.assign(new Error('short'), { code: 'ENOSPC' })
}

function refuseExisting(path: string): (error: unknown) => never {
  return (error) => {
    if (codeOf(error) !== 'EEXIST') throw error
    throw new Refusal(`${path} is there already. Give --force to write over it, or another name.`)
  }
}
