import type { Disk } from '../disk.ts'
import { ifThere } from '../files.ts'
import { isHistoryText } from '../history-line.ts'
import type { Finding, Look, Remark } from './finding.ts'
import { labelOf } from './labels.ts'

/** Returns the lines of both history files that cannot be read. */
export async function lookAtHistory(disk: Disk): Promise<Look> {
  const { history, olderHistory } = disk.home
  const findings: Finding[] = []
  const remarks: Remark[] = []
  for (const path of [olderHistory, history]) {
    const file = labelOf(disk.home, path)
    const bytes = await ifThere(disk.files.read(path)).catch(() => undefined)
    if (bytes === undefined) continue
    const bad = badLines(bytes)
    const isTorn = bytes.length > 0 && bytes.at(-1) !== 10 && bad.at(-1) === linesOf(bytes).length
    const broken = isTorn ? bad.slice(0, -1) : bad
    const says = 'cannot be read: a change of that time cannot be undone or repaired from it'
    findings.push(
      ...broken.map((line): Finding => ({ kind: 'damaged', file, path, line, says, mends: 'yes' })),
    )
    if (isTorn) remarks.push({ file, says: 'ends in half a line; the next change cuts it off' })
  }
  return { findings, remarks }
}

/** Returns the history without the lines that cannot be read. */
export function withoutBadLines(bytes: Buffer): Buffer {
  const kept = linesOf(bytes).filter((line) => isHistoryText(line))
  return Buffer.from(kept.map((line) => `${line}\n`).join(''))
}

function badLines(bytes: Buffer): number[] {
  return linesOf(bytes).flatMap((line, index) => (isHistoryText(line) ? [] : index + 1))
}

function linesOf(bytes: Buffer): string[] {
  const lines = bytes.toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
