import type { Quote } from './line.ts'

// Letters of any language, and the signs that mean nothing to a shell wherever they stand in a word.
const SPECIAL = /[^\p{L}\p{M}\p{N}\p{S}_./,+@%:=-]|[$^`|~<>]/gu

/** Returns the text as it is to stand on a bash command line, inside the quote that is open there: nothing in it is ever run. */
export function quoted(text: string, quote: Quote): string {
  if (quote === "'") return text.replaceAll("'", `'\\''`)
  if (quote === '"') return text.replace(/["$`\\]/g, '\\$&').replaceAll('!', `"\\!"`)
  return text.replace(SPECIAL, '\\$&')
}
