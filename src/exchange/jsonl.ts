import type { Timestamp } from '../model/day.ts'
import { checkEntry, type Entry } from '../model/entry.ts'
import { parseJson } from '../model/json.ts'
import { duplicateKeys } from './duplicate-keys.ts'
import { splitElements } from './elements.ts'
import { stableId } from './identity.ts'
import { LONGEST_PIECE, type Piece, peek, splitLines } from './pieces.ts'
import { accepted, type Reading, rejected } from './reading.ts'

/** What a JSON entry without them gets: whose it is and when it was written down. */
export interface JsonDefaults {
  readonly rep: string
  readonly now: Timestamp
}

/** Returns the entries as JSON Lines: one entry a line, keys in stored order, each line ended. */
export function* formatJsonLines(entries: Iterable<Entry>): Generator<string> {
  for (const entry of entries) yield `${formatJsonLine(entry)}\n`
}

function formatJsonLine(entry: Entry): string {
  const checked = checkEntry(entry)
  return JSON.stringify(checked.ok ? checked.value : entry)
}

/** Returns the entries of JSON Lines, of a JSON array or of JSON objects one after the other; a row that is refused says why. */
export async function* readJsonEntries(
  chunks: AsyncIterable<string>,
  defaults?: JsonDefaults,
): AsyncGenerator<Reading<Entry>> {
  const { head, all } = await peek(chunks, hasWholeLine)
  const pieces = hasOneEntryALine(head) ? splitLines(all) : splitElements(all)
  for await (const piece of pieces) {
    const reading = readPiece(piece, defaults)
    if (reading) yield reading
  }
}

/** Looked for once from the left: an expression would begin anew at every character of a long line. */
function hasWholeLine(text: string): boolean {
  const start = text.search(/\S/)
  return start >= 0 && text.includes('\n', start)
}

// A file that opens with a bracket is an array; one whose first line is a lone brace is indented.
function hasOneEntryALine(head: string): boolean {
  const [first = ''] = head.replace(/^[\s\uFEFF]+/, '').split('\n', 1)
  return !first.startsWith('[') && first.trim() !== '{'
}

function readPiece(
  { line, text, cut }: Piece,
  defaults?: JsonDefaults,
): Reading<Entry> | undefined {
  const where = `line ${line}`
  if (text === undefined) return rejected(where, `is longer than ${LONGEST_PIECE} characters`)
  if (cut) return rejected(where, 'is not finished: the file looks cut off')
  return text.trim() === '' ? undefined : readJsonEntry(where, text, defaults)
}

/** Returns the entry one JSON text holds, or every fault found in it; keys given twice are noticed. */
export function readJsonEntry(
  where: string,
  text: string,
  defaults?: JsonDefaults,
): Reading<Entry> {
  const parsed = parseJson(text)
  if (!parsed.ok) return rejected(where, parsed.faults.map(({ says }) => says).join('; '))
  const checked = checkEntry(filled(parsed.value, defaults))
  if (!checked.ok) return rejected(where, checked.faults.map(({ says }) => says).join('; '))
  // What is written just as we would write it gives nothing twice.
  const twice = JSON.stringify(parsed.value) === text ? [] : duplicateKeys(text)
  return accepted(
    where,
    checked.value,
    twice.map((key) => `${key} is given twice; the last one counts`),
  )
}

// An entry that another program wrote may lack what only afterword knows; the same words always get the same id.
function filled(value: unknown, defaults?: JsonDefaults): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return {
    ...(!('id' in value) && { id: idOf(value) }),
    ...(defaults && { recordedAt: defaults.now, rep: defaults.rep }),
    ...value,
  }
}

function idOf({ at, customer, summary }: { at?: unknown; customer?: unknown; summary?: unknown }) {
  return stableId('json', [at, customer, summary].map(String))
}
