/** A text made easy to search, with the way back: where each of its units began and ended in the original. */
export interface Folded {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

// Letters that Unicode does not take apart into a letter and an accent.
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
])

/** Returns the text in small plain letters and ASCII digits; invisible characters, which can split a number, are gone. */
export function fold(text: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  let [folded, place] = ['', 0]
  for (const character of text) {
    const end = place + character.length
    const plain = foldCharacter(character)
    for (let i = 0; i < plain.length; i++) {
      starts.push(place)
      ends.push(end)
    }
    // An accent or invisible character belongs to what it follows, so that nothing of it stays behind.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = end
    folded += plain
    place = end
  }
  return { text: folded, starts, ends }
}

/** Returns the words of a name in small plain letters, as `fold` would show them. */
export function foldName(name: string): string[] {
  return fold(name)
    .text.split(/[\s-]+/)
    .filter((word) => word !== '')
}

function foldCharacter(character: string): string {
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return ''
  if (/\s/u.test(character)) return ' '
  if (/[\p{Pd}\u2212]/u.test(character)) return '-'
  if (/\p{Cc}/u.test(character)) return ''
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...bare.replace(/\p{M}/gu, '')].map(foldLetter).join('')
}

function foldLetter(letter: string): string {
  return LETTERS.get(letter) ?? (/\p{Nd}/u.test(letter) ? digitOf(letter) : letter)
}

/** Returns the ASCII digit: Unicode keeps the digits of a script in one row of ten that begins with zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
