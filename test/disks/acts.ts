import { afterword, CONTACT } from '../afterword.ts'

/** A line of the program for each way something is written to the journal's own files. */
export const WRITES: readonly (readonly [what: string, args: readonly string[]])[] = [
  ['log', CONTACT],
  ['edit', ['edit', 'last', '--felt', 'fru:sat']],
  ['later', ['later', 'blue-gate', 'fri']],
  ['done', ['done', 'blue-gate', '--felt', 'grateful']],
  ['drop', ['drop', 'blue-gate', 'they moved away']],
  ['remove', ['remove', 'last', '--yes']],
  ['undo', ['undo']],
  ['review', ['review', 'today', '--felt', 'calm']],
  ['thank', ['thank', 'deck-jo', 'kept the log']],
  ['purpose', ['purpose', 'To fix it for good']],
  ['config', ['config', 'rep', 'ash']],
  ['forget', ['forget', 'blue-gate', '--yes']],
]

/** Lines that only look. */
export const READS: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--text', 'splitter'],
  ['show', 'last'],
  ['today'],
  ['week'],
  ['followups'],
  ['status'],
  ['customer', 'blue-gate'],
  ['export'],
]

/** Fills a home with two contacts, one of them with a promise to blue-gate. */
export function liveIn(home: string): void {
  afterword(home, CONTACT)
  afterword(home, [...CONTACT, '--who', 'blue-gate', '--next', 'mon! ring them'])
}
