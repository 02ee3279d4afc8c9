import { join } from 'node:path'
import { monthOf } from '../../model/day.ts'
import type { Entry } from '../../model/entry.ts'
import type { Disk } from '../disk.ts'
import { nameAndDayOf } from '../entry-name.ts'
import { erasedOn } from '../erased.ts'
import type { Finding, Look, Remark } from './finding.ts'
import type { SeenMonth } from './look-at-months.ts'
import type { Recorded } from './record.ts'

/** What the history has and the journal lacks. */
export interface Missing {
  readonly look: Look
  readonly entries: readonly Entry[]
}

/**
 * Returns the entries that the history has and no month holds, and those that have gone back to a state the history
 * has gone beyond: an older version of a file was put back. An entry changed elsewhere is neither.
 */
export async function missing(
  disk: Disk,
  months: readonly SeenMonth[],
  { words }: Recorded,
): Promise<Missing> {
  const erased = await erasedOn(disk)
  const closed = new Set(months.flatMap(({ finding, month }) => (isShut(finding) ? month : [])))
  const present = new Map(
    months.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry]),
  )
  const findings: Finding[] = []
  const remarks: Remark[] = []
  const entries: Entry[] = []
  for (const [id, { now, images }] of words) {
    const there = present.get(id)
    if (now === undefined) {
      if (there && images.has(JSON.stringify(there))) remarks.push(cameBack(there))
      continue
    }
    const isOlder = there && !isSame(there, now) && images.has(JSON.stringify(there))
    if ((there && !isOlder) || erased.has(now) || closed.has(monthOf(now.at))) continue
    entries.push(now)
    findings.push(findingOf(disk, now, isOlder ? 'older' : 'lacking'))
  }
  return { look: { findings, remarks }, entries }
}

const isSame = (one: Entry, other: Entry) => JSON.stringify(one) === JSON.stringify(other)

/** A month that cannot be opened at all says nothing of what it holds. */
function isShut(finding: Finding | undefined): boolean {
  return finding?.kind === 'newer' || finding?.kind === 'foreign'
}

function findingOf({ home }: Disk, entry: Entry, kind: 'older' | 'lacking'): Finding {
  const month = monthOf(entry.at)
  const what = nameAndDayOf(entry)
  const says =
    kind === 'lacking'
      ? `lacks ${what}, which the history has`
      : `has an older version of ${what} than the history`
  const path = join(home.journal, `${month}.json`)
  return { kind, file: `journal/${month}.json`, path, says, mends: 'asks' }
}

function cameBack(entry: Entry): Remark {
  const says = `holds ${nameAndDayOf(entry)} again, which was removed here; remove it again if you want`
  return { file: `journal/${monthOf(entry.at)}.json`, says }
}
