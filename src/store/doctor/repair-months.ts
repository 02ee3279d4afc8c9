import { join } from 'node:path'
import { Refusal } from '../../errors.ts'
import { Damage } from '../damage.ts'
import { type Disk, ensureFolder } from '../disk.ts'
import { DurableWrite } from '../durable-write.ts'
import { nameOf } from '../entry-name.ts'
import { type Lock, withLock } from '../lock.ts'
import { renderMonth } from '../month-text.ts'
import { readStored } from '../stored-file.ts'
import { lookAtMonth, type SeenMonth } from './look-at-months.ts'
import type { Rebuilt } from './rebuild.ts'
import { readRecord } from './record.ts'
import { setAside } from './set-aside.ts'
import type { Second } from './unite.ts'

/** Puts each of these months together again; returns what was done, in sentences. */
export async function repairMonths(disk: Disk, months: readonly string[]): Promise<string[]> {
  const said: string[] = []
  for (const month of months)
    said.push(...(await withLock(disk, (lock) => repairMonth(disk, lock, month))))
  return said
}

async function repairMonth(disk: Disk, lock: Lock, month: string): Promise<string[]> {
  const file = `journal/${month}.json`
  const seen = await lookAtMonth(disk, month, await readRecord(disk))
  if (!seen.rebuilt) return []
  const original = await readOriginal(disk, month)
  if (!original) return []
  const why = seen.finding?.kind === 'flipped' ? 'one-bit-off' : 'damaged'
  const kept = await setAside(disk, original.path, { bytes: original.bytes, why })
  await replace(disk, lock, { path: original.path, seen: original.bytes, month, ...seen.rebuilt })
  return [tellRebuilt(file, seen.rebuilt, kept), ...seen.rebuilt.seconds.map(tellSecond)]
}

/** Returns the file as it is, without its bytes where it is encrypted and cannot be opened. */
async function readOriginal(disk: Disk, month: string) {
  const path = join(disk.home.journal, `${month}.json`)
  try {
    return await readStored(disk, path, { label: `journal/${month}.json` })
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    return { path, bytes: undefined }
  }
}

interface Replacement extends Pick<SeenMonth, 'month' | 'entries'> {
  readonly path: string
  readonly seen: Buffer | undefined
}

async function replace(disk: Disk, lock: Lock, { path, seen, month, entries }: Replacement) {
  const write = new DurableWrite(disk)
  await ensureFolder(disk, disk.home.journal)
  try {
    await write.stage(path, renderMonth({ month, entries }).bytes, seen)
    if (!(await write.mayCommit(lock)))
      throw new Refusal(`Another program has just changed ${path}. Nothing changed; try again.`)
    await write.commit()
  } finally {
    await write.discard()
  }
}

function tellRebuilt(file: string, { entries, isExact, restored }: Rebuilt, kept: string): string {
  const what = entries.length === 1 ? 'one entry' : `${entries.length} entries`
  const given = restored === 0 ? '' : `, ${restored} of them given back by the history`
  const proof = isExact
    ? 'it is as it was last saved, as its sum proves'
    : 'no sum proves that it is all: compare it with the original'
  return `${file} is whole again with ${what}${given}; ${proof}. The original: ${kept}`
}

/** Returns the sentence about an entry that was kept a second time. */
export function tellSecond({ first, second }: Second): string {
  return `Two versions of ${nameOf(first)} are equally new, so both are kept: the second is ${second.id.slice(0, 4)}, tagged two-versions.`
}
