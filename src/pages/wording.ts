import type { Disposition } from '../model/vocabulary.ts'

const ENDINGS: Readonly<Record<Disposition, string>> = {
  resolved: 'resolved',
  workaround: 'workaround',
  'pending-customer': 'waiting on them',
  'pending-us': 'waiting on us',
  'visit-scheduled': 'visit scheduled',
  transferred: 'passed on',
  escalated: 'escalated',
  unresolved: 'not solved',
  'no-contact': 'no contact',
}

/** Returns how a contact ended, in words for a sentence. */
export function endingWords(disposition: Disposition): string {
  return ENDINGS[disposition]
}

/** Returns a word of a vocabulary as people say it: without hyphens. */
export function spoken(word: string): string {
  return word.replaceAll('-', ' ')
}

/** Returns the count with its noun: `1 person`, `2 people`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const PLAIN = /^[\w.@%+=:,/-]+$/
/** Made only for texts that need it: to take it in takes a millisecond. */
const harmless = () => /^[\p{L}\p{N}_.@%+=:,/-]+$/u

/** Returns the text as one argument of a shell command, quoted where it must be. */
export function argument(text: string): string {
  const quoted =
    PLAIN.test(text) || harmless().test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
  return text.startsWith('-') ? `-- ${quoted}` : quoted
}
