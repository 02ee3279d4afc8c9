import type { Entry } from '../../model/entry.ts'
import type { Disk } from '../disk.ts'
import { type Finding, type Look, type Remark, together } from './finding.ts'
import { lookAtCopies } from './look-at-copies.ts'
import { lookAtHistory } from './look-at-history.ts'
import { lookAtLitter } from './look-at-litter.ts'
import { lookAtModes } from './look-at-modes.ts'
import { lookAtMonths, tellMonths } from './look-at-months.ts'
import { lookAtDocuments, lookAtDrafts, lookAtNames } from './look-at-papers.ts'
import { missing } from './missing.ts'
import { readRecord } from './record.ts'

/** The folders in use, everything that is wrong, and what else is worth knowing. Nothing is changed by looking. */
export interface Inspection {
  readonly folders: Readonly<Record<'config' | 'data' | 'journal' | 'state' | 'drafts', string>>
  readonly findings: readonly Finding[]
  readonly remarks: readonly Remark[]
  /** Entries as the history knows them, where the journal lacks them or has gone back to an older state. */
  readonly toPutBack: readonly Entry[]
}

/** Returns what is wrong with everything afterword keeps at home. */
export async function inspect(disk: Disk): Promise<Inspection> {
  const recorded = await readRecord(disk)
  const months = await lookAtMonths(disk, recorded)
  const gone = await missing(disk, months, recorded)
  const looks: Look[] = await Promise.all([
    tellMonths(months),
    gone.look,
    lookAtCopies(disk),
    lookAtDocuments(disk),
    lookAtHistory(disk),
    lookAtDrafts(disk),
    lookAtNames(disk),
    lookAtLitter(disk),
    lookAtModes(disk),
  ])
  const { configFolder: config, data, journal, state, drafts } = disk.home
  return {
    folders: { config, data, journal, state, drafts },
    ...together(looks),
    toPutBack: gone.entries,
  }
}
