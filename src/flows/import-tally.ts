import type { Sifted } from '../exchange/identity.ts'
import { formatRejected } from '../exchange/reading.ts'

const LISTED = 20
const NAMED = 5

interface Named {
  count: number
  readonly where: string[]
}

/** What an import has read so far; of very many rows only the first few are remembered. */
export class ImportTally {
  read = 0
  /** Rows the journal does not have. */
  fresh = 0
  rejected = 0
  readonly faults: { where: string; says: string }[] = []
  readonly differing: Named = { count: 0, where: [] }
  readonly notices = new Map<string, Named>()

  /** Counts one row. */
  count(row: Sifted): void {
    this.read++
    if (!row.ok) this.#reject(row)
    else this.#accept(row)
  }

  /** Returns how many rows the journal has, or an earlier row said. */
  get known(): number {
    return this.read - this.rejected - this.fresh - this.differing.count
  }

  /** Returns what came in, for `--json`. */
  report(name: string, dryRun: boolean, added: number): object {
    const { read, known, rejected, faults, differing } = this
    const notTaken = this.fresh - added
    const counts = { read, added, known, differing: differing.count, notTaken, rejected }
    return { import: name, dryRun, ...counts, faults }
  }

  #accept({ standing, where, notices }: Sifted & { readonly ok: true }): void {
    if (standing === 'new') this.fresh++
    if (standing === 'differs') note(this.differing, where)
    for (const says of notices) this.#notice(says, where)
  }

  #reject({ where, says }: { where: string; says: string }): void {
    this.rejected++
    if (this.faults.length < LISTED) this.faults.push({ where, says })
  }

  #notice(says: string, where: string): void {
    const named = this.notices.get(says)
    if (named) note(named, where)
    else if (this.notices.size < LISTED) this.notices.set(says, { count: 1, where: [where] })
  }
}

function note(named: Named, where: string): void {
  named.count++
  if (named.where.length < NAMED) named.where.push(where)
}

function formatWhere({ count, where }: Named): string {
  const more = count - where.length
  return `${where.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Returns the first rows that cannot be taken, by line with the reason, and how many there are. */
export function formatFaults({ rejected, read, faults }: ImportTally): string {
  const more = rejected - faults.length
  return [
    `${rejected} of ${read} rows cannot be taken, so nothing was imported:`,
    ...faults.map((fault) => `  ${formatRejected(fault)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    'Mend them and import the file again.',
  ].join('\n')
}

/** Returns what there is to say of rows that were taken, the same words once. */
export function formatNotices({ notices }: ImportTally): string[] {
  return [...notices].map(([says, named]) => `${formatWhere(named)}: ${says}`)
}

/** Returns the sentence about rows that the journal has with other words. */
export function formatDiffering({ differing }: ImportTally): string {
  return `${differing.count} in the journal with other words, left as they are there (${formatWhere(differing)}).`
}
