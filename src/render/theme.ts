import { Chalk } from 'chalk'
import { safe, safeLine } from '../model/safe.ts'
import type { Tone } from '../pages/page.ts'

/** What the other end can show. Whether it is a terminal is not asked here. */
export interface Look {
  readonly colour: boolean
  readonly unicode: boolean
}

export interface Symbols {
  /** Between two thoughts on one line. */
  readonly dot: string
  readonly ellipsis: string
  /** From an eighth of a column to a whole one. */
  readonly blocks: readonly string[]
  /** A day on which nothing was written down. */
  readonly gap: string
}

export interface Theme {
  readonly symbols: Symbols
  /** Returns the text in the tone's colour, if there is one. */
  paint(text: string, tone?: Tone): string
  /** Returns one harmless line. */
  line(text: string): string
  /** Returns harmless text that keeps its paragraphs. */
  text(text: string): string
}

const UNICODE: Symbols = {
  dot: '·',
  ellipsis: '…',
  blocks: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  gap: '·',
}

const ASCII: Symbols = { dot: '-', ellipsis: '...', blocks: ['#'], gap: '.' }

/** Returns the only place that names a colour: red unhappy or overdue, green well, dim notes, bold headings. */
export function makeTheme({ colour, unicode }: Look): Theme {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const paints: Record<Tone, (text: string) => string> = {
    bad: chalk.red,
    good: chalk.green,
    dim: chalk.dim,
    strong: chalk.bold,
  }
  return {
    symbols: unicode ? UNICODE : ASCII,
    paint: (text, tone) => (tone && text ? paints[tone](text) : text),
    line: (text) => safeLine(text, unicode),
    text: (text) => safe(text, unicode),
  }
}
