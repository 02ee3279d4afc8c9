import { isUtf8 } from 'node:buffer'
import { Refusal } from '../errors.ts'

/** What is wrong with a file of ours, and where. */
export interface Damaged {
  readonly label: string
  readonly line?: number | undefined
  readonly says: string
  readonly remedy: string
}

/** A file that is not what afterword wrote or could have been given by hand; it is never taken for an empty one. */
export class Damage extends Refusal {
  readonly label: string
  readonly line: number | undefined
  readonly says: string

  constructor({ label, line, says, remedy }: Damaged) {
    super(`${label}${line === undefined ? '' : ` line ${line}`}: ${says}. ${remedy}`)
    this.name = 'Damage'
    this.label = label
    this.line = line
    this.says = says
  }
}

/** Returns the text of UTF-8 bytes without a byte order mark, or nothing where they are not UTF-8. */
export function decodeText(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Returns the line (from 1) of the first fault in a JSON text that does not parse, where it can be told. */
export function lineOfFault(text: string, error: unknown): number | undefined {
  const marker = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text)
  if (marker) return lineAt(text, marker.index)
  const position = /position (\d+)/.exec(String(error))?.[1]
  return lineOfBadEntry(text) ?? (position === undefined ? undefined : lineAt(text, +position))
}

/** Returns whether the text carries the marks a merge leaves where two sides differ. */
export function hasMergeMarks(text: string): boolean {
  return /^<{7} /m.test(text)
}

/** Returns the line (from 1) of a position. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** In our own layout every line but the first and the last is one entry, so each can be tried alone. */
function lineOfBadEntry(text: string): number | undefined {
  const lines = text.trimEnd().split('\n')
  if (!/"entries":\[\r?$/.test(lines[0] ?? '')) return undefined
  const last = lines.at(-1)?.trim() === ']}' ? lines.length - 1 : lines.length
  for (let index = 1; index < last; index++) {
    const line = lines[index]?.trimEnd() ?? ''
    const isLast = index === last - 1
    if (line.endsWith(',') === isLast || !parses(line.replace(/,$/, ''))) return index + 1
  }
  return last === lines.length ? lines.length : undefined
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
