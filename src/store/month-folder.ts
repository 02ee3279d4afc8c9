import { Refusal } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import { ifThere } from './files.ts'
import type { HistoryLine } from './history-line.ts'
import type { Month } from './month-text.ts'
import { naming } from './trouble.ts'

const CANONICAL = /^(\d{4}-(?:0[1-9]|1[0-2]))\.json$/

/** The months on disk, and the things in their folder that only look like months. */
export interface Listing {
  readonly months: readonly string[]
  readonly copies: readonly string[]
}

/** Returns what the journal folder holds, oldest month first; an absent folder is an empty journal. */
export async function listMonths(disk: Disk): Promise<Listing> {
  const { journal } = disk.home
  const names = await naming(journal, 'read', () => ifThere(disk.files.list(journal)))
  if (names === undefined) await refuseBrokenLink(disk)
  const visible = (names ?? []).filter((name) => !/^[.~]/.test(name)).sort()
  return {
    months: visible.flatMap((name) => CANONICAL.exec(name)?.[1] ?? []),
    copies: visible.filter((name) => name.includes('.json') && !CANONICAL.test(name)),
  }
}

/** A link to a drive that is not there must not look like a journal without entries. */
async function refuseBrokenLink({ files, home }: Disk): Promise<void> {
  const stat = await ifThere(files.lstat(home.journal))
  if (stat?.kind === 'link')
    throw new Refusal(`${home.journal} is a link that points at nothing. Is its drive there?`)
}

/** Returns the entries of a month with those lines added that are on record for it but not yet in place. */
export async function withLines(
  { month, entries }: Month,
  toAdd: readonly HistoryLine[],
): Promise<readonly Entry[]> {
  const lines = toAdd.filter((line) => line.month === month)
  if (lines.length === 0) return entries
  const { applyShare } = await import('./edits.ts')
  return lines.reduce<readonly Entry[]>((all, { pairs }) => applyShare(all, pairs), entries)
}
