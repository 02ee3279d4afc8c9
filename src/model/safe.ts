/** To take in the patterns below costs as much as to render a page, and most texts are of plain letters. */
const PLAIN = /^[\t\n -~]*$/

// Controls, halves of characters, line separators, and everything that takes no room or turns the writing
// direction. Variation selectors 1-16 stay: they only choose between two looks of the sign before them.
const hidden = () =>
  /(?!\n|\t|[\uFE00-\uFE0F])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

// Inside an emoji (a family, a profession) the joiner holds one visible sign together.
const emojiJoiner = () =>
  /(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})/gu

const DELETE = 0x7f
const PICTURES = 0x2400

function visible(character: string, unicode: boolean): string {
  const code = character.codePointAt(0) ?? 0
  if (unicode && code < 0x20) return String.fromCodePoint(PICTURES + code)
  if (unicode && code === DELETE) return '\u2421'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

function reveal(text: string, unicode: boolean): string {
  return text.replace(hidden(), (character) => visible(character, unicode))
}

/** Returns the text with every control, bidi and zero-width character as a visible symbol; newline and tab stay. */
export function safe(text: string, unicode = true): string {
  if (PLAIN.test(text)) return text
  if (!text.includes('\u200D')) return reveal(text, unicode)
  const parts = text.split(emojiJoiner()).map((part) => reveal(part, unicode))
  return parts.join('\u200D')
}

/** Returns the text as one harmless line: newline and tab are visible symbols, too. */
export function safeLine(text: string, unicode = true): string {
  return safe(text, unicode).replace(/[\n\t]/g, (character) => visible(character, unicode))
}
