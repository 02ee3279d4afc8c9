import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { History } from './history.ts'
import type { HistoryLine, LastChange } from './history-line.ts'
import { sumOfMonth } from './month-text.ts'
import { readStored } from './stored-file.ts'

/** Returns the lines whose month is still as it was before; of a change not wholly on record, every line. */
export async function openLines(disk: Disk, { lines }: LastChange): Promise<HistoryLine[]> {
  if (lines.length !== lines[0]?.of) return [...lines]
  const open: HistoryLine[] = []
  for (const line of lines) if ((await sumNow(disk, line.month)) === line.oldSum) open.push(line)
  return open
}

/**
 * Returns the lines that a reader must add to what is on disk: those of a change that has reached some of its months
 * and not the others, because its writer died or is still at it. The next writer puts them in place.
 */
export async function linesToAdd(disk: Disk): Promise<readonly HistoryLine[]> {
  const last = await new History(disk).unfinished().catch(() => undefined)
  if (last === undefined || last.lines.length === 1) return []
  const open = await openLines(disk, last)
  return open.length === last.lines.length ? [] : open
}

async function sumNow(disk: Disk, month: string): Promise<string | null | undefined> {
  try {
    const path = join(disk.home.journal, `${month}.json`)
    const stored = await readStored(disk, path, { label: `journal/${month}.json` })
    return stored ? sumOfMonth(stored.bytes) : null
  } catch {
    return undefined
  }
}
