import type { Entry } from '../../model/entry.ts'
import type { Disk } from '../disk.ts'
import { nameAndDayOf } from '../entry-name.ts'
import type { Change } from '../journal.ts'
import { transact } from '../transaction.ts'
import { lookUpAll } from './repair-copies.ts'

/** Puts entries back as the history has them, in place of an older state where there is one. Returns what was done, in sentences. */
export async function putBack(disk: Disk, entries: readonly Entry[]): Promise<string[]> {
  const changes = await transact(disk, {
    word: 'doctor',
    decide: async (months) => {
      const lookUp = await lookUpAll(disk, months)
      return entries.flatMap((entry) => changeOf(lookUp(entry.id), entry))
    },
  })
  return changes.map(({ after }) => tell(after))
}

function changeOf(before: Entry | undefined, after: Entry): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ ...(before && { before }), after }]
}

function tell(entry: Entry | undefined): string {
  return entry ? `Put back: ${nameAndDayOf(entry)}.` : ''
}
