import { basename, dirname, join } from 'node:path'
import { type Files, ifThere } from '../files.ts'
import type { Home } from '../home.ts'
import { TEMP } from '../sweep.ts'
import { AGE, Places } from './places.ts'

/** What a conversion finds: files in plain, encrypted ones by the names they have in plain, and what it leaves alone. */
export interface Inventory {
  readonly plain: readonly string[]
  readonly sealed: readonly string[]
  /** Files in our folders that are none of ours. */
  readonly foreign: readonly string[]
}

/** Returns the plain months and copies of months among the files of a folder. */
export async function plainAmong(files: Files, folder: string): Promise<string[]> {
  const names = await files.list(folder).catch(() => [])
  return names.filter((name) => !/^[.~]/.test(name) && /\.json(?!.*\.age$)/.test(name)).sort()
}

/** Returns every file that is encrypted with the journal, by whether it is already. */
export async function takeInventory(files: Files, home: Home): Promise<Inventory> {
  const places = new Places(home)
  const histories = [home.history, home.olderHistory]
  const folders = new Set(histories.map((path) => places.folderOf(path)))
  const found = { plain: new Set<string>(), sealed: new Set<string>(), foreign: new Set<string>() }
  for (const path of await pathsIn(files, home)) {
    if (folders.has(path)) {
      const history = histories.find((each) => places.folderOf(each) === path)
      if (history) found.sealed.add(history)
      continue
    }
    if (!places.isSealed(path)) continue
    if (path.endsWith(AGE)) found.sealed.add(path.slice(0, -AGE.length))
    else if (isOurs(home, path)) found.plain.add(path)
    else found.foreign.add(path)
  }
  return { plain: [...found.plain], sealed: [...found.sealed], foreign: [...found.foreign] }
}

async function pathsIn(files: Files, home: Home): Promise<string[]> {
  const { configFolder, data, journal, state, drafts, aside, team } = home
  const paths: string[] = []
  for (const folder of new Set([configFolder, data, journal, state, drafts, aside, team])) {
    const names = (await ifThere(files.list(folder))) ?? []
    for (const name of names.toSorted())
      if (!/^[.~]/.test(name) && isWanted(home, folder, name)) paths.push(join(folder, name))
  }
  const kinds = await Promise.all(paths.map((path) => files.lstat(path)))
  const histories = new Set(
    [home.history, home.olderHistory].map((path) => new Places(home).folderOf(path)),
  )
  return paths.filter((path, index) => kinds[index]?.kind !== 'folder' || histories.has(path))
}

/** The folders of settings and data may be ones in which other programs keep things. */
function isWanted(
  { configFolder, data, config, reviews, handover }: Home,
  folder: string,
  name: string,
) {
  if (folder !== configFolder && folder !== data) return true
  const plain = name.endsWith(AGE) ? name.slice(0, -AGE.length) : name
  const known = [config, reviews, handover].map((path) => basename(path))
  return known.includes(plain) || /^(reviews|config|handover)\b.*json/i.test(plain)
}

function isOurs({ journal, team }: Home, path: string): boolean {
  const folder = dirname(path)
  return (folder !== journal && folder !== team) || basename(path).includes('.json')
}

/** Returns the half-written files of folders that are written to without the lock, and that nobody writes any more. */
export async function deadTemps(files: Files, home: Home, now: number): Promise<string[]> {
  const found: string[] = []
  for (const folder of [home.drafts, home.aside, home.team]) {
    const names = ((await ifThere(files.list(folder))) ?? []).filter((name) => TEMP.test(name))
    const stats = await files.lstatMany(folder, names)
    for (const [index, name] of names.entries())
      if (now - (stats[index]?.mtimeMs ?? now) > 60_000) found.push(join(folder, name))
  }
  return found
}
