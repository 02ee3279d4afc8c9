import type { Entry } from '../model/entry.ts'
import { NEWLINE, nextLine } from './byte-lines.ts'
import type { Test } from './line-day.ts'
import { lineAt } from './month-lines.ts'

/** Tells of some of a month's bytes, whole lines, whether one of them can hold what is looked for. */
export type Holds = (bytes: Buffer, from: number, to: number) => boolean

/** So many bytes are looked through at once: the text made of them for it goes where it was just before. */
const PIECE = 16 * 1024

/** Returns the entries of the lines that can hold it and pass, of a month laid out as we write it; no other line is decoded. */
export function entriesHolding(bytes: Buffer, holds: Holds, passes: Test): Entry[] {
  const found: Entry[] = []
  for (const line of linesHolding(bytes, holds))
    if (line.startsWith('{') && passes(line, 0)) found.push(JSON.parse(lineAt(line, 0)))
  return found
}

function* linesHolding(bytes: Buffer, holds: Holds): Generator<string> {
  // The first line is the month's, and none of an entry.
  for (let from = nextLine(bytes, 0); from < bytes.length; ) {
    const to = endOfPiece(bytes, from)
    if (holds(bytes, from, to)) yield* linesOfPiece(bytes, holds, { from, to })
    from = to
  }
}

function* linesOfPiece(
  bytes: Buffer,
  holds: Holds,
  piece: { readonly from: number; readonly to: number },
): Generator<string> {
  for (let from = piece.from; from < piece.to; ) {
    const to = nextLine(bytes, from)
    if (holds(bytes, from, to)) yield bytes.toString('utf8', from, to)
    from = to
  }
}

function endOfPiece(bytes: Buffer, from: number): number {
  if (from + PIECE >= bytes.length) return bytes.length
  const end = bytes.lastIndexOf(NEWLINE, from + PIECE) + 1
  return end > from ? end : nextLine(bytes, from)
}
