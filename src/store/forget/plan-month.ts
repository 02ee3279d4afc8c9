import { join } from 'node:path'
import type { Disk } from '../disk.ts'
import { nameAndDayOf } from '../entry-name.ts'
import { openMonth } from '../month-file.ts'
import { renderMonth, sumOfMonth } from '../month-text.ts'
import { readStored } from '../stored-file.ts'
import type { Sought } from './mentions.ts'
import type { Mention, Rewrite } from './rewrite.ts'
import { scrubEntry } from './scrub-entry.ts'

/** What becomes of one month. */
export interface MonthPlan extends Rewrite {
  readonly month: string
  readonly isChanged: boolean
  readonly entries: number
  readonly ids: readonly string[]
  readonly mentions: readonly Mention[]
  readonly oldSum: string
  readonly newSum: string
}

/** Returns the month without the customer's entries and without mentions in the texts of others. */
export async function planMonth(disk: Disk, month: string, sought: Sought): Promise<MonthPlan> {
  const label = `journal/${month}.json`
  const path = join(disk.home.journal, `${month}.json`)
  const stored = await readStored(disk, path, { label })
  const database = openMonth(disk, month)
  await database.read()
  const { entries } = database.data
  const theirs = entries.filter(({ customer }) => sought.is(customer))
  const others = entries
    .filter((entry) => !theirs.includes(entry))
    .map((entry) => scrubEntry(entry, sought))
  const mentions = others.flatMap(({ entry, fields }) =>
    fields.length > 0 ? { where: nameAndDayOf(entry), fields } : [],
  )
  const { bytes, sum } = renderMonth({ month, entries: others.map(({ entry }) => entry) })
  const seen = stored?.bytes ?? Buffer.alloc(0)
  return {
    month,
    path: stored?.path ?? path,
    bytes,
    seen,
    isChanged: theirs.length + mentions.length + database.adapter.erased > 0,
    entries: theirs.length,
    ids: theirs.map(({ id }) => id),
    mentions,
    oldSum: sumOfMonth(seen),
    newSum: sum,
  }
}
