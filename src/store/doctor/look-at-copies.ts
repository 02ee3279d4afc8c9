import { join } from 'node:path'
import type { Disk } from '../disk.ts'
import { readStored } from '../stored-file.ts'
import type { Finding, Look } from './finding.ts'
import { labelOf } from './labels.ts'
import { type Salvage, salvage } from './salvage.ts'

const CANONICAL = /^\d{4}-(?:0[1-9]|1[0-2])\.json$/

/** A file in the journal folder that is no month but holds entries. */
export interface Copy {
  readonly name: string
  readonly path: string
  readonly salvaged: Salvage
}

/** Returns the copies that sync tools and editors have made in the journal folder. */
export async function findCopies(disk: Disk): Promise<Copy[]> {
  const copies: Copy[] = []
  for (const name of await strangeNames(disk)) {
    const path = join(disk.home.journal, name)
    const stored = await readStored(disk, path, { label: name }).catch(() => undefined)
    const salvaged = stored && salvage(stored.bytes)
    if (salvaged && salvaged.found.length > 0) copies.push({ name, path, salvaged })
  }
  return copies
}

/** Returns the copies, and what has no business in the journal folder. */
export async function lookAtCopies(disk: Disk): Promise<Look> {
  const copies = await findCopies(disk)
  const known = new Map(copies.map((copy) => [copy.name, copy]))
  const findings = (await strangeNames(disk)).map((name): Finding => {
    const path = join(disk.home.journal, name)
    const file = labelOf(disk.home, path)
    const copy = known.get(name)
    if (copy) return copyFinding(file, copy)
    const says = 'is not a file of afterword, so it is left alone; move it away'
    return { kind: 'foreign', file, path, says, mends: 'no' }
  })
  return { findings, remarks: [] }
}

function copyFinding(file: string, { path, salvaged }: Copy): Finding {
  const { found, lost } = salvaged
  const what = found.length === 1 ? 'one entry' : `${found.length} entries`
  const damage = lost.length > 0 ? `; ${lost.length} of its lines cannot be read` : ''
  const says = `is a copy of a month, with ${what}${damage}. It is not read until it is united with its month`
  return { kind: 'copy', file, path, says, mends: 'yes' }
}

/** Hidden files are those of version control, of sync tools and of editors. */
async function strangeNames({ files, home }: Disk): Promise<string[]> {
  const names = await files.list(home.journal).catch(() => [])
  return names.filter((name) => !/^[.~]/.test(name) && !CANONICAL.test(name)).sort()
}
