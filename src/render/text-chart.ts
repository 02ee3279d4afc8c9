import type { Bar, Cell, Part } from '../pages/page.ts'
import type { Frame } from './layout.ts'
import type { Theme } from './theme.ts'
import { pad, padStart, widthOf } from './width.ts'

const LONGEST = 32
const SIGNS = ['--', '-', 'o', '+', '++']

/** Returns the sign of a level from -2 to 2. */
export function signOf(level: number): string {
  return SIGNS[level + 2] ?? ''
}

/** Returns a bar of so many columns, to the eighth of a column where the signs allow it. */
export function formatBar(columns: number, { symbols: { blocks } }: Theme): string {
  const whole = blocks.at(-1) ?? ''
  const eighths = Math.round(columns * blocks.length)
  return (
    whole.repeat(Math.floor(eighths / blocks.length)) +
    (blocks[(eighths % blocks.length) - 1] ?? '')
  )
}

const toneOf = (level: number) => (level < 0 ? 'bad' : level > 0 ? 'good' : undefined)

function partRow(part: Part, most: number, widths: readonly number[], { theme }: Frame): string {
  const bar = formatBar((part.count / most) * LONGEST, theme)
  const label = pad(`${padStart(signOf(part.level), 2)} ${theme.line(part.label)}`, widths[0] ?? 0)
  const count = padStart(String(part.count), widths[1] ?? 0)
  return `${label}  ${count}  ${theme.paint(bar, toneOf(part.level))}`.trimEnd()
}

/** Returns a row for the bar's name and one for each of its parts. */
export function barRows(bar: Bar, frame: Frame): string[] {
  const most = Math.max(1, ...bar.parts.map(({ count }) => count))
  const widths = [
    Math.max(...bar.parts.map(({ label }) => widthOf(frame.theme.line(label)) + 3)),
    String(most).length,
  ]
  return [
    frame.theme.line(bar.label),
    ...bar.parts.map((part) => partRow(part, most, widths, frame)),
  ]
}

function cellSign({ level }: Cell, theme: Theme): string {
  if (level === null) return theme.symbols.gap
  return theme.paint(signOf(level), toneOf(level))
}

/** Returns the strip's days in words and signs: `Mon + Tue -`. */
export function stripText(cells: readonly Cell[], theme: Theme): string {
  return cells.map((cell) => `${theme.line(cell.label)} ${cellSign(cell, theme)}`).join('   ')
}
