import { isAscii } from 'node:buffer'
import { letters, lettersBehind } from './byte-pattern.ts'
import { foldName } from './erased.ts'
import type { Hint } from './journal.ts'
import type { Holds } from './line-search.ts'

const CUSTOMER = '"customer":"'
const ID = '{"id":"'

/** What a hint looks for: folded letters, wherever they are or at the beginning of a name or an id. */
interface Sought {
  readonly wanted: string
  readonly behind?: readonly string[]
}

/** Returns what tells whether bytes can hold what is looked for, or nothing where JSON writes it in another way than people type it. */
export function searchOf(hint: Hint): Holds | undefined {
  const sought = soughtBy(hint)
  if (sought === undefined || !isPlain(sought.wanted)) return undefined
  return isPlainAscii(sought.wanted) ? holdsPattern(patternOf(sought)) : holdsFolded(sought)
}

function soughtBy(hint: Hint): Sought | undefined {
  if ('text' in hint) return { wanted: foldName(hint.text) }
  if ('customer' in hint) return { wanted: foldName(hint.customer), behind: [CUSTOMER] }
  return 'means' in hint ? { wanted: foldName(hint.means), behind: [CUSTOMER, ID] } : undefined
}

/** Quotes and backslashes are escaped in JSON, and the Greek s depends on what stands beside it. */
function isPlain(text: string): boolean {
  return !/["\\\p{Cc}\p{Cs}σς]/u.test(text)
}

function isPlainAscii(text: string): boolean {
  return isAscii(Buffer.from(text))
}

function patternOf({ wanted, behind }: Sought): RegExp {
  return new RegExp(behind ? lettersBehind(behind, wanted) : letters(wanted))
}

function holdsPattern(pattern: RegExp): Holds {
  // Each byte as one character: a copy, where decoding would be work.
  return (bytes, from, to) => pattern.test(bytes.toString('latin1', from, to))
}

/** Composing and lower case change no plain letters but those that the pattern knows, so they must be there as they are. */
function holdsFolded({ wanted, behind = [''] }: Sought): Holds {
  const [run = ''] = wanted.match(/[ -~]+/g)?.sort((one, other) => other.length - one.length) ?? []
  const mayHold = holdsPattern(patternOf({ wanted: run }))
  const parts = behind.map((beginning) => beginning + wanted)
  return (bytes, from, to) =>
    !isAscii(bytes.subarray(from, to)) &&
    mayHold(bytes, from, to) &&
    hasOneOf(foldName(bytes.toString('utf8', from, to)), parts)
}

/** An accent composes with the last letter of an escape instead of what that stands for, and a name is compared without the blanks around it. */
function hasOneOf(text: string, parts: readonly string[]): boolean {
  return parts.some((part) => text.includes(part)) || /\\|"customer":"\s/.test(text)
}
