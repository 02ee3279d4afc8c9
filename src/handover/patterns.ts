import { foldName } from './fold.ts'

export type Kind =
  | 'e-mail'
  | 'link'
  | 'iban'
  | 'card'
  | 'phone'
  | 'number'
  | 'handle'
  | 'address'
  | 'name'
  | 'customer'

/** A part of a folded text, from one unit up to another. */
export interface Span {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

// All of these read text in small letters, with ASCII digits, spaces and hyphens only.
const EMAIL = /[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]*[\p{L}\p{N}]/gu
const SPELT_EMAIL =
  /[\p{L}\p{N}._+-]+ ?(?:\(at\)|\[at\]| at ) ?[\p{L}\p{N}-]+ ?(?:\.|\(dot\)|\[dot\]| dot ) ?[a-z]{2,}/gu
const LINK =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"]+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:[a-z]{2,24}\/[^\s<>"]*|(?:com|net|org|edu|gov|info|biz|app|dev|eu|uk|de|se|fr|nl|io)(?![\p{L}\p{N}]))/gu
const HANDLE = /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu
const DATE =
  /(?<![\d-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-]| \d(?!\d?:))/g
const DIGITS = /[+(]{0,2}\d(?:[ ().\-/]{0,3}\d){5,}/g
const STREET_WORDS =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|court|ct|place|pl|boulevard|blvd|square|sq|terrace|close|crescent|highway|hwy'
const ADDRESSES = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\d{1,5}[a-z]?,? (?:[\\p{L}.'-]+ ){1,3}(?:${STREET_WORDS})(?![\\p{L}\\p{N}])\\.?`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])[\p{L}'-]*(?:gatan|vagen|grand|torget|strasse|straat|laan|plein|weg|platz|allee|gade|vej|gata|veien|katu|tie) \d{1,5} ?[a-z]?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:rue|avenue|via|viale|calle|rua|avenida|plaza|piazza) (?:[\p{L}.'-]+ ){1,4}\d{1,5}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{1,5}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|chemin|place) (?:[\p{L}.'-]+ ?){1,4}/gu,
  /(?<![\p{L}\p{N}])(?:apartment|apt|flat|suite|unit)\.? ?#? ?\d{1,5}[a-z]?(?![\p{L}\p{N}])/gu,
]

/** Returns every part of a folded text that may point at somebody; parts can overlap, the surest kind first. */
export function spansOf(text: string): Span[] {
  return [
    ...matches('e-mail', text, EMAIL, SPELT_EMAIL),
    ...matches('link', text, LINK),
    ...ibansIn(text),
    ...digitsIn(text),
    ...matches('handle', text, HANDLE),
    ...matches('address', text, ...ADDRESSES),
  ]
}

/** Returns a pattern that finds the names as whole words, whatever stands between their words, or nothing without a name. */
export function patternOfNames(names: readonly string[]): RegExp | undefined {
  const words = names.map(foldName).filter((name) => name.length > 0)
  const longestFirst = words.toSorted((a, b) => b.join(' ').length - a.join(' ').length)
  const alternatives = longestFirst.map((name) => bounded(name.map(escaped).join('[\\s-]*')))
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'gu')
}

/** Returns the parts of a folded text that a pattern finds. */
export function matches(kind: Kind, text: string, ...patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      kind,
      from: match.index,
      to: match.index + match[0].length,
    })),
  )
}

// Scripts that write no spaces between words have no word edges to ask for.
const SPACELESS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'

function bounded(pattern: string): string {
  const edge = `(?![${SPACELESS}])[\\p{L}\\p{N}]`
  const spaceless = new RegExp(`^[${SPACELESS}]`, 'u').test(pattern)
  return spaceless ? pattern : `(?<!${edge})${pattern}(?!${edge})`
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function digitsIn(text: string): Span[] {
  const masked = text.replace(DATE, (date) => '#'.repeat(date.length))
  return matches('number', masked, DIGITS).flatMap((span) => {
    const digits = masked.slice(span.from, span.to).replace(/\D/g, '')
    const together = masked.slice(span.from, span.to).replace(/^[+(]+/, '') === digits
    if (!together && digits.length < 7) return []
    return [{ ...span, kind: kindOfDigits(digits) }]
  })
}

function kindOfDigits(digits: string): Kind {
  if (digits.length >= 13 && digits.length <= 19 && isLuhn(digits)) return 'card'
  return digits.length >= 7 && digits.length <= 15 ? 'phone' : 'number'
}

/** Returns whether the last digit is the check digit of the others (ISO/IEC 7812, Luhn). */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = place % 2 === 0 ? +digit : +digit * 2
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const IBAN_START = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}/gu
const IBAN_PART = /^[a-z0-9]$/
const [SHORTEST_IBAN, LONGEST_IBAN] = [15, 34]

function ibansIn(text: string): Span[] {
  return Array.from(text.matchAll(IBAN_START), ({ index }) => ibanAt(text, index)).filter(
    (span) => span !== undefined,
  )
}

function ibanAt(text: string, from: number): Span | undefined {
  let [account, longest] = ['', from]
  for (let place = from; place < text.length && account.length < LONGEST_IBAN; place++) {
    const letter = text[place] ?? ''
    if (!IBAN_PART.test(letter)) {
      if (letter === ' ' || letter === '-') continue
      break
    }
    account += letter
    const ends = !IBAN_PART.test(text[place + 1] ?? ' ')
    if (ends && account.length >= SHORTEST_IBAN && isIban(account)) longest = place + 1
  }
  return longest === from ? undefined : { kind: 'iban', from, to: longest }
}

/** Returns whether the account number leaves 1 when divided by 97 (ISO 13616, ISO 7064). */
export function isIban(account: string): boolean {
  const moved = account.slice(4) + account.slice(0, 4)
  let rest = 0
  for (const letter of moved.toLowerCase()) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
