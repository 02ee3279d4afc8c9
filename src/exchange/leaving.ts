import type { Entry } from '../model/entry.ts'

/** How many entries an export leaves out, and how many leave without their private drawer. */
export interface LeftOut {
  readonly neverShared: number
  readonly withoutPrivate: number
}

export interface Leaving {
  readonly entries: readonly Entry[]
  readonly leftOut: LeftOut
}

/** Returns what may leave by an export: no entry marked `share: never`, and of the others nothing private. */
export function forExport(entries: readonly Entry[]): Leaving {
  const shared = entries.filter(({ share }) => share !== 'never')
  return {
    entries: shared.map(({ private: _private, ...entry }) => entry),
    leftOut: {
      neverShared: entries.length - shared.length,
      withoutPrivate: shared.filter((entry) => entry.private !== undefined).length,
    },
  }
}

/** Returns the sentence that says what an export left out, or nothing where it left out nothing. */
export function formatLeftOut({ neverShared, withoutPrivate }: LeftOut): string | undefined {
  const parts = [
    neverShared > 0 ? `${counted(neverShared)} marked share: never` : '',
    withoutPrivate > 0 ? `the private part of ${counted(withoutPrivate)}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `Left out: ${parts.join(', and ')}.` : undefined
}

function counted(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}
