import { Refusal } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import { ifThere } from './files.ts'
import type { HistoryLine } from './history-line.ts'
import { type MonthDatabase, openMonth } from './month-file.ts'
import { mergeInOrder } from './order.ts'
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

/** The entries of some months, and the months that somebody edited by hand. */
export interface Reading {
  readonly entries: Entry[]
  readonly editedByHand: readonly string[]
}

/**
 * Returns the entries of these months as one list in order, with the lines added that are on record for them but not
 * yet in place; throws a Refusal for a month that is damaged.
 */
export async function readMonths(
  disk: Disk,
  months: readonly string[],
  toAdd: readonly HistoryLine[] = [],
): Promise<Reading> {
  const databases = await Promise.all(
    months.map(async (month) => {
      const database = openMonth(disk, month)
      await database.read()
      return database
    }),
  )
  for (const line of toAdd) await addLine(databases, line)
  return {
    entries: mergeInOrder(databases.map(({ data }) => data.entries)),
    editedByHand: databases.flatMap(({ adapter }) => (adapter.isEditedByHand ? adapter.label : [])),
  }
}

async function addLine(databases: readonly MonthDatabase[], { month, pairs }: HistoryLine) {
  const database = databases.find(({ data }) => data.month === month)
  if (database === undefined) return
  const { applyShare } = await import('./edits.ts')
  database.data = { month, entries: applyShare(database.data.entries, pairs) }
}
