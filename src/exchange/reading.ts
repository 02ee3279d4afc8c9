/** One row, line or element of a file from outside: what was read, or why it is refused. */
export type Reading<T> =
  | {
      readonly ok: true
      /** Where it stands in the file: `line 3`, or `entry 3` where lines say nothing. */
      readonly where: string
      readonly value: T
      readonly notices: readonly string[]
    }
  | { readonly ok: false; readonly where: string; readonly says: string }

/** Returns what was read, with what the person should hear about it. */
export function accepted<T>(
  where: string,
  value: T,
  notices: readonly string[] = [],
): Reading<T> & { readonly ok: true } {
  return { ok: true, where, value, notices }
}

/** Returns the refusal of one row. */
export function rejected(where: string, says: string): Reading<never> & { readonly ok: false } {
  return { ok: false, where, says }
}

/** Returns a refused row as one sentence: `line 3: felt.after is "cross", not a word on the list`. */
export function formatRejected({ where, says }: { where: string; says: string }): string {
  return `${where}: ${says}`
}
