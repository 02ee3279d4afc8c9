import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

const ANSWERS_START = 24
const ECHOES_START = 50
const LONGEST_BESIDE = 44
const ELLIPSIS = '...'

/** Returns the question's label, padded so that short questions line their answers up; a long one ends with a line for the answer. */
export function formatLabel(text: string): string {
  const label = `? ${text}`
  if (stringWidth(label) > LONGEST_BESIDE) return `${label}\n  `
  return `${label}${' '.repeat(Math.max(1, ANSWERS_START - stringWidth(label)))}`
}

/** Returns the text cut to a width in terminal columns; what was cut shows as `...`. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) > width - ELLIPSIS.length) break
    kept += segment
  }
  return `${kept}${ELLIPSIS}`
}

/** Returns the answered question's parts: beside its label, or under it in the column of answers where it does not fit. */
export function layAnswer(
  label: string,
  answer: string,
  echo: string,
  columns: number,
): { readonly answer: string; readonly echo: string } {
  const used = stringWidth(label.split('\n').at(-1) ?? '')
  const shown = used + stringWidth(answer) < columns ? answer : hang(answer, used, columns)
  if (echo === '') return { answer: shown, echo }
  const start = echoStart(used + stringWidth(answer), stringWidth(echo), columns)
  if (start !== undefined) return { answer: shown, echo: `${' '.repeat(start)}${echo}` }
  return {
    answer: shown,
    echo: `\n${' '.repeat(ANSWERS_START)}${hang(echo, ANSWERS_START, columns)}`,
  }
}

/** Returns how wide the gap before the echo is, or nothing where it does not fit on the line. */
function echoStart(used: number, width: number, columns: number): number | undefined {
  const start = Math.max(used + 3, ECHOES_START)
  if (start + width < columns) return start - used
  return used + 3 + width < columns ? 3 : undefined
}

function hang(text: string, start: number, columns: number): string {
  const width = Math.max(8, columns - 1 - start)
  return wrapAnsi(text, width, { hard: true }).replaceAll('\n', `\n${' '.repeat(start)}`)
}

/** Returns the text wrapped between words to a width in terminal columns, every line indented. */
export function wrapUnder(text: string, indent: number, columns: number): string {
  return `${' '.repeat(indent)}${hang(text, indent, columns)}`
}

/** Returns one line for each row: a value, and what stands beside it lined up. */
export function layRows(
  rows: readonly { readonly value: string; readonly beside?: string }[],
  columns: number,
): { value: string; beside: string }[] {
  const widest = Math.min(ANSWERS_START, Math.max(...rows.map((row) => stringWidth(row.value))))
  return rows.map(({ value, beside = '' }) => {
    if (!beside) return { value, beside }
    const padded = value + ' '.repeat(Math.max(0, widest - stringWidth(value)) + 3)
    return { value: padded, beside: cut(beside, Math.max(0, columns - 3 - stringWidth(padded))) }
  })
}
