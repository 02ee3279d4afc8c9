/** What folds into a plain character besides its two cases: the dotted I, the kelvin sign, two marks of Greek. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['i', 'İ'],
  ['k', '\u212A'],
  [';', '\u037E'],
  ['`', '\u1FEF'],
])

/** What a name may have before it that does not count. */
const BLANKS = ['\\t', '\\n', '\\r', '\\f', '\\u000b', ' ', '\xA0', '\u1680', '\u2000', '\u2001']
  .concat(['\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007', '\u2008', '\u2009'])
  .concat(['\u200A', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\uFEFF'])
const BLANK = `(?:${BLANKS.map(bytesOf).join('|')})*`

/** Returns what finds plain folded letters in the bytes of UTF-8 text, each byte read as one character. */
export function letters(plain: string): string {
  return [...plain].map(letter).join('')
}

/** Returns what finds them right behind one of the beginnings; of blanks between the two it takes no notice. */
export function lettersBehind(beginnings: readonly string[], plain: string): string {
  const found = letters(plain)
  // Looked for first, they would be found in every line.
  return `${found}(?<=(?:${beginnings.map(bytesOf).join('|')})${BLANK}${found})`
}

function letter(plain: string): string {
  const cases = [...new Set([plain, plain.toUpperCase(), ALSO.get(plain) ?? plain])].map(bytesOf)
  return cases.length === 1 ? cases.join('') : `(?:${cases.join('|')})`
}

function bytesOf(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}
