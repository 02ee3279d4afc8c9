/** What a word or sign means to the reader; a renderer may colour it, never only colour it. */
export type Tone = 'bad' | 'good' | 'dim' | 'strong'

/** One number with its name. `figure` is its key in the report's JSON, `text` the words that carry k and n. */
export interface Figure {
  readonly kind: 'figure'
  readonly figure: string
  readonly group?: string
  readonly label: string
  readonly text: string
  readonly k?: number
  readonly n?: number
  readonly low?: number
  readonly high?: number
  readonly note?: string
  readonly tone?: Tone
}

export interface Words {
  readonly kind: 'words'
  readonly text: string
  readonly tone?: Tone
}

/** A part of a line: plain words or a figure. */
export type Piece = Words | Figure

/** What is shown, in order, without a word on how it looks. Every format reads this tree and nothing else. */
export type Node =
  | { readonly kind: 'heading'; readonly text: string; readonly aside?: string }
  | { readonly kind: 'line'; readonly pieces: readonly Piece[]; readonly aside?: readonly Piece[] }
  | {
      readonly kind: 'field'
      readonly label: string
      readonly pieces: readonly Piece[]
      readonly command?: string
    }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly more?: string }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Piece[])[]
    }
  | { readonly kind: 'bars'; readonly title: string; readonly bars: readonly Bar[] }
  | { readonly kind: 'strip'; readonly title: string; readonly cells: readonly Cell[] }
  | {
      readonly kind: 'run-chart'
      readonly title: string
      readonly points: readonly Point[]
      readonly median: number
      readonly reading: string
    }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  | { readonly kind: 'cards'; readonly cards: readonly Figure[] }

export interface Item {
  readonly pieces: readonly Piece[]
  readonly command?: string
  readonly tone?: Tone
}

export interface Bar {
  readonly label: string
  readonly count: number
  readonly tone?: Tone
}

/** One day of a strip: `level` from -2 to 2, null where nothing was written down. */
export interface Cell {
  readonly label: string
  readonly level: number | null
}

export interface Point {
  readonly label: string
  readonly k: number
  readonly n: number
}

export interface Page {
  readonly report: string
  readonly title: string
  readonly subtitle?: string
  readonly nodes: readonly Node[]
  readonly footer: readonly string[]
}

/** Returns plain words as a piece. */
export function words(text: string, tone?: Tone): Words {
  return tone ? { kind: 'words', text, tone } : { kind: 'words', text }
}
