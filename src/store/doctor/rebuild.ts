import type { Entry } from '../../model/entry.ts'
import { renderMonth } from '../month-text.ts'
import { inOrder } from '../order.ts'
import { isOneBitOff } from './bits.ts'
import type { MonthRecord, Recorded } from './record.ts'
import type { Salvage } from './salvage.ts'
import { type Second, stampOf, uniteVersions } from './unite.ts'

/** A month as it can be put together again. */
export interface Rebuilt {
  readonly entries: readonly Entry[]
  /** Whether a sum proves that this is the month as it was last saved. */
  readonly isExact: boolean
  /** How many entries the file had lost or spoilt, and the history gave back. */
  readonly restored: number
  readonly seconds: readonly Second[]
}

/** What a month is put together from. */
export interface Sources {
  readonly month: string
  readonly salvaged: Salvage
  readonly recorded: Recorded
}

const recordOf = ({ month, recorded }: Sources): MonthRecord | undefined =>
  recorded.months.get(month)

/** Returns the month as the file and the history together tell it; where a sum proves one reading, that one. */
export function rebuild(sources: Sources): Rebuilt {
  const { salvaged, month } = sources
  const proofs = proofsOf(salvaged.claimed, recordOf(sources)?.sum)
  const isProven = (entries: readonly Entry[]) => proofs.has(renderMonth({ month, entries }).sum)
  const united = unitedWithHistory(sources)
  const readings = [inOrder(salvaged.found.map(({ entry }) => entry)), historyFirst(sources)]
  const proven = salvaged.isMerge ? undefined : [...readings, united.entries].find(isProven)
  const entries = proven ?? united.entries
  return {
    entries,
    isExact: proven !== undefined,
    restored: restoredIn(entries, salvaged),
    seconds: proven ? [] : united.seconds,
  }
}

/** A file that claims another sum than the history's last was last written elsewhere, so that sum proves nothing of it. */
function proofsOf(claimed: string | undefined, recorded: string | undefined): Set<string> {
  if (claimed === undefined || recorded === undefined) return new Set([claimed ?? recorded ?? ''])
  const isSame = claimed === recorded || isOneBitOff(Buffer.from(claimed), Buffer.from(recorded))
  return new Set(isSame ? [claimed, recorded] : [claimed])
}

function restoredIn(entries: readonly Entry[], { found }: Salvage): number {
  const whole = new Set(found.map(({ entry }) => JSON.stringify(entry)))
  return entries.filter((entry) => !whole.has(JSON.stringify(entry))).length
}

/** Every entry the history knows as the history knows it, and those it does not know as the file has them. */
function historyFirst(sources: Sources): Entry[] {
  const { salvaged } = sources
  const record = recordOf(sources)
  const known = [...(record?.now.values() ?? [])].filter((entry) => entry !== undefined)
  const unknown = strangers(salvaged, record).filter((entry) => !isSpoilt(entry, known))
  return inOrder([...known, ...unknown])
}

function strangers({ found }: Salvage, record: MonthRecord | undefined): Entry[] {
  return found.flatMap(({ entry }) => (record?.now.has(entry.id) ? [] : entry))
}

/** An entry one bit away from one the history knows is that one, with a bit of its id turned over. */
function isSpoilt(entry: Entry, known: readonly Entry[]): boolean {
  const bytes = Buffer.from(JSON.stringify(entry))
  return known.some((other) => isOneBitOff(bytes, Buffer.from(JSON.stringify(other))))
}

function unitedWithHistory(sources: Sources) {
  const byId = new Map<string, Entry[]>()
  for (const { entry } of sources.salvaged.found)
    byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry])
  const known = [...(recordOf(sources)?.now.values() ?? [])].filter((entry) => entry !== undefined)
  const knownIds = new Set(known.map(({ id }) => id))
  const united = [...new Set([...byId.keys(), ...knownIds])].map((id) =>
    uniteOne(id, byId.get(id) ?? [], sources),
  )
  const entries = united.flatMap(({ kept }) =>
    kept && (knownIds.has(kept.id) || !isSpoilt(kept, known)) ? kept : [],
  )
  const seconds = united.flatMap((each) => each.seconds)
  const all = [...entries, ...seconds.map(({ second }) => second)]
  return { entries: inOrder([...new Map(all.map((each) => [each.id, each])).values()]), seconds }
}

function uniteOne(
  id: string,
  versions: readonly Entry[],
  sources: Sources,
): { kept: Entry | undefined; seconds: Second[] } {
  const record = recordOf(sources)
  if (!record?.now.has(id)) return uniteVersions(versions)
  const saved = record.now.get(id)
  if (saved === undefined) return unlessRemoved(versions, sources.recorded.words.get(id)?.images)
  const newer = versions.filter((entry) => stampOf(entry) > stampOf(saved))
  if (newer.length > 0) return uniteVersions(newer)
  const equal = versions.filter((entry) => stampOf(entry) === stampOf(saved))
  return uniteVersions(sources.salvaged.isMerge ? [saved, ...equal] : [saved])
}

/** What was taken out of this month stays out, but for a version that was changed elsewhere. */
function unlessRemoved(versions: readonly Entry[], images: ReadonlySet<string> | undefined) {
  const changed = versions.filter((entry) => !images?.has(JSON.stringify(entry)))
  return changed.length > 0 ? uniteVersions(changed) : { kept: undefined, seconds: [] }
}
