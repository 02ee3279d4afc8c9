import { foldName } from '../erased.ts'

/** What stands where a text has to stand and every sentence of it was erased. */
export const ERASED = '(erased)'

/** A name as it is looked for in texts: as a word of its own, in any case. */
export interface Sought {
  readonly name: string
  /** Returns whether this is the name itself. */
  is(text: string): boolean
  /** Returns whether the text mentions the name. */
  isIn(text: string): boolean
}

/** Returns how to look for a name. */
export function seek(name: string): Sought {
  const folded = foldName(name)
  const escaped = folded.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  // A hyphen joins: "street" is not a mention of it in "lantern-street", which is somebody else.
  const letter = '[\\p{L}\\p{N}]'
  const pattern = new RegExp(`(?<!${letter}[-_]?)${escaped}(?![-_]?${letter})`, 'iu')
  return {
    name,
    is: (text) => foldName(text) === folded,
    isIn: (text) => pattern.test(text.normalize('NFC')),
  }
}

/** Returns the text without the sentences that mention the name; an empty text where all of them do. */
export function withoutMentions(text: string, sought: Sought): string {
  if (!sought.isIn(text)) return text
  const sentences = text.split(/(?<=[.!?;\n])\s+/)
  return sentences
    .filter((sentence) => !sought.isIn(sentence))
    .join(' ')
    .trim()
}
