import { misuse } from '../errors.ts'
import { findCustomerFeeling, isSurprise, lostFeeling } from './feeling-words.ts'
import type { CustomerFeeling } from './feelings.ts'

/** How they came in and how they left. */
export interface Felt {
  readonly before: CustomerFeeling
  readonly after: CustomerFeeling
}

/** Question 4 understood, or why not. `surprise` holds the same answer with the surprise told good or bad. */
export type FeltVerdict =
  | { readonly ok: true; readonly felt: Felt }
  | { readonly ok: false; readonly why: string; readonly surprise?: Surprise }

export interface Surprise {
  readonly good: string
  readonly bad: string
}

type Pair = readonly [before: string, after: string]

/** Returns both feelings from `fru gra`, `fru:gra` or `fru,gra`, one word meaning both; throws a misuse otherwise. */
export function readFelt(typed: string): Felt {
  const verdict = tryFelt(typed)
  if (verdict.ok) return verdict.felt
  throw misuse(verdict.why)
}

/** Returns the same as `readFelt`, as a verdict a prompt can show. */
export function tryFelt(typed: string): FeltVerdict {
  const pair = pairOf(typed)
  if (!pair)
    return {
      ok: false,
      why: `${JSON.stringify(typed)} is not one feeling or two: before and after, such as "fru gra".`,
    }
  const [before, after] = pair.map(findCustomerFeeling)
  if (before?.ok && after?.ok) return { ok: true, felt: { before: before.word, after: after.word } }
  const side = before?.ok ? 1 : 0
  const lost = side === 0 ? before : after
  const why = lost && !lost.ok ? lostFeeling(pair[side], lost) : ''
  return isSurprise(pair[side])
    ? { ok: false, why, surprise: told(pair, side) }
    : { ok: false, why }
}

function told(pair: Pair, side: 0 | 1): Surprise {
  if (pair[0] === pair[1]) return { good: 'delighted', bad: 'upset' }
  const [before, after] = pair
  return side === 0
    ? { good: `delighted:${after}`, bad: `upset:${after}` }
    : { good: `${before}:delighted`, bad: `${before}:upset` }
}

function pairOf(typed: string): Pair | undefined {
  const text = typed.trim().replace(/\s+/g, ' ')
  const parts = text.split(/\s*[:,]\s*/)
  const [before = '', after = ''] = parts
  if (parts.length === 2) return before && after ? [before, after] : undefined
  if (parts.length > 2 || text === '') return undefined
  return isKnown(text) || !text.includes(' ') ? [text, text] : splitAtSpace(text)
}

// "let down" holds a space, so every space is tried as the one between the two feelings.
function splitAtSpace(text: string): Pair | undefined {
  const words = text.split(' ')
  const splits = words
    .slice(1)
    .map((_, at): Pair => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  return splits.find((pair) => pair.every(isKnown)) ?? (splits.length === 1 ? splits[0] : undefined)
}

function isKnown(text: string): boolean {
  const found = findCustomerFeeling(text)
  return found.ok || found.why === 'ambiguous'
}
