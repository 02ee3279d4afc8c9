import { Refusal } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import { IdMap } from '../model/id-map.ts'
import type { Disk } from './disk.ts'
import { joinShares, requireUntouched, reverse } from './edits.ts'
import type { History } from './history.ts'
import type { HistoryLine } from './history-line.ts'
import type { Change, Undone } from './journal.ts'
import type { Place } from './lines-from-the-end.ts'
import { type Share, saveEach } from './month-by-month.ts'
import { underLock } from './transaction.ts'

/** What changed more entries than this is told by the first of them. */
const FEW = 20

/** The last change on record, and where the lines stand that have something to take back. */
interface LastOnRecord extends Undone {
  readonly places: readonly Place[]
}

/** Takes back the last change on record as a new one, month by month. */
export async function undoLast(disk: Disk): Promise<Undone> {
  let undone: Undone = { word: '', count: 0, changes: [] }
  await underLock(disk, async (work) => {
    const { places, ...last } = await surveyLast(work.history)
    undone = last
    const shares = () => sharesOf(work.history, places)
    return saveEach(work, { word: 'undo', of: places.length, shares })
  })
  return undone
}

/** Looks through the last change line by line, as each of them may be as large as a month. */
async function surveyLast(history: History): Promise<LastOnRecord> {
  const [places, ids]: [Place[], IdMap] = [[], new IdMap()]
  let [last, parts, kept]: [HistoryLine | undefined, number, readonly Change[]] = [undefined, 0, []]
  for await (const { line, place } of history.lastLines()) {
    ;[last, parts] = [line, parts + 1]
    if (line.pairs.length === 0) continue
    places.push(place)
    for (const { before, after } of line.pairs) ids.set((after ?? before)?.id ?? '', 0)
    kept = ids.size > FEW ? line.pairs.slice(0, 1) : [...line.pairs, ...kept]
  }
  const word = requireWhole(last, parts)
  if (places.length === 0) throw forgotten()
  return { word, count: ids.size, changes: reverse(joinShares(kept)), places }
}

/** Returns the word of the change; throws a Refusal where there is none, or a part of it cannot be read. */
function requireWhole(last: HistoryLine | undefined, parts: number): string {
  if (last === undefined)
    throw new Refusal('Nothing to undo: this machine has no change of the journal on record.')
  if (parts === last.of) return last.word
  throw new Refusal(
    `The last change (${last.word}) is not on record whole: of its ${last.of} months ${parts} can be read, so it cannot be taken back. Nothing changed.`,
  )
}

/** Where an entry moved, the month it came from was put on record last, so it gets it back first. */
async function* sharesOf(history: History, places: readonly Place[]): AsyncGenerator<Share> {
  for (const place of places) {
    const { word, month, pairs } = await history.lineAt(place)
    const decide = (entries: readonly Entry[]) => {
      const index = new Map(entries.map((entry) => [entry.id, entry]))
      requireUntouched(word, pairs, (id) => index.get(id))
      return reverse(pairs)
    }
    yield { month, decide }
  }
}

/** Nothing else leaves a change on record without a word on what changed. */
function forgotten(): Refusal {
  return new Refusal(
    'The last change was erased by forget, or was forget itself. It cannot be taken back: nothing of it is kept.',
  )
}
