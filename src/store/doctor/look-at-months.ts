import { join } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Entry } from '../../model/entry.ts'
import { Damage } from '../damage.ts'
import type { Disk } from '../disk.ts'
import { openMonth } from '../month-file.ts'
import { listMonths } from '../month-folder.ts'
import { renderMonth } from '../month-text.ts'
import { readStored } from '../stored-file.ts'
import { isOneBitOff } from './bits.ts'
import type { Finding, Look, Remark } from './finding.ts'
import { type Rebuilt, rebuild } from './rebuild.ts'
import type { Recorded } from './record.ts'
import { salvage } from './salvage.ts'

/** One month as it lies there. */
export interface SeenMonth {
  readonly month: string
  /** As read, or as it can be put together again. */
  readonly entries: readonly Entry[]
  /** What to write where the file is not what it should be. */
  readonly rebuilt?: Rebuilt
  readonly finding?: Finding
  readonly remark?: Remark
}

/** Returns every month with what is wrong with it. */
export async function lookAtMonths(disk: Disk, recorded: Recorded): Promise<SeenMonth[]> {
  const { months } = await listMonths(disk)
  return Promise.all(months.map((month) => lookAtMonth(disk, month, recorded)))
}

/** Returns the findings and remarks of months. */
export function tellMonths(seen: readonly SeenMonth[]): Look {
  return {
    findings: seen.flatMap(({ finding }) => finding ?? []),
    remarks: seen.flatMap(({ remark }) => remark ?? []),
  }
}

/** Returns one month with what is wrong with it; the history is asked where the file does not speak for itself. */
export async function lookAtMonth(
  disk: Disk,
  month: string,
  recorded: Recorded,
): Promise<SeenMonth> {
  const path = join(disk.home.journal, `${month}.json`)
  const file = `journal/${month}.json`
  try {
    const database = openMonth(disk, month)
    await database.read()
    const { entries } = database.data
    const { erased, isEditedByHand } = database.adapter
    if (erased > 0) return { month, entries, finding: erasedFinding({ file, path }, erased) }
    if (!isEditedByHand) return { month, entries }
    const says = 'was edited outside afterword; it is valid and taken as it is'
    return (await flipped(disk, month, recorded)) ?? { month, entries, remark: { file, says } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return (await flipped(disk, month, recorded)) ?? refused(disk, { month, recorded, error })
  }
}

interface Refused {
  readonly month: string
  readonly recorded: Recorded
  readonly error: Refusal
}

async function refused(disk: Disk, { month, recorded, error }: Refused): Promise<SeenMonth> {
  const path = join(disk.home.journal, `${month}.json`)
  const file = `journal/${month}.json`
  if (!(error instanceof Damage)) {
    const kind = /newer afterword/.test(error.message) ? 'newer' : 'foreign'
    const says = error.message.replace(`${file} `, '')
    return { month, entries: [], finding: { kind, file, path, says, mends: 'no' } }
  }
  const stored = await readStored(disk, path, { label: file }).catch(unlessDamage)
  const bytes = stored?.bytes ?? Buffer.alloc(0)
  const rebuilt = rebuild({ month, salvaged: salvage(bytes, month), recorded })
  const line = error.line === undefined ? {} : { line: error.line }
  const finding: Finding = { kind: 'damaged', file, path, ...line, says: error.says, mends: 'yes' }
  return { month, entries: rebuilt.entries, rebuilt, finding }
}

/** Returns nothing for damage: an encrypted file that is damaged gives nothing away at all. */
export function unlessDamage(error: unknown): undefined {
  if (!(error instanceof Damage)) throw error
}

/** Returns a month that differs by one bit from what a sum proves was saved: the disk erred, not a person. */
async function flipped(
  disk: Disk,
  month: string,
  recorded: Recorded,
): Promise<SeenMonth | undefined> {
  const path = join(disk.home.journal, `${month}.json`)
  const file = `journal/${month}.json`
  const stored = await readStored(disk, path, { label: file }).catch(() => undefined)
  if (stored === undefined) return undefined
  const rebuilt = rebuild({ month, salvaged: salvage(stored.bytes, month), recorded })
  const saved = renderMonth({ month, entries: rebuilt.entries }).bytes
  if (!rebuilt.isExact || !isOneBitOff(stored.bytes, saved)) return undefined
  const at = stored.bytes.findIndex((byte, index) => byte !== saved[index])
  const line = saved.subarray(0, at).toString('latin1').split('\n').length
  const says = 'one bit is not as it was saved'
  const finding: Finding = { kind: 'flipped', file, path, line, says, mends: 'yes' }
  return { month, entries: rebuilt.entries, rebuilt, finding }
}

function erasedFinding({ file, path }: { file: string; path: string }, count: number): Finding {
  const what = count === 1 ? 'an entry' : `${count} entries`
  const says = `holds ${what} of a customer who was forgotten: an older copy came back. It is not shown`
  return { kind: 'erased', file, path, says, mends: 'yes' }
}
