import { createHash } from 'node:crypto'
import type { Pack } from './pack.ts'

/** Returns the SHA-256 of everything in a pack but its checksum. */
export function checksum(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

/** Returns the pack as the text of its file: one entry a line, so that a rep can read what leaves. */
export function formatPack({ entries, sha256, ...head }: Pack): string {
  const before = JSON.stringify(head).slice(0, -1)
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n')
  return `${before},"entries":[\n${lines}\n],"sha256":"${sha256}"}\n`
}

/** Returns the name of the pack's files without its ending: `handover-alex-2026-W46`. A name never becomes a path. */
export function packName({ rep, period }: Pick<Pack, 'rep' | 'period'>): string {
  const plain = rep.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')
  return `handover-${plain.replace(/^-+|-+$/g, '') || 'rep'}-${period.name}`
}
