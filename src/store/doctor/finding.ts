/** What kind of thing is wrong. */
export type Ailment =
  | 'damaged'
  | 'flipped'
  | 'newer'
  | 'copy'
  | 'lacking'
  | 'older'
  | 'erased'
  | 'foreign'
  | 'open'
  | 'owner'
  | 'left-over'

/** One thing that is wrong: which file, which line where it can be told, and what to do about it. */
export interface Finding {
  readonly kind: Ailment
  /** As people are told of it: `journal/2026-11.json`. */
  readonly file: string
  readonly path: string
  readonly line?: number
  readonly says: string
  /** Whether `doctor --repair` mends it; `asks` where it asks first. */
  readonly mends: 'yes' | 'asks' | 'no'
}

/** Something worth knowing that is not wrong. */
export interface Remark {
  readonly file: string
  readonly says: string
}

/** What one look found. */
export interface Look {
  readonly findings: readonly Finding[]
  readonly remarks: readonly Remark[]
}

export const NOTHING: Look = { findings: [], remarks: [] }

/** Returns several looks as one. */
export function together(looks: readonly Look[]): Look {
  return {
    findings: looks.flatMap(({ findings }) => findings),
    remarks: looks.flatMap(({ remarks }) => remarks),
  }
}
