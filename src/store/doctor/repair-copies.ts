import type { Entry } from '../../model/entry.ts'
import type { Disk } from '../disk.ts'
import { erasedOn } from '../erased.ts'
import type { Change } from '../journal.ts'
import { listMonths } from '../month-folder.ts'
import { type Months, transact } from '../transaction.ts'
import { type Copy, findCopies } from './look-at-copies.ts'
import { type Recorded, readRecord } from './record.ts'
import { tellSecond } from './repair-months.ts'
import { setAside } from './set-aside.ts'
import { type Second, stampOf, uniteVersions } from './unite.ts'

/** Unites every copy in the journal folder with its months; returns what was done, in sentences. */
export async function repairCopies(disk: Disk): Promise<string[]> {
  const said: string[] = []
  for (const copy of await findCopies(disk)) said.push(...(await uniteCopy(disk, copy)))
  return said
}

async function uniteCopy(disk: Disk, copy: Copy): Promise<string[]> {
  const seconds: Second[] = []
  const entries = copy.salvaged.found.map(({ entry }) => entry)
  const changes = await transact(disk, {
    word: 'doctor',
    decide: async (months) => {
      const recorded = await readRecord(disk)
      const erased = await erasedOn(disk)
      const lookUp = await lookUpAll(disk, months)
      const kept = entries.filter((entry) => !erased.has(entry))
      const plan = planUnion(kept, lookUp, recorded)
      seconds.splice(0, seconds.length, ...plan.seconds)
      return plan.changes
    },
  })
  const kept = await moveAside(disk, copy)
  const what =
    changes.length === 0
      ? 'it held nothing new'
      : `${changes.length} of its entries were new or newer`
  return [
    `journal/${copy.name} is united: ${what}. The copy itself: ${kept}`,
    ...seconds.map(tellSecond),
  ]
}

async function moveAside(disk: Disk, { path }: Copy): Promise<string> {
  const bytes = await disk.files.read(path)
  const kept = await setAside(disk, path, { bytes, why: 'united' })
  await disk.files.remove(path)
  return kept
}

/** Loads every month, since an entry may lie in another one than the copy says. */
export async function lookUpAll(
  disk: Disk,
  months: Months,
): Promise<(id: string) => Entry | undefined> {
  for (const month of (await listMonths(disk)).months) await months.get(month)
  const index = new Map<string, Entry>()
  for (const { data } of months.all) for (const entry of data.entries) index.set(entry.id, entry)
  return (id) => index.get(id)
}

interface Union {
  readonly changes: readonly Change[]
  readonly seconds: readonly Second[]
}

/** Returns what the versions of a copy change: what is new is added, what is newer stands, what is equally new is kept beside. */
export function planUnion(
  entries: readonly Entry[],
  lookUp: (id: string) => Entry | undefined,
  { words }: Pick<Recorded, 'words'>,
): Union {
  const byId = new Map<string, Entry[]>()
  for (const entry of entries) {
    // A state that the history has gone beyond, or has removed, is nothing new.
    const isPast = words.get(entry.id)?.images.has(JSON.stringify(entry))
    if (!isPast || isSame(lookUp(entry.id), entry))
      byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry])
  }
  const unions = [...byId.values()].map((versions) => unionOf(versions, lookUp))
  return {
    changes: unions.flatMap(({ changes }) => changes),
    seconds: unions.flatMap(({ seconds }) => seconds),
  }
}

function unionOf(versions: readonly Entry[], lookUp: (id: string) => Entry | undefined): Union {
  const current = lookUp(versions[0]?.id ?? '')
  const all = current ? [current, ...versions] : versions
  const { kept, seconds } = uniteVersions(all)
  const isNewer = current === undefined || stampOf(kept) > stampOf(current)
  const change = isNewer ? [{ ...(current && { before: current }), after: kept }] : []
  const fresh = seconds.filter(({ second }) => lookUp(second.id) === undefined)
  return {
    changes: [...change, ...fresh.map(({ second }) => ({ after: second }))],
    seconds: fresh,
  }
}

const isSame = (one: Entry | undefined, other: Entry) =>
  JSON.stringify(one) === JSON.stringify(other)
