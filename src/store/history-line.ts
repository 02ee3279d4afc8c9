import type { Change } from './journal.ts'

/** One month's share of one change, as a line of the history. */
export interface HistoryLine {
  /** When, by the real clock. It comes first, so that a file's age can be read from its first bytes. */
  readonly at: string
  readonly change: string
  readonly word: string
  /** This line's number among the change's lines, from 1. */
  readonly part: number
  readonly of: number
  readonly month: string
  /** The sum of the month file before, `null` where there was none, and after. */
  readonly oldSum: string | null
  readonly newSum: string
  readonly pairs: readonly Change[]
}

/** The lines of the last change on record. */
export interface LastChange {
  readonly lines: readonly HistoryLine[]
  /** Whether all of it is known to have become the journal's. */
  readonly isDone: boolean
  /** Where in the file its first line begins, in bytes. */
  readonly start: number
}

interface Placed {
  readonly start: number
  readonly value: unknown
}

/** Returns the text that a writer appends: one line for each month, all in one write. */
export function renderLines(lines: readonly HistoryLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Returns the short line that says that a change is in place. */
export function renderDone(change: string): string {
  return `${JSON.stringify({ done: change })}\n`
}

/** Returns the change that a short last line says is in place, or nothing where the last line says something else. */
export function doneIn(tail: Buffer): string | undefined {
  const match = /(?:^|\n)\{"done":"([^"]+)"\}\n$/.exec(tail.toString('utf8'))
  return match?.[1]
}

/** Returns when the first line of a history was written, in milliseconds. */
export function beginningOf(head: Buffer): number | undefined {
  const at = /^\{"at":"([^"]+)"/.exec(head.toString('utf8'))?.[1]
  return at === undefined ? undefined : Date.parse(at)
}

/** Returns the length of the history without a last line that was only partly written. */
export function wholeLength(bytes: Buffer): number {
  const end = bytes.lastIndexOf(10) + 1
  return end === bytes.length || parse(bytes.subarray(end)) !== undefined ? bytes.length : end
}

/** Returns the last change on record; lines that cannot be read are passed over. */
export function lastChangeIn(bytes: Buffer): LastChange | undefined {
  const lines: HistoryLine[] = []
  let [done, start] = ['', 0]
  for (const placed of fromTheEnd(bytes)) {
    const marked = changeDone(placed.value)
    if (marked !== undefined && lines.length === 0) done ||= marked
    if (!isLine(placed.value)) continue
    if (lines[0] && placed.value.change !== lines[0].change) break
    lines.unshift(placed.value)
    start = placed.start
  }
  return lines[0] && { lines, isDone: done === lines[0].change, start }
}

/** Returns the line of a history that the bytes are, or nothing where they are another or cannot be read. */
export function lineIn(bytes: Buffer): HistoryLine | undefined {
  const value = parse(bytes)
  return isLine(value) ? value : undefined
}

/** Returns every line of a history, oldest first; lines that cannot be read are passed over. */
export function linesIn(bytes: Buffer): HistoryLine[] {
  return [...fromTheEnd(bytes)].flatMap(({ value }) => (isLine(value) ? value : [])).reverse()
}

/** Returns whether a line of text is one a history has. */
export function isHistoryText(text: string): boolean {
  const value = parse(Buffer.from(text))
  return changeDone(value) !== undefined || isLine(value)
}

function* fromTheEnd(bytes: Buffer): Generator<Placed> {
  for (let end = bytes.length; end > 0; ) {
    const start = end < 2 ? 0 : bytes.lastIndexOf(10, end - 2) + 1
    yield { start, value: parse(bytes.subarray(start, end)) }
    end = start
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function changeDone(value: unknown): string | undefined {
  const done = typeof value === 'object' && value !== null && 'done' in value && value.done
  return typeof done === 'string' ? done : undefined
}

function isLine(value: unknown): value is HistoryLine {
  if (typeof value !== 'object' || value === null) return false
  const line = value as Partial<HistoryLine>
  return (
    typeof line.change === 'string' && typeof line.month === 'string' && Array.isArray(line.pairs)
  )
}
