import type { Disk } from '../disk.ts'
import { DurableWrite } from '../durable-write.ts'
import { ifThere } from '../files.ts'
import { withLock } from '../lock.ts'
import { transact } from '../transaction.ts'
import { naming } from '../trouble.ts'
import type { Ailment, Finding } from './finding.ts'
import type { Inspection } from './inspect.ts'
import { labelOf } from './labels.ts'
import { withoutBadLines } from './look-at-history.ts'
import { unlessDamage } from './look-at-months.ts'
import { putBack } from './put-back.ts'
import { repairCopies } from './repair-copies.ts'
import { repairMonths } from './repair-months.ts'
import { setAside } from './set-aside.ts'

/** Mends what was found and can be mended; entries are put back only where that was agreed. Returns what was done, in sentences. */
export async function repair(
  disk: Disk,
  { findings, toPutBack }: Inspection,
  agreed: boolean,
): Promise<string[]> {
  const paths = (...kinds: Ailment[]) =>
    new Set(findings.filter(mendable(kinds)).map(({ path }) => path))
  const said = [
    ...(await sweep(disk, paths('left-over'))),
    ...(await close(disk, findings.filter(mendable(['open'])))),
    ...(await repairMonths(disk, monthsOf(findings))),
  ]
  for (const path of [disk.home.olderHistory, disk.home.history])
    if (paths('damaged').has(path)) said.push(await repairHistory(disk, path))
  for (const path of [disk.home.nudges, disk.home.columns])
    if (paths('damaged').has(path)) said.push(await retire(disk, path))
  if (paths('copy').size > 0) said.push(...(await repairCopies(disk)))
  if (agreed && toPutBack.length > 0) said.push(...(await putBack(disk, toPutBack)))
  if (paths('erased').size > 0) said.push(await purge(disk, findings))
  return said
}

const mendable =
  (kinds: readonly Ailment[]) =>
  ({ kind, mends }: Finding) =>
    kinds.includes(kind) && mends === 'yes'

function monthsOf(findings: readonly Finding[]): string[] {
  return findings
    .filter(mendable(['damaged', 'flipped']))
    .flatMap(({ file }) => /^journal\/(\d{4}-\d\d)\.json$/.exec(file)?.[1] ?? [])
}

/** Whoever holds the lock knows that nobody else is in the middle of a write. */
async function sweep(disk: Disk, paths: ReadonlySet<string>): Promise<string[]> {
  if (paths.size === 0) return []
  return withLock(disk, async () => {
    for (const path of paths)
      if (path !== disk.home.lock)
        await naming(path, 'write', () => ifThere(disk.files.remove(path)))
    return [`Swept ${paths.size === 1 ? 'one left-over file' : `${paths.size} left-over files`}.`]
  })
}

async function close(disk: Disk, open: readonly Finding[]): Promise<string[]> {
  for (const { path } of open) {
    const { kind } = await disk.files.lstat(path)
    const mode = kind === 'folder' ? 0o700 : 0o600
    await naming(path, 'write', () => disk.files.chmod(path, mode))
  }
  return open.map(({ file }) => `${file} is closed to others.`)
}

async function repairHistory(disk: Disk, path: string): Promise<string> {
  return withLock(disk, async () => {
    const bytes = await naming(path, 'read', () => disk.files.read(path))
    const kept = await setAside(disk, path, { bytes, why: 'damaged' })
    const write = new DurableWrite(disk)
    try {
      await write.stage(path, withoutBadLines(bytes), bytes)
      await write.commit()
    } finally {
      await write.discard()
    }
    return `The lines of the history that cannot be read are taken out. The original: ${kept}`
  })
}

/** A file that is only remembered for convenience is begun anew. */
async function retire(disk: Disk, path: string): Promise<string> {
  const bytes = await naming(path, 'read', () => disk.files.read(path)).catch(unlessDamage)
  const kept = await setAside(disk, path, { bytes, why: 'damaged' })
  await naming(path, 'write', () => ifThere(disk.files.remove(path)))
  return `What was remembered in ${labelOf(disk.home, path)} begins anew. The original: ${kept}`
}

async function purge(disk: Disk, findings: readonly Finding[]): Promise<string> {
  const months = findings.flatMap(({ kind, file }) =>
    kind === 'erased' ? (/(\d{4}-\d\d)\.json$/.exec(file)?.[1] ?? []) : [],
  )
  await transact(disk, {
    word: 'doctor',
    decide: async (read) => {
      for (const month of months) await read.get(month)
      return []
    },
  })
  return 'Entries of a customer who was forgotten are erased again.'
}
