import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

const PLAIN = /^[ -~]*$/
// Blanks at the edges are not kept where text is wrapped.
const PLAIN_TO_THE_EDGES = /^(?:[!-~](?:[ -~]*[!-~])?)?$/

// It takes longer to make than a week to render, and few texts need one.
let segmenter: Intl.Segmenter | undefined

/** Returns the signs a reader sees, of which one may be several characters. */
function signsOf(text: string): Iterable<string> {
  if (PLAIN.test(text)) return text
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Returns how many columns the text takes on a terminal; colours take none. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

/** Returns the text followed by blanks up to so many columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

/** Returns the text behind blanks, so that it ends at so many columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text
}

// As many whole signs from the front as fit.
function head(text: string, columns: number): string {
  let taken = ''
  let room = columns
  for (const sign of signsOf(text)) {
    room -= widthOf(sign)
    if (room < 0) break
    taken += sign
  }
  return taken
}

/** Returns uncoloured text in at most so many columns, with the ellipsis where something was cut. */
export function cut(text: string, columns: number, ellipsis: string): string {
  if (widthOf(text) <= columns) return text
  const room = columns - widthOf(ellipsis)
  return room < 0 ? head(text, columns) : head(text, room).trimEnd() + ellipsis
}

function chunks(word: string, columns: number): string {
  const rows = []
  let rest = word
  while (widthOf(rest) > columns) {
    const row = head(rest, columns)
    if (row === '') break
    rows.push(row)
    rest = rest.slice(row.length)
  }
  return [...rows, rest].join('\n')
}

/** Returns uncoloured text with a line break inside each word that is wider than a whole row. */
export function breakLong(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  return text.replace(/[^ \n]+/g, (word) => chunks(word, columns))
}

/** Returns the rows of the text, wrapped between words. */
export function wrap(text: string, columns: number): string[] {
  if (text.length <= columns && PLAIN_TO_THE_EDGES.test(text)) return [text]
  return (columns === Number.POSITIVE_INFINITY ? text : wrapAnsi(text, columns)).split('\n')
}
