import type { Entry } from '../../model/entry.ts'
import type { HistoryLine } from '../history-line.ts'
import type { Change } from '../journal.ts'
import type { Sought } from './mentions.ts'
import { scrubEntry } from './scrub-entry.ts'

/** A history without a name. */
export interface ScrubbedHistory {
  readonly bytes: Buffer
  /** The ids of the entries that were in it. */
  readonly ids: readonly string[]
  /** How many states of entries were taken out. */
  readonly images: number
}

/** Returns the history without what it held of a customer. Its lines stay, since their sums tell what the months were. */
export function scrubHistory(bytes: Buffer, sought: Sought): ScrubbedHistory {
  const ids = new Set<string>()
  let images = 0
  const keep = (pair: Change): Change[] => {
    const about = [pair.before, pair.after].filter((image) => image && sought.is(image.customer))
    for (const image of about) if (image) ids.add(image.id)
    images += about.length
    return about.length > 0 ? [] : [scrubPair(pair, sought)]
  }
  const lines = bytes.toString('utf8').split('\n')
  const scrubbed = lines
    .map((line) => scrubLine(line, sought, keep))
    .filter((line) => line !== null)
  return { bytes: Buffer.from(scrubbed.join('\n')), ids: [...ids], images }
}

function scrubLine(text: string, sought: Sought, keep: (pair: Change) => Change[]): string | null {
  try {
    const line: Partial<HistoryLine> = JSON.parse(text)
    if (!Array.isArray(line.pairs)) return text
    return JSON.stringify({ ...line, pairs: line.pairs.flatMap(keep) })
  } catch {
    // A line that cannot be read is of no use to undo or repair, so it need not be kept with the name in it.
    return sought.isIn(text) ? null : text
  }
}

function scrubPair({ before, after }: Change, sought: Sought): Change {
  const image = (entry: Entry) => scrubEntry(entry, sought).entry
  return { ...(before && { before: image(before) }), ...(after && { after: image(after) }) }
}
