import { checkEntry, type Entry } from '../../model/entry.ts'
import type { Disk } from '../disk.ts'
import { ifThere } from '../files.ts'
import { History } from '../history.ts'
import { type HistoryLine, linesIn } from '../history-line.ts'
import type { Change } from '../journal.ts'
import { openLines } from '../open-lines.ts'
import { naming } from '../trouble.ts'

/** What the history says of one entry: how it is now, nothing where it was removed, and every state it had before. */
export interface Word {
  readonly now: Entry | undefined
  readonly images: ReadonlySet<string>
}

/** What the history of this machine says of the journal. */
export interface Recorded {
  /** The last word on every entry it knows. */
  readonly words: ReadonlyMap<string, Word>
  /** The last word on what lies in one month. */
  readonly months: ReadonlyMap<string, MonthRecord>
}

export interface MonthRecord {
  /** The sum the month was last given. */
  readonly sum: string
  /** Each entry as it lies in this month, nothing where it was taken out. */
  readonly now: ReadonlyMap<string, Entry | undefined>
}

/** Returns what both history files say, without a change that never happened. */
export async function readRecord(disk: Disk): Promise<Recorded> {
  const { history, olderHistory } = disk.home
  const lines: HistoryLine[] = []
  for (const path of [olderHistory, history]) {
    const bytes = await naming(path, 'read', () => ifThere(disk.files.read(path)))
    if (bytes) lines.push(...linesIn(bytes))
  }
  const voided = await voidChange(disk)
  return recordOf(lines.filter(({ change }) => change !== voided))
}

/** A change on record of which no month has anything was never made. */
async function voidChange(disk: Disk): Promise<string | undefined> {
  const last = await new History(disk).unfinished()
  if (last === undefined) return undefined
  const open = await openLines(disk, last)
  return open.length === last.lines.length ? last.lines[0]?.change : undefined
}

/** Returns what these lines, oldest first, come to. */
export function recordOf(lines: readonly HistoryLine[]): Recorded {
  const words = new Map<string, { now: Entry | undefined; month: string; images: Set<string> }>()
  const months = new Map<string, { sum: string; now: Map<string, Entry | undefined> }>()
  for (const { month, newSum, pairs } of lines) {
    const record = months.get(month) ?? { sum: '', now: new Map() }
    months.set(month, Object.assign(record, { sum: newSum }))
    for (const { before, after } of pairs.map(checkedPair)) {
      const id = (after ?? before)?.id
      if (id === undefined) continue
      record.now.set(id, after)
      const word = words.get(id) ?? { now: undefined, month, images: new Set() }
      for (const image of [before, after]) if (image) word.images.add(JSON.stringify(image))
      // An entry that moves is first put into its new month and then taken out of the old one.
      if (after || word.month === month) Object.assign(word, { now: after, month })
      words.set(id, word)
    }
  }
  return { words, months }
}

function checkedPair({ before, after }: Change): Change {
  const [one, other] = [checkedImage(before), checkedImage(after)]
  return { ...(one && { before: one }), ...(other && { after: other }) }
}

function checkedImage(image: Entry | undefined): Entry | undefined {
  const result = image && checkEntry(image)
  return result?.ok ? result.value : undefined
}
