import { type DayRange, dayOf, within } from '../model/day.ts'
import { foldName } from './erased.ts'
import type { Hint } from './journal.ts'
import { lineAt, lineStarts } from './month-lines.ts'

/** Tells of the line that begins there; most lines need not be taken out of the text for it. */
export type Test = (text: string, start: number) => boolean
type Find = (text: string) => Iterable<number>

// {"id":"7k3q0000dddd","at":"2026-11-18T...: the day stands at the same place in every line we write.
export const AT = '","at":"'
export const ID_END = 19
const DAY_LENGTH = 10
const CUSTOMER = '"customer":"'

/** Returns whether a line can hold an entry of the range; where it is told only by reading the entry, it can. */
export function dayTest(range: DayRange): Test {
  if (range.from === undefined && range.to === undefined) return () => true
  const day = ID_END + AT.length
  return (text, start) =>
    !text.startsWith(AT, start + ID_END) ||
    within(text.slice(start + day, start + day + DAY_LENGTH), range)
}

/** Returns whether a line can hold a follow-up that falls due in the range. */
export function dueTest(range: DayRange): Test {
  const key = '"due":"'
  return (text, start) => {
    const line = lineAt(text, start)
    const at = line.indexOf(key)
    return at >= 0 && within(dayOf(line.slice(at + key.length)), range)
  }
}

/** Returns what finds the beginnings of the lines that can hold what is looked for; for what JSON writes in another way than people type it, of every line. */
export function finderOf(hint: Hint | undefined): Find {
  if (hint === undefined) return lineStarts
  if ('has' in hint) return (text) => linesWith(text, [`"${hint.has}":[`])
  const wanted = foldName(
    'text' in hint ? hint.text : 'customer' in hint ? hint.customer : hint.means,
  )
  if (!isPlain(wanted)) return lineStarts
  if ('text' in hint) return (text) => foldedLinesWith(text, [wanted])
  // A name is compared without the blanks around it.
  const named = [wanted, ' ', '\\'].map((beginning) => CUSTOMER + beginning)
  const ids = 'means' in hint ? [`{"id":"${wanted}`] : []
  return (text) => foldedLinesWith(text, [...named, ...ids])
}

/** Quotes and backslashes are escaped in JSON, and the Greek s depends on what stands beside it. */
function isPlain(text: string): boolean {
  return !/["\\\p{Cc}\p{Cs}σς]/u.test(text)
}

/** Returns the beginnings of the lines that hold one of the texts once they are composed and in lower case. */
function foldedLinesWith(text: string, wanted: readonly string[]): Iterable<number> {
  // Folding changes the places of letters, but not in plain ASCII.
  if (Buffer.byteLength(text) === text.length) return linesWith(text.toLowerCase(), wanted)
  const holds = (part: string) => {
    const folded = foldName(part)
    return wanted.some((each) => folded.includes(each)) || /"customer":"\s/.test(part)
  }
  return holds(text) ? [...lineStarts(text)].filter((start) => holds(lineAt(text, start))) : []
}

function linesWith(text: string, wanted: readonly string[]): Iterable<number> {
  const found = wanted.flatMap((each) => [...linesHolding(text, each)])
  return wanted.length === 1 ? found : [...new Set(found)].sort((one, other) => one - other)
}

function* linesHolding(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1
    if (start > 0 && text.startsWith('{', start)) yield start
    const end = text.indexOf('\n', at)
    at = end < 0 ? -1 : text.indexOf(wanted, end)
  }
}
