import { join } from 'node:path'
import { Refusal } from '../../errors.ts'
import { Damage } from '../damage.ts'
import type { Disk } from '../disk.ts'
import { freshErased } from '../erased.ts'
import { isCounts } from '../month-counts.ts'
import { openDocuments } from '../open-store.ts'
import type { Finding, Look, Remark } from './finding.ts'
import { labelOf } from './labels.ts'

/** Returns what is wrong with the settings, the reviews and the small files of the state folder. */
export async function lookAtDocuments(disk: Disk): Promise<Look> {
  const { settings, reviews, nudges, columns } = openDocuments(disk)
  const { home } = disk
  const looks = await Promise.all([
    tried(disk, home.config, () => settings.read()),
    tried(disk, home.reviews, () => reviews.read()),
    tried(disk, home.nudges, () => nudges.read()),
    tried(disk, home.columns, () => columns.read()),
    tried(disk, home.erased, () => freshErased(disk)),
  ])
  return { findings: looks.flatMap((finding) => finding ?? []), remarks: [] }
}

async function tried(
  disk: Disk,
  path: string,
  read: () => Promise<unknown>,
): Promise<Finding | undefined> {
  const file = labelOf(disk.home, path)
  // What is only remembered for convenience can be begun anew.
  const isSpare = path === disk.home.nudges || path === disk.home.columns
  const mends = isSpare ? 'yes' : 'no'
  try {
    await read()
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isNewer = /newer afterword/.test(error.message)
    const kind = error instanceof Damage ? 'damaged' : isNewer ? 'newer' : 'foreign'
    const line = error instanceof Damage && error.line !== undefined ? { line: error.line } : {}
    const says = error instanceof Damage ? error.says : error.message
    return { kind, file, path, ...line, says, mends }
  }
}

/** Returns the drafts that wait, and what is wrong with others. */
export async function lookAtDrafts(disk: Disk): Promise<Look> {
  const { drafts } = disk.home
  const names = await disk.files.list(drafts).catch(() => [])
  const findings: Finding[] = []
  const remarks: Remark[] = []
  for (const name of names.filter((each) => !each.startsWith('.')).sort()) {
    const path = join(drafts, name)
    const file = labelOf(disk.home, path)
    const draft = await readDraft(disk, path)
    if (draft)
      remarks.push({ file, says: `is a draft, typed ${draft.savedAt}; afterword offers it` })
    else
      findings.push({
        kind: 'damaged',
        file,
        path,
        says: 'is not a draft that can be read. Take out of it what you need, then remove it',
        mends: 'no',
      })
  }
  return { findings, remarks }
}

async function readDraft({ files }: Disk, path: string): Promise<{ savedAt: string } | undefined> {
  try {
    const { savedAt, answers } = JSON.parse((await files.read(path)).toString('utf8'))
    return typeof savedAt === 'string' && typeof answers === 'object' ? { savedAt } : undefined
  } catch {
    return undefined
  }
}

/** Returns what lies in the state folder or beside the reviews and is not ours, and the originals that repairs kept. */
export async function lookAtNames(disk: Disk): Promise<Look> {
  const { home, files } = disk
  const known = new Set<string>(Object.values(home))
  const names = await files.list(home.state).catch(() => [])
  const strange = names
    .map((name) => join(home.state, name))
    .filter((path) => !known.has(path) && !isCounts(home, path))
    .filter((path) => !/\/(\.|lock\.)[^/]*$/.test(path))
  const conflicts = await conflictsBeside(disk)
  const kept = await files.list(home.aside).catch(() => [])
  return {
    findings: [...strange, ...conflicts].map((path) => ({
      kind: 'foreign',
      file: labelOf(home, path),
      path,
      says: 'is nothing that afterword reads. Look what it is, then move it away',
      mends: 'no',
    })),
    remarks: kept.map((name) => ({
      file: `state/aside/${name}`,
      says: 'is the original of something that was repaired; delete it when you no longer want it',
    })),
  }
}

/** Copies that a sync tool made of the settings or the reviews. */
async function conflictsBeside({ home, files }: Disk): Promise<string[]> {
  const folders = [...new Set([home.data, home.configFolder])]
  const known = new Set<string>(Object.values(home))
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await files.list(folder).catch(() => [])
      return names
        .filter((name) => /^(reviews|config)\b.*json/i.test(name))
        .map((name) => join(folder, name))
    }),
  )
  return found.flat().filter((path) => !known.has(path))
}
