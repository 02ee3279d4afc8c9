import type { Bar, Cell, Part } from '../pages/page.ts'
import type { Frame } from './layout.ts'
import { signOf } from './signs.ts'
import type { Theme } from './theme.ts'
import { breakLong, cut, pad, padStart, widthOf } from './width.ts'

const LONGEST = 32
/** Returns a bar of so many columns, to the eighth of a column where the signs allow it. */
export function formatBar(columns: number, { symbols: { blocks } }: Theme): string {
  const whole = blocks.at(-1) ?? ''
  const eighths = Math.round(columns * blocks.length)
  return (
    whole.repeat(Math.floor(eighths / blocks.length)) +
    (blocks[(eighths % blocks.length) - 1] ?? '')
  )
}

/** Returns the tone of a level from -2 to 2. */
export const toneOf = (level: number) => (level < 0 ? 'bad' : level > 0 ? 'good' : undefined)

function partRow(part: Part, most: number, column: number, { theme }: Frame): string {
  const name = cut(theme.line(part.label), column, theme.symbols.ellipsis)
  const bar = formatBar((part.count / most) * LONGEST, theme)
  const count = padStart(String(part.count), String(most).length)
  return `${padStart(signOf(part.level), 2)} ${pad(name, column)}  ${count}  ${theme.paint(bar, toneOf(part.level))}`
}

/** Returns a row for the bar's name and one for each of its parts: sign, word, count, bar. */
export function barRows(bar: Bar, frame: Frame): string[] {
  const { theme, width } = frame
  const most = Math.max(1, ...bar.parts.map(({ count }) => count))
  const longest = Math.max(0, ...bar.parts.map(({ label }) => widthOf(theme.line(label))))
  const column = Math.max(0, Math.min(longest, width - LONGEST - String(most).length - 7))
  const name = cut(theme.line(bar.label), width, theme.symbols.ellipsis)
  return [name, ...bar.parts.map((part) => partRow(part, most, column, frame))]
}

function cellSign({ level }: Cell, theme: Theme): string {
  if (level === null) return theme.symbols.gap
  return theme.paint(signOf(level), toneOf(level))
}

/** Returns the strip's days in words and signs: `Mon +   Tue -`. */
export function stripText(cells: readonly Cell[], { theme, width }: Frame): string {
  const name = ({ label }: Cell) => breakLong(theme.line(label), width)
  return cells.map((cell) => `${name(cell)} ${cellSign(cell, theme)}`).join('   ')
}
