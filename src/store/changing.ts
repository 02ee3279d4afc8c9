import { Refusal } from '../errors.ts'
import { monthOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import type { Disk } from './disk.ts'
import { planChanges, subjectOf } from './edits.ts'
import { erasedOn } from './erased.ts'
import type { Change, Edit } from './journal.ts'
import { listMonths } from './month-folder.ts'
import { type Intent, type Months, transact } from './transaction.ts'

/** The word under which erasing a customer stands in the history, without a word on whom. */
export const FORGET = 'forget'

/** Does every edit as one change, or none of them; returns what changed. `saved` hears of the months. */
export async function changeEntries(
  disk: Disk,
  word: string,
  edits: readonly Edit[],
  saved: NonNullable<Intent['saved']>,
): Promise<readonly Change[]> {
  if (edits.length === 0) return []
  return transact(disk, {
    word,
    saved,
    decide: async (months) => {
      await loadSubjects(disk, months, edits)
      await refuseErased(disk, edits)
      return planChanges(edits, indexOf(months))
    },
  })
}

/** An entry that would not be shown afterwards must not be said to be saved. */
async function refuseErased(disk: Disk, edits: readonly Edit[]): Promise<void> {
  const erased = await erasedOn(disk)
  for (const edit of edits) {
    if (!('add' in edit) || !erased.has(edit.add)) continue
    const { customer, recordedAt } = edit.add
    throw new Refusal(
      `${customer} was forgotten after this was written down (${recordedAt}), so it is not taken in again. Nothing changed.`,
    )
  }
}

async function loadSubjects(disk: Disk, months: Months, edits: readonly Edit[]): Promise<void> {
  for (const edit of edits) await months.get(monthOf(subjectOf(edit).at))
  const known = indexOf(months)
  const isMissing = (edit: Edit) => !('add' in edit) && !known(subjectOf(edit).id)
  // Another process may have moved an entry to another month since it was read.
  if (edits.some(isMissing))
    for (const month of (await listMonths(disk)).months) await months.get(month)
}

function indexOf(months: Months): (id: string) => Entry | undefined {
  const index = new Map<string, Entry>()
  for (const { data } of months.all) for (const entry of data.entries) index.set(entry.id, entry)
  return (id) => index.get(id)
}
