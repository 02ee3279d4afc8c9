import type { Average, Share, Spread } from '../reports/figure.ts'
import type { Figure } from './page.ts'

type Rest = Omit<Figure, 'kind' | 'figure' | 'label' | 'text' | 'k' | 'n' | 'low' | 'high'>

/** Returns the share as a figure, told as its report tells it. */
export function shareFigure(figure: string, label: string, share: Share, rest: Rest = {}): Figure {
  const { k, n, low, high, text } = share
  const range = low === undefined || high === undefined ? {} : { low, high }
  return { kind: 'figure', figure, label, text, k, n, ...range, ...rest }
}

/** Returns the share as a figure that says no more than "k of n". */
export function plainShare(figure: string, label: string, share: Share, rest: Rest = {}): Figure {
  const text = share.n === 0 ? 'none' : `${share.k} of ${share.n}`
  return { kind: 'figure', figure, label, text, k: share.k, n: share.n, ...rest }
}

/** Returns a bare count as a figure; `text` is the count unless told. */
export function countFigure(
  figure: string,
  label: string,
  k: number,
  rest: Rest & { readonly text?: string } = {},
): Figure {
  return { kind: 'figure', figure, label, text: String(k), k, ...rest }
}

/** Returns a median with its range as a figure. */
export function spreadFigure(
  figure: string,
  label: string,
  spread: Spread,
  rest: Rest = {},
): Figure {
  const { n, text } = spread
  return { kind: 'figure', figure, label, text, n, note: text, ...rest }
}

/** Returns an average with its range as a figure. */
export function averageFigure(
  figure: string,
  label: string,
  { n, low, high, text }: Average,
  rest: Rest = {},
): Figure {
  const range = low === undefined || high === undefined ? {} : { low, high }
  return { kind: 'figure', figure, label, text, n, note: text, ...range, ...rest }
}
