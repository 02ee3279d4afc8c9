/** A file that gets another content, all of them together or none. */
export interface Rewrite {
  readonly path: string
  readonly bytes: Buffer
  readonly seen: Buffer | null
}

/** A text of somebody else's that mentions the name: whose, and in which fields. */
export interface Mention {
  readonly where: string
  readonly fields: readonly string[]
}
