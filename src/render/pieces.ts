import type { Figure, Piece, Pieces, Tone } from '../pages/page.ts'
import type { Theme } from './theme.ts'

/** Harmless uncoloured text and what it means. */
export interface Span {
  readonly text: string
  readonly tone?: Tone
}

/** Returns a figure with its name, as every format writes it in running text. */
export function formatFigure({ label, text, shape }: Figure): string {
  if (shape === 'value-first') return `${text} ${label}`
  return shape === 'colon' ? `${label}: ${text}` : `${label} ${text}`.trim()
}

function spanOf(piece: Piece, theme: Theme): Span {
  switch (piece.kind) {
    case 'words':
      return { text: theme.line(piece.text), tone: piece.tone }
    case 'figure':
      return { text: theme.line(formatFigure(piece)), tone: piece.tone }
    case 'command':
      return { text: theme.line(piece.text), tone: 'dim' }
    case 'dot':
      return { text: ` ${theme.symbols.dot} ` }
    default:
      return piece satisfies never
  }
}

/** Returns the pieces as spans of one row. */
export function spansOf(pieces: Pieces, theme: Theme): Span[] {
  return pieces.map((piece) => spanOf(piece, theme))
}

/** Returns the spans as coloured text; `fallback` is the tone of those that have none. */
export function paintSpans(spans: readonly Span[], theme: Theme, fallback?: Tone): string {
  return spans.map(({ text, tone }) => theme.paint(text, tone ?? fallback)).join('')
}
