import type { Stat } from './files.ts'

// Two changes within one tick of a file system's clock leave the same time: 10 ms at most on Linux, 2 s on FAT.
const TICK_MS = 50
const COARSE_TICK_MS = 2_500

/** Returns what tells a file from any other that may take its place, or nothing for what is not a plain file. */
export function stampOf({ kind, size, mtimeMs, ctimeMs, ino }: Stat): string | undefined {
  return kind === 'file' ? [size, mtimeMs, ctimeMs, ino].join(' ') : undefined
}

/** Returns how many bytes the files of the stamps have together. */
export function sizeIn(stamps: readonly string[]): number {
  return stamps.reduce((sum, stamp) => sum + Number.parseInt(stamp, 10), 0)
}

/** Returns whether a later change of the file is sure to leave another time. */
export function hasSettled({ mtimeMs, ctimeMs }: Stat, now: number): boolean {
  const tick = mtimeMs % 1000 === 0 || ctimeMs % 1000 === 0 ? COARSE_TICK_MS : TICK_MS
  return now - Math.max(mtimeMs, ctimeMs) > tick
}
