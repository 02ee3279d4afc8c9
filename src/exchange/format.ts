/** What an import can read. */
export type ImportFormat = 'json' | 'jrnl' | 'csv'

// jrnl opens with its tags or entries, and a single entry with its title; an entry of ours opens with its id.
const JRNL = /^\{\s*"(?:tags"\s*:\s*\{|entries"\s*:\s*\[|title"\s*:)/

/** Returns the format a text's beginning shows. */
export function formatOf(head: string): ImportFormat {
  const text = head.replace(/^[\s\uFEFF]+/, '')
  if (JRNL.test(text)) return 'jrnl'
  return /^[[{]/.test(text) ? 'json' : 'csv'
}
