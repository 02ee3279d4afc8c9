import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Refusal } from '../errors.ts'
import { naming } from './trouble.ts'

/** A file somebody named, or that was found in a folder they named. Its size is known before it is read. */
export interface InputFile {
  readonly path: string
  readonly bytes: number
  text(): Promise<string>
}

const DEEPEST = 3

/** Returns the files named, and of every folder named those whose name fits, by name. Throws a Refusal for what is neither. */
export async function inputFiles(
  paths: readonly string[],
  fits: (name: string) => boolean,
): Promise<InputFile[]> {
  const found: InputFile[] = []
  for (const path of paths) found.push(...(await filesAt(path, fits)))
  return found
}

async function filesAt(path: string, fits: (name: string) => boolean): Promise<InputFile[]> {
  const stats = await naming(path, 'read', () => stat(path))
  if (stats.isFile()) return [inputFile(path, stats.size)]
  if (!stats.isDirectory()) throw new Refusal(`${path} is a pipe or a device, not a file.`)
  const paths = (await pathsIn(path, DEEPEST)).filter((each) => fits(basename(each)))
  return Promise.all(paths.map(async (each) => inputFile(each, (await stat(each)).size)))
}

/** Returns the plain files in a folder and those under it; links are not followed. */
async function pathsIn(folder: string, depth: number): Promise<string[]> {
  const entries = await naming(folder, 'read', () => readdir(folder, { withFileTypes: true }))
  const inOrder = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const found = await Promise.all(
    inOrder.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isFile()) return [path]
      return entry.isDirectory() && depth > 1 ? pathsIn(path, depth - 1) : []
    }),
  )
  return found.flat()
}

function inputFile(path: string, bytes: number): InputFile {
  return { path, bytes, text: () => naming(path, 'read', () => readFile(path, 'utf8')) }
}
