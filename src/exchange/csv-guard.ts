// A spreadsheet takes a cell that begins so for a formula, some also after blanks or with the full-width twins.
const FORMULA = String.raw`[\t\r\n\0]|[\s\0]*[=+\-@＝＋－＠]`
// A cell that already begins with apostrophes gets one more, so that taking one off always gives back what was there.
const GUARDABLE = new RegExp(`^'*(?:${FORMULA})`)
const GUARDED = new RegExp(`^''*(?:${FORMULA})`)

/** Returns the cell with an apostrophe before what a spreadsheet would run. */
export function guard(cell: string): string {
  return GUARDABLE.test(cell) ? `'${cell}` : cell
}

/** Returns the cell as it was before `guard`. */
export function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}
