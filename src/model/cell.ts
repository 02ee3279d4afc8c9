// What a sheet would run instead of show, also behind blanks and in full width.
// With a guard already in front, too, so that taking one off gives back exactly what was guarded.
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\0])/

const GUARD = "'"

/** Returns the text so that a sheet shows it and never runs it: with `'` in front where it could be a formula. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? GUARD + text : text
}

/** Returns the text without the guard that `guardCell` put in front of it. */
export function unguardCell(text: string): string {
  return text.startsWith(GUARD) && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
