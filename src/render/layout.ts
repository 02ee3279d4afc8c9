import type { Pieces, Tone } from '../pages/page.ts'
import { paintSpans, spansOf } from './pieces.ts'
import type { Theme } from './theme.ts'
import { breakLong, padStart, widthOf, wrap } from './width.ts'

/** What text is laid out for: `width` in columns is infinite where nothing is wrapped or cut. */
export interface Frame {
  readonly theme: Theme
  readonly width: number
}

/** Where a line begins, and how much further in its second row does. */
export interface Edge {
  readonly indent: number
  readonly hang: number
}

const BETWEEN = 2

function thoughtsOf(pieces: Pieces): Pieces[] {
  const ends = pieces.flatMap((piece, index) => (piece.kind === 'dot' ? [index] : []))
  return [...ends, pieces.length].map((end, index) =>
    pieces.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end),
  )
}

function paintRow(pieces: Pieces, { theme, width }: Frame, fallback?: Tone): string {
  const spans = spansOf(pieces, theme).map((span) => ({
    ...span,
    text: breakLong(span.text, width),
  }))
  return paintSpans(spans, theme, fallback)
}

// A thought that no longer fits behind the dot begins a row of its own, where the dot is not needed.
function addThought(rows: readonly string[], thought: string, { theme, width }: Frame): string[] {
  const last = rows.at(-1)
  const row = `${last} ${theme.symbols.dot} ${thought}`
  if (last !== undefined && widthOf(row) <= width) return [...rows.slice(0, -1), row]
  return [...rows, ...wrap(thought, width)]
}

/** Returns the pieces as rows of at most so many columns. */
export function rowsOf(pieces: Pieces, frame: Frame, fallback?: Tone): string[] {
  return thoughtsOf(pieces)
    .map((thought) => paintRow(thought, frame, fallback))
    .reduce((rows: string[], thought) => addThought(rows, thought, frame), [])
}

/** Returns the rows with the aside at the right edge: beside the last row, or under it where it does not fit; one of several rows is read like a line, from the left. */
export function withAside(
  rows: readonly string[],
  aside: Pieces | undefined,
  { indent, hang }: Edge,
  frame: Frame,
): string[] {
  if (!aside?.length) return [...rows]
  const [first = '', ...more] = rowsOf(aside, frame, 'dim')
  if (more.length > 0)
    return [...rows, ...indented(aside, { indent: indent + hang, hang }, frame, 'dim')]
  const last = rows.at(-1) ?? ''
  const gap = frame.width - widthOf(last) - widthOf(first)
  if (gap < BETWEEN) return [...rows, padStart(first, frame.width)]
  const blanks = ' '.repeat(gap === Number.POSITIVE_INFINITY ? BETWEEN : gap)
  return [...rows.slice(0, -1), last + blanks + first]
}

/** Returns pieces as rows between an edge and the frame's width, the second row further in than the first. */
export function indented(
  pieces: Pieces,
  { indent, hang }: Edge,
  frame: Frame,
  fallback?: Tone,
): string[] {
  const rows = rowsOf(pieces, { ...frame, width: frame.width - indent - hang }, fallback)
  return rows.map((row, index) => ' '.repeat(index === 0 ? indent : indent + hang) + row)
}
