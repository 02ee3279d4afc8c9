/** What a word or sign means to the reader; a renderer may colour it, never only colour it. */
export type Tone = 'bad' | 'good' | 'dim' | 'strong'

/**
 * One number with its name. `figure` is its key in the report's JSON. Every format prints `label` and `text`
 * side by side, and where there is an n, `text` holds "k of n" (or "none"), so that it can be read back.
 */
export interface Figure {
  readonly kind: 'figure'
  readonly figure: string
  readonly group?: string
  readonly label: string
  readonly text: string
  /** `label text` unless told: `label: text`, or `text label`. */
  readonly shape?: 'colon' | 'value-first'
  readonly k?: number
  readonly n?: number
  readonly low?: number
  readonly high?: number
  readonly note?: string
  readonly tone?: Tone
}

/** Plain words; `typed` when a person wrote them, in whatever language and direction. */
export interface Words {
  readonly kind: 'words'
  readonly text: string
  readonly tone?: Tone
  readonly typed?: boolean
}

/** A part of a line: words, a figure, a command to type, or the sign between two thoughts. */
export type Piece =
  | Words
  | Figure
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'dot' }

export type Pieces = readonly Piece[]

/** One thought, and at the right edge what goes with it. */
export interface Line {
  readonly kind: 'line'
  readonly pieces: Pieces
  readonly aside?: Pieces
}

export interface Field {
  readonly label: string
  readonly pieces: Pieces
  readonly aside?: Pieces
}

export interface Column {
  readonly title: string
  /** How far a terminal that is too narrow may cut the column, in columns. Not set: never. */
  readonly least?: number
  /** Whether a terminal that is still too narrow may leave the column out. */
  readonly spare?: boolean
}

export interface Section {
  readonly kind: 'section'
  readonly title: string
  readonly aside?: Pieces
  readonly nodes: readonly Node[]
}

export interface Table {
  readonly kind: 'table'
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Pieces[])[]
  /** The rows speak for themselves: the title and the column titles are only for those who cannot see the layout. */
  readonly plain?: boolean
}

/** Lines of the same kind, under the line that says what they are where there is one. */
export interface List {
  readonly kind: 'list'
  readonly lead?: Line
  readonly items: readonly Line[]
  readonly more?: Pieces
}

/** A part of a stacked bar: `level` is from -2 to 2, `words` what it is made of. */
export interface Part {
  readonly label: string
  readonly count: number
  readonly level: number
  readonly words?: string
}

export interface Bar {
  readonly label: string
  readonly parts: readonly Part[]
}

/** One day of a strip: `level` from -2 to 2, null where nothing was written down. */
export interface Cell {
  readonly label: string
  readonly level: number | null
}

/** One day of a calendar: with no level and no figure a gap, with a figure alone a day whose feelings are not known. */
export interface HeatCell {
  readonly level: number | null
  /** How many contacts the day had, where that is shown. */
  readonly figure?: Figure
}

/** One week of a calendar. A cell that is not there lies outside of what was asked for. */
export interface HeatRow {
  readonly label: string
  readonly cells: readonly (HeatCell | undefined)[]
}

/** What is shown, in order, without a word on how it looks. Every format reads this tree and nothing else. */
export type Node =
  | Section
  | Line
  | Table
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | List
  | {
      readonly kind: 'bars'
      readonly title: string
      readonly bars: readonly Bar[]
      /** The same in a line or two, for the formats that have no bars. */
      readonly brief: readonly Line[]
    }
  | { readonly kind: 'strip'; readonly title: string; readonly cells: readonly Cell[] }
  | {
      readonly kind: 'run-chart'
      readonly title: string
      /** One figure a point, each with k and n; the label names the week. */
      readonly points: readonly Figure[]
      /** The median share, 0 to 1. */
      readonly median: number
      readonly reading: string
    }
  | {
      readonly kind: 'heat'
      readonly title: string
      readonly columns: readonly string[]
      readonly rows: readonly HeatRow[]
    }
  /** What only a format with room shows; a terminal says `instead` how much more there is. No figure stands in it. */
  | { readonly kind: 'rest'; readonly nodes: readonly Node[]; readonly instead: Pieces }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  /** The few figures to see first; each is printed again where it belongs. */
  | { readonly kind: 'cards'; readonly cards: readonly Figure[] }

/** What to do when the page is read: the command that asks, and its questions to sit down with. */
export interface Close {
  readonly label: string
  readonly command: string
  readonly questions: readonly string[]
}

export interface Page {
  readonly report: string
  readonly title: string
  /** The writing on the wall: words of the person's own. */
  readonly motto?: string
  readonly nodes: readonly Node[]
  readonly footer: readonly Line[]
  /** What a format of figures alone must say too, each under the name of its key in the report's JSON. */
  readonly remarks?: readonly { readonly name: string; readonly text: string }[]
  readonly close?: Close
}

export const DOT: Piece = { kind: 'dot' }

/** Returns plain words as a piece. */
export function words(text: string, tone?: Tone): Words {
  return tone ? { kind: 'words', text, tone } : { kind: 'words', text }
}

/** Returns words a person typed as a piece. */
export function typed(text: string, tone?: Tone): Words {
  return { ...words(text, tone), typed: true }
}

/** Returns a command to type as a piece. */
export function command(text: string): Piece {
  return { kind: 'command', text }
}

/** Returns a line of pieces; bare text is plain words. */
export function line(
  parts: readonly (Piece | string)[],
  aside?: readonly (Piece | string)[],
): Line {
  const pieces = parts.map(asPiece)
  return aside?.length
    ? { kind: 'line', pieces, aside: aside.map(asPiece) }
    : { kind: 'line', pieces }
}

/** Returns a piece, made of plain words where it is bare text. */
export function asPiece(part: Piece | string): Piece {
  return typeof part === 'string' ? words(part) : part
}

/** Returns the groups of pieces as one row, with the given text between two that are not empty. */
export function joined(groups: readonly Pieces[], between: Piece): Piece[] {
  const full = groups.filter((group) => group.length > 0)
  return full.flatMap((group, index) => (index === 0 ? group : [between, ...group]))
}
